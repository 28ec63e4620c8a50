// SPDX-License-Identifier: MIT
#include "read/json/json_row.h"

#include "base/memory.h"
#include "base/message.h"

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

/* The plan's column for a key that is not known, looked for from a guess on and made where it is
 * new; JSON_KEYS_MAX: one too many. */
static size_t extra_column(struct plan *plan, const char *key, size_t guess)
{
    for (size_t i = 0; i < plan->extra_count; i++) {
        size_t column = (guess + i) % plan->extra_count;
        if (strcmp(plan->extra_names[column], key) == 0)
            return column;
    }
    if (plan->extra_count == JSON_KEYS_MAX)
        return JSON_KEYS_MAX;
    plan->extra_names = memory_grow((void *)plan->extra_names, plan->extra_count,
                                    &plan->extra_capacity, sizeof *plan->extra_names);
    plan->extra_names[plan->extra_count] = arena_intern(plan->arena, key, strlen(key));
    return plan->extra_count++;
}

/* Members whose keys are not known, and the plan's columns for them. */
struct extras {
    size_t count, width; /* and one more than the last of the columns */
    const cJSON *members[JSON_KEYS_MAX];
    size_t columns[JSON_KEYS_MAX];
};

static void add_extra(struct extras *extras, struct plan *plan, const cJSON *member)
{
    size_t guess = extras->count > 0 ? extras->columns[extras->count - 1] + 1 : 0;
    size_t column = extra_column(plan, member->string, guess);
    extras->width = column >= extras->width ? column + 1 : extras->width;
    extras->members[extras->count] = member;
    extras->columns[extras->count++] = column;
}

static const struct extra_cells *read_extras(const struct json_document *document,
                                             const cJSON *object, const struct extras *extras)
{
    struct arena *arena = document->builder->plan->arena;
    if (extras->width > JSON_KEYS_MAX)
        json_document_refuse(document, object, TOO_WIDE);
    if (extras->width > JSON_KEYS_MAX || extras->count == 0)
        return NULL;
    struct extra_cells *extra = arena_alloc(arena, sizeof *extra);
    extra->count = extras->width;
    extra->cells = arena_alloc(arena, extra->count * sizeof *extra->cells);
    for (size_t i = 0; i < extras->count; i++)
        extra->cells[extras->columns[i]] = json_document_cell(document, extras->members[i]);
    return extra;
}

bool json_row_is_among(const char *key, const char *const *known)
{
    for (; *known != NULL; known++)
        if (strcmp(*known, key) == 0)
            return true;
    return false;
}

const struct extra_cells *json_row_extras(const struct json_document *document, const cJSON *object,
                                          const char *const *known)
{
    struct extras extras;
    extras.count = extras.width = 0;
    for (const cJSON *m = object->child; m != NULL; m = m->next)
        if (!json_row_is_among(m->string, known))
            add_extra(&extras, document->builder->plan, m);
    return read_extras(document, object, &extras);
}

static bool is_key(int key, const char *text, size_t length)
{
    const char *name = task_columns.items[key].name;
    for (size_t i = 0; i < length; i++)
        if (name[i] != text[i])
            return false;
    return name[length] == '\0';
}

/* The column of a row's member, the `at`-th; -1: none. */
static int find_key(struct json_rows *rows, size_t at, const char *text, size_t length)
{
    int guess = at < JSON_KEYS_MAX ? rows->keys[at] - 1 : -1;
    if (guess >= 0 && is_key(guess, text, length))
        return guess;
    int key = 0, count = (int)task_columns.count;
    while (key < count && !is_key(key, text, length))
        key++;
    if (key == count)
        return -1;
    if (at < JSON_KEYS_MAX)
        rows->keys[at] = (unsigned char)(key + 1);
    return key;
}

/* Of a task that is not kept; a due date tells the year. */
#define CHECKED (ROW_CHECKED | COLUMN_BIT(COLUMN_DUE))

static bool is_needed(column_set without, int key)
{
    return ((COLUMNS_READ & ~without) >> key & 1) != 0;
}

/* What is asked for of a row, by the section that it names; a due date tells the year. */
static column_set without_of(const struct json_rows *rows, const char *code, bool has_due)
{
    struct plan_builder *builder = rows->document->builder;
    bool wanted = has_due || code == NULL || plan_builder_wants_code(builder, code);
    return wanted ? builder->without : ~CHECKED;
}

/* The cell that a scanned member is; NULL where it takes parsing to know. */
static const char *scanned_cell(struct json_rows *rows, const struct json_member *member, int key)
{
    const char *text = rows->document->scan.text + member->value + 1, *last = rows->last[key];
    size_t length = member->text_length;
    if (!member->is_string || memchr(text, '\\', length) != NULL)
        return NULL;
    if (last == NULL || strncmp(last, text, length) != 0 || last[length] != '\0')
        rows->last[key] = plan_builder_cell(rows->document->builder, text, length);
    return rows->last[key];
}

/* Whether a key may be another than it looks, or makes the object no row. */
static bool is_odd(const char *key, size_t length)
{
    static const char sections[] = "sections";
    bool same = length == sizeof sections - 1 && memcmp(key, sections, length) == 0;
    return same || memchr(key, '\\', length) != NULL;
}

/* Finds what the members of a scanned object are; false where they are to be looked at one by one,
 * parsed. */
static bool find_scanned(struct json_rows *rows)
{
    const struct json_scan *scan = &rows->document->scan;
    column_set seen = 0;
    if (scan->object_count != 1 || scan->member_count == 0 || scan->wide_count > 0 ||
        scan->member_count > JSON_KEYS_MAX)
        return false;
    for (size_t i = 0; i < scan->member_count; i++) {
        const struct json_member *member = &scan->members[i];
        const char *text = scan->text + member->key;
        int key = find_key(rows, i, text, member->key_length);
        rows->found[i] = (signed char)key;
        if (key >= 0 ? (seen >> key & 1) != 0 : is_odd(text, member->key_length))
            return false;
        seen |= key >= 0 ? COLUMN_BIT(key) : 0;
    }
    return true;
}

/* A whole number, or a string of digits and commas, as a cell; false for another value. */
static bool take_figure(char figure[16], const char *text, bool quoted)
{
    size_t digits = 0;
    text += quoted;
    while (digits < 15 &&
           ((text[digits] >= '0' && text[digits] <= '9') || (quoted && text[digits] == ',')))
        digits++;
    memcpy(figure, text, digits);
    figure[digits] = '\0';
    return digits > 0 && (quoted ? text[digits] == '"' : strchr(",} \t\r\n", text[digits]) != NULL);
}

/* What is checked of a row that no task keeps; false where that takes parsing. */
static bool pass_member(struct json_rows *rows, const struct json_member *member, int key)
{
    const char *text = rows->document->scan.text + member->value;
    bool figure = key == COLUMN_NUMBER || key == COLUMN_BUDGET;
    if (key < 0 || *text == 'n' || (member->is_string && member->text_length == 0))
        return key >= 0;
    if ((CHECKED >> key & 1) == 0)
        return member->is_string;
    if (figure && take_figure(rows->figures[key == COLUMN_BUDGET], text, member->is_string))
        rows->passed.cells[key] = rows->figures[key == COLUMN_BUDGET];
    else if (member->is_string)
        rows->passed.cells[key] = scanned_cell(rows, member, key);
    return rows->passed.cells[key] != NULL;
}

static bool pass(struct json_rows *rows, column_set without)
{
    const struct json_scan *scan = &rows->document->scan;
    if (!rows->may_pass || scan->escaped || without != ~CHECKED)
        return false;
    rows->passed = (struct row){.line = 0};
    for (size_t i = 0; i < scan->member_count; i++)
        if (!pass_member(rows, &scan->members[i], rows->found[i]))
            return false;
    return true;
}

int json_rows_parse(struct json_rows *rows)
{
    struct json_document *document = rows->document;
    const struct json_scan *scan = &document->scan;
    const char *section = NULL;
    bool has_due = false;
    rows->is_passed = false;
    rows->is_known = find_scanned(rows);
    if (!rows->is_known)
        return json_document_parse(document, NULL);
    for (size_t i = 0; i < scan->member_count; i++) {
        if (rows->found[i] == COLUMN_SECTION)
            section = scanned_cell(rows, &scan->members[i], COLUMN_SECTION);
        has_due |= rows->found[i] == COLUMN_DUE && scan->members[i].is_string;
    }
    column_set without = without_of(rows, section, has_due);
    rows->is_passed = pass(rows, without);
    for (size_t i = 0; i < scan->member_count && !rows->is_passed; i++) {
        int key = rows->found[i];
        rows->left_out[i] = scan->members[i].is_string && key >= 0 && !is_needed(without, key);
    }
    return rows->is_passed ? 0 : json_document_parse(document, rows->left_out);
}

bool json_rows_is_row(const struct json_rows *rows)
{
    const cJSON *root = rows->document->root;
    return rows->is_known ||
           (cJSON_IsObject(root) && cJSON_GetObjectItemCaseSensitive(root, "sections") == NULL);
}

/* The members of an object that are read, and the object: what row.context points to. */
struct record {
    const struct json_document *document;
    const cJSON *object;
    const cJSON *members[TASK_COLUMNS_MAX];
    unsigned short at[TASK_COLUMNS_MAX]; /* their numbers in the scan, from 1; 0: not known */
};

static void locate(const struct row *row, int key, struct place *place)
{
    const struct record *record = row->context;
    const struct json_scan *scan = &record->document->scan;
    if (record->object == NULL && record->at[key] == 0)
        json_document_locate_at(record->document, scan->objects[0], place);
    else if (record->at[key] > 0)
        json_document_locate_at(record->document, scan->members[record->at[key] - 1].value, place);
    else
        json_document_locate_member(record->document, record->object, record->members[key], place);
}

static bool add_unknown(struct extras *extras, const cJSON *member)
{
    for (size_t i = 0; i < extras->count; i++)
        if (strcmp(extras->members[i]->string, member->string) == 0)
            return false;
    extras->members[extras->count++] = member;
    return true;
}

/* The members of a row that the scan knows, and are not twice. */
static bool take_members(const struct json_rows *rows, struct record *record, struct extras *extras)
{
    const struct json_scan *scan = &rows->document->scan;
    const cJSON *member = record->object->child;
    for (size_t i = 0; i < scan->member_count; i++) {
        int key = rows->found[i];
        if (key >= 0)
            record->at[key] = (unsigned short)(i + 1);
        if (rows->left_out[i])
            continue;
        if (key >= 0)
            record->members[key] = member;
        else if (!add_unknown(extras, member))
            return false;
        member = member->next;
    }
    return true;
}

/* False where a key stands a second time, or there are too many. */
static bool find_members(struct json_rows *rows, struct record *record, struct extras *extras)
{
    size_t at = 0;
    extras->count = 0;
    if (rows->is_known && record->object == rows->document->root)
        return take_members(rows, record, extras);
    for (const cJSON *m = record->object->child; m != NULL; m = m->next, at++) {
        int key = find_key(rows, at, m->string, strlen(m->string));
        if (at == JSON_KEYS_MAX || (key >= 0 && record->members[key] != NULL))
            return false;
        if (key >= 0)
            record->members[key] = m;
        else if (!add_unknown(extras, m))
            return false;
    }
    return true;
}

/* Cells repeat: one that is as in the row before is stored already. */
static const char *read_cell(struct json_rows *rows, const cJSON *value, int key)
{
    if (!cJSON_IsString(value))
        return json_document_cell(rows->document, value);
    if (rows->last[key] != NULL && strcmp(value->valuestring, rows->last[key]) == 0)
        return rows->last[key];
    const char *cell = json_document_cell(rows->document, value);
    if (cell != NULL)
        rows->last[key] = cell;
    return cell;
}

/* A figure that is only looked at need not be stored. */
static bool is_figure(const char *text)
{
    size_t digits = 0;
    while (text[digits] >= '0' && text[digits] <= '9')
        digits++;
    return digits > 0 && text[digits] == '\0';
}

static const char *read_key(struct json_rows *rows, const cJSON *value, int key, bool wanted)
{
    if (!wanted && (key == COLUMN_NUMBER || key == COLUMN_BUDGET) && cJSON_IsString(value) &&
        is_figure(value->valuestring))
        return value->valuestring;
    return read_cell(rows, value, key);
}

static void read_cells(struct json_rows *rows, const struct record *record, struct row *row,
                       const struct section *section)
{
    const cJSON *named = record->members[COLUMN_SECTION];
    if (cJSON_IsString(named))
        row->cells[COLUMN_SECTION] = read_cell(rows, named, COLUMN_SECTION);
    const char *code = section != NULL ? section->code : row->cells[COLUMN_SECTION];
    column_set without = without_of(rows, code, cJSON_IsString(record->members[COLUMN_DUE]));
    bool wanted = without == rows->document->builder->without;
    for (int key = 0; key < (int)task_columns.count; key++) {
        const cJSON *value = record->members[key];
        bool unread = key >= COLUMN_COMPUTED;
        if (value == NULL || (!unread && row->cells[key] != NULL))
            continue;
        if (unread && !cJSON_IsString(value))
            json_document_cell(rows->document, value); /* none at all is an error */
        else if (is_needed(without, key) || !(cJSON_IsString(value) || cJSON_IsNull(value)))
            row->cells[key] = read_key(rows, value, key, wanted);
    }
    const char *budget = row->cells[COLUMN_BUDGET];
    if (cJSON_IsNumber(record->members[COLUMN_BUDGET]) && budget != NULL && strchr(budget, ','))
        row->decimal_mark = ',';
}

static void find_columns(struct plan *plan, struct extras *extras)
{
    size_t count = extras->count;
    extras->count = extras->width = 0;
    for (size_t i = 0; i < count; i++)
        add_extra(extras, plan, extras->members[i]);
}

static void add_passed(struct json_rows *rows)
{
    struct json_document *document = rows->document;
    struct plan_builder *builder = document->builder;
    struct record record = {.document = document};
    struct row *row = &rows->passed;
    row->line = source_line(builder->source, &document->lines,
                            document->offset + document->scan.objects[0]);
    row->locate = locate;
    row->context = &record;
    for (size_t i = 0; i < document->scan.member_count; i++)
        record.at[rows->found[i]] = (unsigned short)(i + 1);
    if (plan_builder_select(builder, row) != NULL)
        plan_builder_add(builder, NULL, row);
}

void json_rows_add(struct json_rows *rows, const cJSON *object, struct section *section)
{
    struct json_document *document = rows->document;
    struct plan_builder *builder = document->builder;
    if (object == NULL) {
        add_passed(rows);
        return;
    }
    if (!cJSON_IsObject(object)) {
        json_document_refuse(document, object, "expected an object, a task");
        return;
    }
    size_t before = builder->errors->count;
    struct extras extras;
    struct record record = {.document = document, .object = object};
    struct row row = {
        .line = json_document_line(document, object), .locate = locate, .context = &record};
    if (!find_members(rows, &record, &extras)) {
        json_row_check_keys(document, object);
        return;
    }
    read_cells(rows, &record, &row, section);
    struct plan *plan = section != NULL ? builder->plan : plan_builder_select(builder, &row);
    if (plan == NULL)
        return;
    find_columns(plan, &extras);
    row.extra = read_extras(document, object, &extras);
    if (builder->errors->count == before)
        plan_builder_add(builder, section, &row);
}
