// SPDX-License-Identifier: MIT
#include "io/json_row.h"

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

static bool is_among(const char *key, const char *const *known)
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
        if (!is_among(m->string, known))
            add_extra(&extras, document->builder->plan, m);
    return read_extras(document, object, &extras);
}

static bool is_key(int key, const char *text, size_t length)
{
    return strncmp(row_key_names[key], text, length) == 0 && row_key_names[key][length] == '\0';
}

/* The row_key of a row's member, the `at`-th; -1: none. */
static int find_key(struct json_rows *rows, size_t at, const char *text, size_t length)
{
    int guess = at < JSON_KEYS_MAX ? rows->keys[at] - 1 : -1;
    if (guess >= 0 && is_key(guess, text, length))
        return guess;
    int key = 0;
    while (key < ROW_KEYS && !is_key(key, text, length))
        key++;
    if (key == ROW_KEYS)
        return -1;
    if (at < JSON_KEYS_MAX)
        rows->keys[at] = (unsigned char)(key + 1);
    return key;
}

/* Of a task that is not kept, these are checked. */
enum {
    CHECKED = 1U << ROW_PLAN | 1U << ROW_SECTION | 1U << ROW_SECTION_TITLE | 1U << ROW_ID |
              1U << ROW_NUMBER | 1U << ROW_BUDGET | 1U << ROW_BUDGET_VND | 1U << ROW_DUE
};

static bool is_needed(unsigned without, int key)
{
    return key < ROW_DERIVED && (without >> key & 1) == 0;
}

/* What is asked for of a row, by the section that it names. */
static unsigned without_of(const struct json_rows *rows, const char *code)
{
    struct plan_builder *builder = rows->document->builder;
    bool wanted = code == NULL || plan_builder_wants(builder, code);
    return wanted ? builder->without : ~(unsigned)CHECKED;
}

/* The cell that a scanned member is; NULL where it takes parsing to know. */
static const char *scanned_cell(struct json_rows *rows, const struct json_member *member, int key)
{
    const char *text = rows->document->scan.text + member->text, *last = rows->last[key];
    size_t length = member->text_length;
    if (!member->is_string || memchr(text, '\\', length) != NULL)
        return NULL;
    if (last == NULL || strncmp(last, text, length) != 0 || last[length] != '\0')
        rows->last[key] = plan_builder_cell(rows->document->builder, text, length);
    return rows->last[key];
}

/* Whether a key may be one that makes the object no row: as it stands, or by its escapes. */
static bool may_be_sections(const char *key, size_t length)
{
    static const char sections[] = "sections";
    bool same = length == sizeof sections - 1 && memcmp(key, sections, length) == 0;
    return same || memchr(key, '\\', length) != NULL;
}

struct leaving_out {
    const struct json_rows *rows;
    unsigned without;
};

static bool is_left_out(void *context, size_t index)
{
    const struct leaving_out *leaving = context;
    int key = leaving->rows->found[index];
    return key >= 0 && !is_needed(leaving->without, key);
}

int json_rows_parse(struct json_rows *rows)
{
    struct json_document *document = rows->document;
    const struct json_scan *scan = &document->scan;
    const char *section = NULL;
    rows->is_known = scan->text[json_scan_space(scan->text, 0, document->length)] == '{' &&
                     scan->member_count <= JSON_KEYS_MAX;
    for (size_t i = 0; i < scan->member_count && rows->is_known; i++) {
        const struct json_member *member = &scan->members[i];
        const char *key = scan->text + member->key;
        int found = find_key(rows, i, key, member->key_length);
        rows->found[i] = (signed char)found;
        if (found == ROW_SECTION)
            section = scanned_cell(rows, member, ROW_SECTION);
        rows->is_known = found >= 0 || !may_be_sections(key, member->key_length);
    }
    if (!rows->is_known)
        return json_document_parse(document, NULL, NULL);
    struct leaving_out leaving = {rows, without_of(rows, section)};
    return json_document_parse(document, is_left_out, &leaving);
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
    const cJSON *members[ROW_KEYS];
};

static void locate(const struct row *row, int key, struct place *place)
{
    const struct record *record = row->context;
    json_document_locate_member(record->document, record->object, record->members[key], place);
}

/* False where a key stands a second time, or there are too many. */
static bool find_members(struct json_rows *rows, struct record *record, struct extras *extras)
{
    bool is_known = rows->is_known && record->object == rows->document->root;
    size_t at = 0;
    extras->count = 0;
    for (const cJSON *m = record->object->child; m != NULL; m = m->next) {
        if (at == JSON_KEYS_MAX)
            return false;
        int key = is_known ? rows->found[at] : find_key(rows, at, m->string, strlen(m->string));
        at++;
        if (key >= 0) {
            if (record->members[key] != NULL)
                return false;
            record->members[key] = m;
            continue;
        }
        for (size_t i = 0; i < extras->count; i++)
            if (strcmp(extras->members[i]->string, m->string) == 0)
                return false;
        extras->members[extras->count++] = m;
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

static void read_cells(struct json_rows *rows, const struct record *record, struct row *row,
                       const struct section *section)
{
    const cJSON *named = record->members[ROW_SECTION];
    const char *code = section != NULL ? section->code : NULL;
    if (cJSON_IsString(named))
        row->cells[ROW_SECTION] = read_cell(rows, named, ROW_SECTION);
    unsigned without = without_of(rows, code != NULL ? code : row->cells[ROW_SECTION]);
    for (int key = 0; key < ROW_KEYS; key++) {
        const cJSON *value = record->members[key];
        bool needed = is_needed(without, key) || !(cJSON_IsString(value) || cJSON_IsNull(value));
        if (value != NULL && row->cells[key] == NULL && needed)
            row->cells[key] = read_cell(rows, value, key);
    }
    const char *budget = row->cells[ROW_BUDGET];
    if (cJSON_IsNumber(record->members[ROW_BUDGET]) && budget != NULL && strchr(budget, ','))
        row->decimal_mark = ',';
}

static void find_columns(struct plan *plan, struct extras *extras)
{
    size_t count = extras->count;
    extras->count = extras->width = 0;
    for (size_t i = 0; i < count; i++)
        add_extra(extras, plan, extras->members[i]);
}

void json_rows_add(struct json_rows *rows, const cJSON *object, struct section *section)
{
    struct json_document *document = rows->document;
    struct plan_builder *builder = document->builder;
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
