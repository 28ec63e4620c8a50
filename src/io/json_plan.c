// SPDX-License-Identifier: MIT
#include "io/formats.h"

#include "base/memory.h"
#include "base/text.h"
#include "io/json_scan.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One top-level value of the text: the document, or a line of JSON Lines. */
struct document {
    struct plan_builder *builder;
    size_t offset, length; /* its bytes in the source */
    cJSON *root;
    const cJSON **objects; /* all of them, in document order, and where each starts */
    const size_t *object_offsets;
    size_t object_count, object_capacity, object_next;
    struct line_cursor *lines;
};

static void list_objects(struct document *document, const cJSON *value)
{
    if (cJSON_IsObject(value)) {
        document->objects = memory_grow(document->objects, document->object_count,
                                        &document->object_capacity, sizeof *document->objects);
        document->objects[document->object_count++] = value;
    }
    for (const cJSON *child = value->child; child != NULL; child = child->next)
        list_objects(document, child);
}

/* The line of an object that comes after the last one asked for. */
static size_t object_line(struct document *document, const cJSON *object)
{
    while (document->objects[document->object_next] != object)
        document->object_next++;
    size_t offset = document->offset + document->object_offsets[document->object_next];
    return source_line(document->builder->source, document->lines, offset);
}

/* The number of `wanted` in document order, from 1; counted in *seen. */
static bool count_to(const cJSON *value, const cJSON *wanted, size_t *seen)
{
    ++*seen;
    if (value == wanted)
        return true;
    for (const cJSON *child = value->child; child != NULL; child = child->next)
        if (count_to(child, wanted, seen))
            return true;
    return false;
}

static void locate_value(const struct document *document, const cJSON *value, size_t *line,
                         size_t *column)
{
    const struct source *source = document->builder->source;
    struct json_scan scan = {.text = source->text + document->offset, .length = document->length};
    count_to(document->root, value, &scan.wanted);
    json_scan_value(&scan);
    source_locate(source, document->offset + scan.found, line, column);
}

static int refuse(const struct document *document, const cJSON *value, const char *problem)
{
    size_t line = 0, column = 0;
    if (document->builder->errors->count < ERROR_LIST_KEPT)
        locate_value(document, value, &line, &column);
    return error_set_at(error_list_next(document->builder->errors), document->builder->source->path,
                        line, column, "%s%s%s", value->string != NULL ? value->string : "",
                        value->string != NULL ? ": " : "", problem);
}

/* The members of an object that are read, and the object: what row.context points to. */
struct record {
    const struct document *document;
    const cJSON *object;
    const cJSON *members[ROW_KEYS];
};

static void locate(const struct row *row, int key, size_t *line, size_t *column)
{
    const struct record *record = row->context;
    const cJSON *member = record->members[key];
    locate_value(record->document, member != NULL ? member : record->object, line, column);
}

/* A key twice: which of the two holds, nobody can say. */
static int check_keys(const struct document *document, const cJSON *object)
{
    int status = 0;
    for (const cJSON *member = object->child; member != NULL; member = member->next)
        for (const cJSON *other = object->child; other != member; other = other->next)
            if (strcmp(member->string, other->string) == 0)
                status = refuse(document, member, "a second time in one object");
    return status;
}

/*
 * A number's digits as a cell. A double holds 15 of them exactly; more must come as a string.
 * A fraction is written with the decimal mark of the plans.
 */
static const char *number_cell(const struct document *document, const cJSON *value)
{
    char text[64];
    double number = value->valuedouble;
    if (!(fabs(number) < 1e15) || (number != 0 && fabs(number) < 1e-6)) {
        refuse(document, value, "expected at most 15 digits, or a string");
        return NULL;
    }
    snprintf(text, sizeof text, "%.15g", number);
    char *point = strchr(text, '.');
    if (point != NULL)
        *point = ',';
    return plan_builder_cell(document->builder, text, strlen(text));
}

/* A string or number as a cell; anything else but null is an error. NULL where blank. */
static const char *cell(const struct document *document, const cJSON *value)
{
    if (value == NULL || cJSON_IsNull(value))
        return NULL;
    if (cJSON_IsString(value))
        return plan_builder_cell(document->builder, value->valuestring, strlen(value->valuestring));
    if (cJSON_IsNumber(value))
        return number_cell(document, value);
    refuse(document, value, "expected a string, a number or null");
    return NULL;
}

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

static void add_record(struct document *document, const cJSON *object, struct section *section)
{
    struct plan_builder *builder = document->builder;
    if (!cJSON_IsObject(object)) {
        refuse(document, object, "expected an object, a task");
        return;
    }
    size_t before = builder->errors->count;
    struct record record = {.document = document, .object = object};
    struct row row = {.line = object_line(document, object), .locate = locate, .context = &record};
    check_keys(document, object);
    for (int key = 0; key < ROW_KEYS; key++) {
        record.members[key] = member(object, row_key_names[key]);
        row.cells[key] = cell(document, record.members[key]);
    }
    row.decimal_mark = cJSON_IsNumber(record.members[ROW_BUDGET]) ? ',' : '\0';
    if (builder->errors->count == before)
        plan_builder_add(builder, section, &row);
}

static void add_section(struct document *document, const cJSON *object)
{
    struct plan_builder *builder = document->builder;
    if (!cJSON_IsObject(object)) {
        refuse(document, object, "expected an object, a section");
        return;
    }
    check_keys(document, object);
    const char *code = cell(document, member(object, "code"));
    const cJSON *tasks = member(object, "tasks");
    if (code == NULL || section_value(code) == 0) {
        refuse(document, object, "expected a section's code, a Roman numeral");
        return;
    }
    if (plan_find_section(builder->plan, section_value(code)) != NULL)
        refuse(document, object, "a section with this code a second time");
    if (tasks != NULL && !cJSON_IsArray(tasks))
        refuse(document, tasks, "expected an array of tasks");
    struct section *section =
        plan_add_section(builder->plan, code, cell(document, member(object, "title")));
    section->line = object_line(document, object);
    for (const cJSON *task = cJSON_IsArray(tasks) ? tasks->child : NULL; task; task = task->next)
        add_record(document, task, section);
}

static void read_unit(const struct document *document, const cJSON *unit)
{
    const char *text = cell(document, unit);
    int64_t found = text != NULL ? money_unit_find(text) : 0;
    if (found > 0)
        document->builder->money.unit = found;
    else if (text != NULL)
        refuse(document, unit, "expected đồng, nghìn đồng, triệu đồng or tỷ đồng");
}

static void read_year(const struct document *document, const cJSON *year)
{
    if (year == NULL || cJSON_IsNull(year))
        return;
    int value = cJSON_IsNumber(year) ? year->valueint : 0;
    if (value < 1900 || value > 2999 || year->valuedouble != value)
        refuse(document, year, "expected a year as 2021");
    document->builder->plan->year = value;
}

static void read_plan(struct document *document)
{
    struct plan *plan = document->builder->plan;
    const cJSON *root = document->root, *sections = member(root, "sections");
    check_keys(document, root);
    plan->id = cell(document, member(root, "id"));
    plan->title = cell(document, member(root, "title"));
    plan->organisation = cell(document, member(root, "organisation"));
    read_year(document, member(root, "year"));
    read_unit(document, member(root, "unit"));
    const cJSON *declared = member(root, "declared");
    if (declared != NULL && !cJSON_IsObject(declared) && !cJSON_IsNull(declared))
        refuse(document, declared, "expected an object {\"tasks\", \"budget\"}");
    plan->declared.tasks = cell(document, member(declared, "tasks"));
    plan->declared.budget = cell(document, member(declared, "budget"));
    if (!cJSON_IsArray(sections)) {
        refuse(document, sections, "expected an array of sections");
        return;
    }
    for (const cJSON *section = sections->child; section != NULL; section = section->next)
        add_section(document, section);
}

static void read_document(struct document *document)
{
    const cJSON *root = document->root;
    if (cJSON_IsArray(root)) {
        for (const cJSON *item = root->child; item != NULL; item = item->next)
            add_record(document, item, NULL);
        return;
    }
    if (cJSON_IsObject(root) && member(root, "sections") != NULL)
        read_plan(document);
    else
        add_record(document, root, NULL);
}

static int refuse_at(struct plan_builder *builder, size_t offset, const char *problem)
{
    size_t line, column;
    source_locate(builder->source, offset, &line, &column);
    return error_set_at(error_list_next(builder->errors), builder->source->path, line, column, "%s",
                        problem);
}

/* Parses what was scanned; `alone` where it is all of the file. */
static int read_scanned(struct document *document, const struct json_scan *scan, bool alone)
{
    document->length = scan->offset;
    document->object_offsets = scan->objects;
    document->root = cJSON_ParseWithLength(scan->text, scan->offset);
    bool row = cJSON_IsObject(document->root) && member(document->root, "sections") == NULL;
    int status = 0;
    if (document->root == NULL) {
        status = refuse_at(document->builder, document->offset, "expected JSON");
    } else if (!alone && !row) {
        bool first = document->offset == 0;
        status = refuse_at(document->builder, document->offset + (first ? scan->offset : 0),
                           first ? "expected nothing after the JSON document"
                                 : "expected a task on each line");
    } else {
        list_objects(document, document->root);
        read_document(document);
    }
    cJSON_Delete(document->root);
    free(document->objects);
    return status;
}

int json_plan_read(struct plan_builder *builder)
{
    const struct source *source = builder->source;
    struct line_cursor lines = {0, 1};
    for (size_t offset = 0; offset < source->length;) {
        struct json_scan scan = {
            .text = source->text + offset, .length = source->length - offset, .list_objects = true};
        struct document document = {.builder = builder, .offset = offset, .lines = &lines};
        int status = json_scan_value(&scan);
        if (status != 0)
            refuse_at(builder, offset + scan.offset, scan.problem);
        else
            status = read_scanned(&document, &scan, scan.offset == source->length);
        free(scan.objects);
        if (status != 0)
            return -1;
        offset += scan.offset;
    }
    return 0;
}
