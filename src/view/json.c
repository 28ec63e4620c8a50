// SPDX-License-Identifier: MIT
#include "view/json.h"

#include "base/escape.h"
#include "view/records/cell.h"

#include <assert.h>

void json_release(struct json *json)
{
    strbuf_release(&json->text);
    strbuf_release(&json->scratch);
}

void json_flush(struct json *json, FILE *out)
{
    fwrite(strbuf_text(&json->text), 1, json->text.length, out);
    strbuf_clear(&json->text);
}

/* Writes the text before a value: a comma or a line break, and its key. */
static void begin_value(struct json *json, const char *key)
{
    unsigned bit = 1U << json->depth;
    if (json->depth > 0 && (json->filled & bit) != 0)
        strbuf_addc(&json->text, ',');
    if (json->breaks || (json->depth > 0 && (json->lines & bit) != 0))
        strbuf_addc(&json->text, '\n');
    json->breaks = false;
    json->filled |= bit;
    if (key == NULL)
        return;
    escape_add_json(&json->text, key);
    strbuf_addc(&json->text, ':');
}

static void end_value(struct json *json)
{
    if (json->depth == 0)
        strbuf_addc(&json->text, '\n');
}

static void begin(struct json *json, const char *key, bool array, bool lines)
{
    assert(json->depth < JSON_WRITTEN_DEPTH);
    begin_value(json, key);
    strbuf_addc(&json->text, array ? '[' : '{');
    unsigned bit = 1U << ++json->depth;
    json->arrays = array ? json->arrays | bit : json->arrays & ~bit;
    json->lines = lines ? json->lines | bit : json->lines & ~bit;
    json->filled &= ~bit;
}

void json_object(struct json *json, const char *key)
{
    begin(json, key, false, false);
}

void json_array(struct json *json, const char *key)
{
    begin(json, key, true, false);
}

void json_lines(struct json *json, const char *key)
{
    begin(json, key, true, true);
}

void json_end(struct json *json)
{
    unsigned bit = 1U << json->depth--;
    if ((json->lines & json->filled & bit) != 0)
        strbuf_addc(&json->text, '\n');
    strbuf_addc(&json->text, (json->arrays & bit) != 0 ? ']' : '}');
    end_value(json);
}

void json_break(struct json *json)
{
    json->breaks = true;
}

void json_value(struct json *json, const char *key, struct value value)
{
    char date[DATE_TEXT_SIZE];
    begin_value(json, key);
    if (value.kind == VALUE_NONE)
        strbuf_adds(&json->text, "null");
    else if (value.kind == VALUE_TEXT)
        escape_add_json(&json->text, value.text);
    else if (value.kind == VALUE_DATE)
        escape_add_json(&json->text, date_format(date, value.date));
    else
        cell_add_exact(&json->text, &value);
    end_value(json);
}

void json_bool(struct json *json, const char *key, bool value)
{
    begin_value(json, key);
    strbuf_adds(&json->text, value ? "true" : "false");
    end_value(json);
}

void json_column(struct json *json, const struct column *column, const void *row)
{
    strbuf_clear(&json->scratch);
    json_value(json, column->name, column_value(column, row, &json->scratch));
}

void json_columns(struct json *json, const struct column_table *table, const void *row)
{
    const struct column *column;
    for (size_t i = 0; (column = column_table_at(table, i)) != NULL; i++)
        if (!column->table_only)
            json_column(json, column, row);
}
