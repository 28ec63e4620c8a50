// SPDX-License-Identifier: MIT
#include "view/json.h"
#include "view/records/records.h"

/* The cells without a role are one member, an object of those that are not blank. */
static void write_kept(struct json *json, const struct records *records, const void *row)
{
    bool open = false;
    for (size_t c = 0; c < records->column_count; c++) {
        const struct column *column = records->columns[c];
        if (column->kept == NULL)
            continue;
        struct value value = column_value(column, row, &json->scratch);
        if (!open)
            json_object(json, "columns");
        open = true;
        if (value.kind != VALUE_NONE)
            json_value(json, column->name, value);
    }
    if (open)
        json_end(json);
}

static void write_row(struct json *json, const struct records *records, const char *key,
                      const void *row)
{
    json_object(json, key);
    for (size_t c = 0; c < records->column_count; c++)
        if (records->columns[c]->kept == NULL)
            json_column(json, records->columns[c], row);
    write_kept(json, records, row);
    json_end(json);
}

static void write_rows(struct json *json, const struct records *records, FILE *out)
{
    for (size_t i = 0; i < records->row_count; i++) {
        write_row(json, records, NULL, records->rows[i]);
        json_flush(json, out);
    }
}

static void write_json(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    struct json json = {0};
    bool total = records->total != NULL;
    if (total)
        json_object(&json, NULL);
    if (total && records->as_of != NULL)
        json_value(&json, "as_of", value_text(records->as_of));
    json_lines(&json, !total ? NULL : records->rows_key != NULL ? records->rows_key : "groups");
    write_rows(&json, records, out);
    json_end(&json);
    if (total) {
        json_break(&json);
        write_row(&json, records, "total", records->total);
        json_end(&json);
    }
    json_flush(&json, out);
    json_release(&json);
}

static void write_lines(const struct records *records, const struct style *style, FILE *out)
{
    (void)style;
    struct json json = {0};
    write_rows(&json, records, out);
    json_release(&json);
}

const struct row_format rows_json = {.write = write_json};
const struct row_format rows_jsonl = {.write = write_lines};
