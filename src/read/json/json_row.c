// SPDX-License-Identifier: MIT
#include "read/json/json_row.h"

#include "base/memory.h"
#include "base/message.h"
#include "read/json/json_unescape.h"

#include <string.h>

#define TOO_WIDE N_("expected at most 256 different keys")

/* A key twice: which of the two holds, nobody can say. */
int json_row_check_keys(const struct json_document *document, const cJSON *object)
{
    int status = 0;
    if (cJSON_GetArraySize(object) > JSON_KEYS_MAX)
        return json_document_refuse(document, object, TOO_WIDE);
    for (const cJSON *member = object->child; member != NULL; member = member->next)
        for (const cJSON *other = object->child; other != member; other = other->next)
            if (strcmp(member->string, other->string) == 0)
                status = json_document_refuse(document, member, "a second time in one object");
    return status;
}

/* The name of a row's member. */
struct name {
    const char *text;
    size_t length;
};

static bool is_name(const char *name, struct name wanted)
{
    return strncmp(name, wanted.text, wanted.length) == 0 && name[wanted.length] == '\0';
}

/* The plan's column for a key that is not known, looked for from a guess on and made where it is
 * new; JSON_KEYS_MAX: one too many. */
static size_t extra_column(struct plan *plan, struct name key, size_t guess)
{
    for (size_t i = 0; i < plan->extra_count; i++) {
        size_t column = (guess + i) % plan->extra_count;
        if (is_name(plan->extra_names[column], key))
            return column;
    }
    if (plan->extra_count == JSON_KEYS_MAX)
        return JSON_KEYS_MAX;
    plan->extra_names = memory_grow((void *)plan->extra_names, plan->extra_count,
                                    &plan->extra_capacity, sizeof *plan->extra_names);
    plan->extra_names[plan->extra_count] = arena_intern(plan->arena, key.text, key.length);
    return plan->extra_count++;
}

/* Members whose keys are not known, and then their cells by the plan's columns for them. */
struct extras {
    size_t count, width;
    struct name names[JSON_KEYS_MAX];
    const char *texts[JSON_KEYS_MAX], *cells[JSON_KEYS_MAX];
};

/* Returns false if the name is there already, or there are too many. */
static bool add_extra(struct extras *extras, struct name name, const char *text)
{
    for (size_t i = 0; i < extras->count; i++)
        if (extras->names[i].length == name.length &&
            memcmp(extras->names[i].text, name.text, name.length) == 0)
            return false;
    if (extras->count == JSON_KEYS_MAX)
        return false;
    extras->names[extras->count] = name;
    extras->texts[extras->count++] = text;
    return true;
}

/* The columns that no role reads, as exports have them: «"columns": {"Số lượng": "5"}». */
static bool is_kept_object(const cJSON *member)
{
    return cJSON_IsObject(member) && strcmp(member->string, "columns") == 0;
}

/* Adds its members. False if one is there already, which is an error, or they are too many. */
static bool add_kept(const struct json_document *document, struct extras *extras, const cJSON *kept,
                     bool with_texts)
{
    for (const cJSON *cell = kept->child; cell != NULL; cell = cell->next) {
        struct name name = {cell->string, strlen(cell->string)};
        const char *text = with_texts ? json_document_cell(document, cell) : NULL;
        if (!add_extra(extras, name, text)) {
            json_document_refuse(document, cell, "a second time in one object");
            return false;
        }
    }
    return true;
}

/* Returns false if the plan would have too many columns. */
static bool find_columns(struct extras *extras, struct plan *plan)
{
    extras->width = 0;
    for (size_t i = 0, next = 0; i < extras->count; i++) {
        size_t column = extra_column(plan, extras->names[i], next);
        if (column == JSON_KEYS_MAX)
            return false;
        while (extras->width <= column)
            extras->cells[extras->width++] = NULL;
        extras->cells[column] = extras->texts[i];
        next = column + 1;
    }
    return true;
}

bool json_row_is_among(const char *key, const char *const *known)
{
    for (; *known != NULL; known++)
        if (strcmp(*known, key) == 0)
            return true;
    return false;
}

/* A cell that few plans have, by the heading that it is written under: «Ghi chú». */
static int find_optional(struct name name)
{
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct field *field = task_field_column((enum task_field)cell)->field;
        if (field->is_optional && is_name(field->official, name))
            return COLUMN_OF(cell);
    }
    return -1;
}

/* The column of a row's member, the `at`-th; -1: none. */
static int find_key(struct json_rows *rows, size_t at, struct name name)
{
    int guess = at < JSON_KEYS_MAX ? rows->keys[at] - 1 : -1;
    if (guess >= 0 && is_name(task_columns.items[guess].name, name))
        return guess;
    int key = 0, count = (int)task_columns.count;
    while (key < count && !is_name(task_columns.items[key].name, name))
        key++;
    if (key == count)
        return find_optional(name);
    if (at < JSON_KEYS_MAX)
        rows->keys[at] = (unsigned char)(key + 1);
    return key;
}

/* A row being made, of a parsed object, or (NULL) of the value that the document has scanned. */
struct record {
    struct row row;
    column_set seen;
    const struct json_document *document;
    const cJSON *object;
    const cJSON *values[TASK_COLUMNS_MAX]; /* that were seen, or else … */
    size_t offsets[TASK_COLUMNS_MAX];      /* … where they begin in the scan */
    struct extras extras;
};

static void locate(const struct row *row, int key, struct location *location)
{
    const struct record *record = row->context;
    const struct json_document *document = record->document;
    bool seen = (record->seen >> key & 1) != 0;
    if (record->object != NULL)
        json_document_locate_member(document, record->object, seen ? record->values[key] : NULL,
                                    location);
    else
        json_document_locate_at(document, seen ? record->offsets[key] : document->scan.objects[0],
                                location);
}

static void init_record(struct record *record, const struct json_rows *rows, const cJSON *object)
{
    record->row = (struct row){.locate = locate, .context = record};
    record->document = rows->document;
    record->object = object;
    record->seen = 0;
    record->extras.count = 0;
}

/* Returns false if a key stands a second time. */
static bool add_member(struct record *record, int key, struct name name, const char *text)
{
    if (key < 0)
        return add_extra(&record->extras, name, text);
    if ((record->seen >> key & 1) != 0)
        return false;
    record->seen |= COLUMN_BIT(key);
    if (key < COLUMN_COMPUTED)
        record->row.cells[key] = text;
    return true;
}

/* Returns false if the row takes more columns than there may be. */
static bool place_extras(struct record *record, struct plan *plan)
{
    if (!find_columns(&record->extras, plan))
        return false;
    record->row.extras = record->extras.cells;
    record->row.extra_count = record->extras.width;
    return true;
}

/* Adds the row if all of it is right. False if it takes more columns than there may be. */
static bool add_record(struct record *record, bool right)
{
    struct plan_builder *builder = record->document->builder;
    struct plan *plan = plan_builder_select(builder, &record->row);
    if (plan != NULL && !place_extras(record, plan))
        return false;
    if (plan != NULL && right)
        plan_builder_add(builder, &record->row);
    return true;
}

/* ---- As it was scanned ---- */

/* A number that begins at `text`, which is ended there; NULL for one that cJSON is to see. */
static const char *take_number(const struct json_document *document, char *text)
{
    size_t digits = strspn(text, "0123456789"), length = strspn(text, "0123456789+-.eE");
    text[length] = '\0';
    return digits == length ? text : json_document_number(document, text);
}

/* The text of a member, NULL for null; false for a value that is no cell. */
static bool take_text(struct json_rows *rows, const struct json_member *member, const char **text)
{
    char *value = rows->text.text + member->value;
    *text = NULL;
    if (member->is_string) {
        *text = ++value;
        value[member->text_length] = '\0';
        if (rows->document->scan.escaped)
            json_unescape(value);
        return true;
    }
    if (*value == 'n')
        return true;
    if (*value == '-' || (*value >= '0' && *value <= '9'))
        *text = take_number(rows->document, value);
    return *text != NULL;
}

/* Returns whether a key may differ from its bytes, or makes the object no row. */
static bool is_odd(struct name key)
{
    return is_name("sections", key) || memchr(key.text, '\\', key.length) != NULL;
}

static bool take_member(struct json_rows *rows, struct record *record, size_t index)
{
    const struct json_scan *scan = &rows->document->scan;
    const struct json_member *member = &scan->members[index];
    struct name name = {scan->text + member->key, member->key_length};
    int key = find_key(rows, index, name);
    const char *text;
    if ((key < 0 && is_odd(name)) || !take_text(rows, member, &text) ||
        !add_member(record, key, name, text))
        return false;
    if (key < 0)
        return true;
    record->offsets[key] = member->value;
    if (key == COLUMN_BUDGET && !member->is_string && text != NULL && strchr(text, ',') != NULL)
        record->row.decimal_mark = ',';
    return true;
}

void json_rows_release(struct json_rows *rows)
{
    strbuf_release(&rows->text);
}

bool json_rows_add_scanned(struct json_rows *rows)
{
    struct json_document *document = rows->document;
    const struct json_scan *scan = &document->scan;
    struct record record;
    if (scan->object_count != 1 || scan->member_count == 0 || scan->member_count > JSON_KEYS_MAX)
        return false;
    strbuf_clear(&rows->text);
    strbuf_add(&rows->text, scan->text, document->length);
    init_record(&record, rows, NULL);
    for (size_t i = 0; i < scan->member_count; i++)
        if (!take_member(rows, &record, i))
            return false;
    record.row.line = source_line(document->builder->source, &document->lines,
                                  document->offset + scan->objects[0]);
    return add_record(&record, true);
}

/* ---- As it was parsed ---- */

bool json_rows_is_row(const cJSON *value)
{
    return cJSON_IsObject(value) && cJSON_GetObjectItemCaseSensitive(value, "sections") == NULL;
}

/* Computed values are not read, but must be valid cells all the same. */
static const char *parsed_text(const struct json_document *document, const cJSON *value)
{
    return cJSON_IsString(value) ? value->valuestring : json_document_cell(document, value);
}

/* Returns false if a key stands a second time, or there are too many. The keys of `aside` (its last
   is NULL) are no cells. */
static bool take_members(struct json_rows *rows, struct record *record, const char *const *aside)
{
    size_t at = 0;
    for (const cJSON *m = record->object->child; m != NULL; m = m->next, at++) {
        struct name name = {m->string, strlen(m->string)};
        if (json_row_is_among(m->string, aside))
            continue;
        if (is_kept_object(m)) {
            if (!add_kept(rows->document, &record->extras, m, false))
                return false;
            continue;
        }
        int key = find_key(rows, at, name);
        if (at == JSON_KEYS_MAX || !add_member(record, key, name, NULL))
            return false;
        if (key >= 0)
            record->values[key] = m;
    }
    return true;
}

static void take_texts(struct record *record)
{
    struct extras *extras = &record->extras;
    for (int key = 0; key < TASK_COLUMNS_MAX; key++) {
        const char *text = NULL;
        if ((record->seen >> key & 1) != 0)
            text = parsed_text(record->document, record->values[key]);
        if (key < COLUMN_COMPUTED)
            record->row.cells[key] = text;
    }
    const char *budget = record->row.cells[COLUMN_BUDGET];
    if (budget != NULL && cJSON_IsNumber(record->values[COLUMN_BUDGET]) && strchr(budget, ','))
        record->row.decimal_mark = ',';
    size_t i = 0;
    for (const cJSON *m = record->object->child; m != NULL; m = m->next)
        if (i < extras->count && extras->names[i].text == m->string)
            extras->texts[i++] = parsed_text(record->document, m);
        else if (is_kept_object(m))
            for (const cJSON *cell = m->child; cell != NULL && i < extras->count; cell = cell->next)
                extras->texts[i++] = parsed_text(record->document, cell);
}

static bool take_object(struct json_rows *rows, struct record *record, const cJSON *object,
                        const char *const *aside)
{
    struct json_document *document = rows->document;
    if (!cJSON_IsObject(object)) {
        json_document_refuse(document, object, "expected an object, a task");
        return false;
    }
    init_record(record, rows, object);
    record->row.line = json_document_line(document, object);
    if (!take_members(rows, record, aside)) {
        json_row_check_keys(document, object);
        return false;
    }
    take_texts(record);
    return true;
}

void json_rows_add(struct json_rows *rows, const cJSON *object)
{
    static const char *const none[] = {NULL};
    struct record record;
    size_t before = rows->document->builder->errors->count;
    if (take_object(rows, &record, object, none) &&
        !add_record(&record, rows->document->builder->errors->count == before))
        json_document_refuse(rows->document, object, TOO_WIDE);
}

struct task *json_rows_make(struct json_rows *rows, const cJSON *object, const char *const *aside,
                            enum row_kind kind)
{
    struct plan_builder *builder = rows->document->builder;
    struct record record;
    if (!take_object(rows, &record, object, aside))
        return NULL;
    if (!place_extras(&record, builder->plan)) {
        json_document_refuse(rows->document, object, TOO_WIDE);
        return NULL;
    }
    struct task *task = plan_builder_make_row(builder, &record.row);
    if (kind == ROW_TASK || kind == ROW_GROUP)
        plan_builder_read_amount(builder, &record.row, task);
    if (kind == ROW_TASK)
        plan_builder_append_task(builder, &record.row, task);
    return task;
}
