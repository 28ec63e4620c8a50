// SPDX-License-Identifier: MIT
#include "io/formats.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/suggest.h"
#include "base/text.h"
#include "io/json_scan.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <limits.h>
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
    const struct json_scan *scan;
    size_t object_count, object_capacity, object_next;
    size_t value_count, wide_next; /* while its values are listed */
    struct line_cursor *lines;
};

/* cJSON has numbers as doubles: what is too wide for one keeps its digits beside it. */
static void keep_digits(struct document *document, cJSON *value)
{
    const struct json_scan *scan = document->scan;
    if (document->wide_next == scan->wide_count)
        return;
    const struct json_wide *wide = &scan->wides[document->wide_next];
    if (wide->value != document->value_count)
        return;
    value->valuestring = memory_copy(scan->text + wide->offset, wide->length);
    document->wide_next++;
}

static void list_values(struct document *document, cJSON *value)
{
    document->value_count++;
    keep_digits(document, value);
    if (cJSON_IsObject(value)) {
        document->objects = memory_grow(document->objects, document->object_count,
                                        &document->object_capacity, sizeof *document->objects);
        document->objects[document->object_count++] = value;
    }
    for (cJSON *child = value->child; child != NULL; child = child->next)
        list_values(document, child);
}

/* The line of an object that comes after the last one asked for. */
static size_t object_line(struct document *document, const cJSON *object)
{
    while (document->objects[document->object_next] != object)
        document->object_next++;
    size_t offset = document->offset + document->scan->objects[document->object_next];
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

static size_t value_offset(const struct document *document, const cJSON *value)
{
    const struct source *source = document->builder->source;
    struct json_scan scan = {.text = source->text + document->offset, .length = document->length};
    count_to(document->root, value, &scan.wanted);
    json_scan_value(&scan);
    return document->offset + scan.found;
}

static void locate_value(const struct document *document, const cJSON *value, struct place *place)
{
    source_locate(document->builder->source, value_offset(document, value), &place->line,
                  &place->column);
}

static int refuse(const struct document *document, const cJSON *value, const char *problem)
{
    char quoted[TEXT_QUOTE_SIZE];
    const char *key = value->string != NULL ? value->string : "";
    struct error *error =
        error_list_add(document->builder->errors, document->builder->source->path, "%s%s%s",
                       text_quote(quoted, key, strlen(key)), *key != '\0' ? ": " : "", _(problem));
    if (error != NULL)
        locate_value(document, value, &error->place);
    return -1;
}

/* The members of an object that are read, and the object: what row.context points to. */
struct record {
    const struct document *document;
    const cJSON *object;
    const cJSON *members[ROW_KEYS];
};

/* Looks from the object on, whose line was asked for last: a file has many. */
static void locate_member(const struct document *document, const cJSON *object, const cJSON *value,
                          struct place *place)
{
    const struct source *source = document->builder->source;
    size_t start = document->offset + document->scan->objects[document->object_next];
    struct json_scan scan = {.text = source->text + start, .length = source->length - start};
    count_to(object, value != NULL ? value : object, &scan.wanted);
    json_scan_value(&scan);
    source_locate_from(source, *document->lines, start + scan.found, place);
}

static void locate(const struct row *row, int key, struct place *place)
{
    const struct record *record = row->context;
    locate_member(record->document, record->object, record->members[key], place);
}

/* No table is wider; each key beyond a task's own is a column of every task. */
#define KEYS_MAX 256
#define TOO_WIDE N_("expected at most 256 different keys")

/* A key twice: which of the two holds, nobody can say. */
static int check_keys(const struct document *document, const cJSON *object)
{
    int status = 0;
    if (cJSON_GetArraySize(object) > KEYS_MAX)
        return refuse(document, object, TOO_WIDE);
    for (const cJSON *member = object->child; member != NULL; member = member->next)
        for (const cJSON *other = object->child; other != member; other = other->next)
            if (strcmp(member->string, other->string) == 0)
                status = refuse(document, member, "a second time in one object");
    return status;
}

/* 15 digits with a decimal point after the first, times a power of ten, without an exponent. */
static void add_decimal(struct strbuf *out, const char *digits, int exponent)
{
    int count = 15;
    while (count > 1 && count > exponent + 1 && digits[count - 1] == '0')
        count--;
    if (exponent < 0)
        strbuf_adds(out, "0,");
    for (int i = exponent + 1; i < 0; i++)
        strbuf_addc(out, '0');
    for (int i = 0; i < count || i <= exponent; i++) {
        if (i == exponent + 1 && exponent >= 0)
            strbuf_addc(out, ',');
        strbuf_addc(out, i < count ? digits[i] : '0');
    }
}

/*
 * A number's digits as a cell, a fraction with the decimal mark of the plans. The scan has seen to
 * it that a double holds them all.
 */
static const char *number_cell(const struct document *document, const cJSON *value)
{
    char scientific[32], digits[16]; /* d.dddddddddddddde±xx */
    double number = value->valuedouble;
    if (value->valuestring != NULL)
        return plan_builder_cell(document->builder, value->valuestring, strlen(value->valuestring));
    if (fabs(number) < 1e16 && number == (double)(int64_t)number) {
        int length = snprintf(scientific, sizeof scientific, "%" PRId64, (int64_t)number);
        return plan_builder_cell(document->builder, scientific, (size_t)length);
    }
    snprintf(scientific, sizeof scientific, "%.14e", fabs(number));
    char *end = strchr(scientific, 'e');
    int exponent = end != NULL ? atoi(end + 1) : INT_MAX;
    if (exponent > 14 || exponent < -14) {
        refuse(document, value, "expected at most 15 digits, or a string");
        return NULL;
    }
    snprintf(digits, sizeof digits, "%c%.14s", scientific[0], scientific + 2);
    struct strbuf text = {0};
    strbuf_adds(&text, number < 0 ? "-" : "");
    add_decimal(&text, digits, exponent);
    const char *cell = plan_builder_cell(document->builder, text.text, text.length);
    strbuf_release(&text);
    return cell;
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

/* The plan's column for a key that is not known, made where it is new; KEYS_MAX: one too many. */
static size_t extra_column(struct plan *plan, const char *key)
{
    for (size_t i = 0; i < plan->extra_count; i++)
        if (strcmp(plan->extra_names[i], key) == 0)
            return i;
    if (plan->extra_count == KEYS_MAX)
        return KEYS_MAX;
    plan->extra_names = memory_grow((void *)plan->extra_names, plan->extra_count,
                                    &plan->extra_capacity, sizeof *plan->extra_names);
    plan->extra_names[plan->extra_count] = arena_intern(plan->arena, key, strlen(key));
    return plan->extra_count++;
}

static bool is_among(const char *key, const char *const *known)
{
    for (; *known != NULL; known++)
        if (strcmp(*known, key) == 0)
            return true;
    return false;
}

/* Members whose keys are not known, in the plan's columns for them. */
static const struct extra_cells *read_extras(const struct document *document, const cJSON *object,
                                             const char *const *known)
{
    struct plan *plan = document->builder->plan;
    size_t count = 0;
    for (const cJSON *m = object->child; m != NULL; m = m->next)
        if (!is_among(m->string, known) && extra_column(plan, m->string) >= count)
            count = extra_column(plan, m->string) + 1;
    if (count > KEYS_MAX) {
        refuse(document, object, TOO_WIDE);
        count = 0;
    }
    if (count == 0)
        return NULL;
    struct extra_cells *extra = arena_alloc(plan->arena, sizeof *extra);
    extra->count = count;
    extra->cells = arena_alloc(plan->arena, count * sizeof *extra->cells);
    for (const cJSON *m = object->child; m != NULL; m = m->next)
        if (!is_among(m->string, known))
            extra->cells[extra_column(plan, m->string)] = cell(document, m);
    return extra;
}

/* A section's own columns; what is no cell («task» for «tasks») would lose what it holds. */
static const struct extra_cells *read_section_extras(const struct document *document,
                                                     const cJSON *object)
{
    static const char *const keys[] = {"code", "title", "tasks", "budget", NULL};
    char hint[SUGGESTION_SIZE], problem[SUGGESTION_SIZE + 32];
    for (const cJSON *m = object->child; m != NULL; m = m->next)
        if (!is_among(m->string, keys) && (cJSON_IsArray(m) || cJSON_IsObject(m))) {
            snprintf(problem, sizeof problem, _("no such key here%s"),
                     suggest(hint, m->string, keys));
            refuse(document, m, problem);
            return NULL;
        }
    return read_extras(document, object, keys);
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
    if (check_keys(document, object) != 0)
        return;
    for (int key = 0; key < ROW_KEYS; key++) {
        record.members[key] = member(object, row_key_names[key]);
        row.cells[key] = cell(document, record.members[key]);
    }
    if (section == NULL && plan_builder_select(builder, &row) == NULL)
        return;
    row.extra = read_extras(document, object, row_key_names);
    row.decimal_mark = cJSON_IsNumber(record.members[ROW_BUDGET]) ? ',' : '\0';
    if (builder->errors->count == before)
        plan_builder_add(builder, section, &row);
}

/* A key of a document or section that is not known: what it says would be lost. */
static void refuse_unknown(const struct document *document, const cJSON *object,
                           const char *const *known)
{
    char hint[SUGGESTION_SIZE], problem[SUGGESTION_SIZE + 32];
    for (const cJSON *m = object->child; m != NULL; m = m->next) {
        size_t i = 0;
        while (known[i] != NULL && strcmp(known[i], m->string) != 0)
            i++;
        if (known[i] != NULL)
            continue;
        snprintf(problem, sizeof problem, _("no such key here%s"), suggest(hint, m->string, known));
        refuse(document, m, problem);
    }
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
    section->line = (unsigned)object_line(document, object);
    section->declared_budget = cell(document, member(object, "budget"));
    const struct extra_cells *extra = read_section_extras(document, object);
    if (extra != NULL)
        section->extra = extra;
    if (builder->keep_places) {
        struct section_places *places = arena_alloc(builder->plan->arena, sizeof *places);
        locate_member(document, object, member(object, "title"), &places->title);
        section->places = places;
    }
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
    static const char *const keys[] = {"id",   "title",    "organisation", "year",
                                       "unit", "declared", "sections",     NULL};
    static const char *const declared_keys[] = {"tasks", "budget", NULL};
    check_keys(document, root);
    refuse_unknown(document, root, keys);
    plan->id = cell(document, member(root, "id"));
    if (plan->id != NULL && strpbrk(plan->id, "\n\r\t/:") != NULL)
        refuse(document, member(root, "id"), "expected it on one line, without '/' and ':'");
    plan->title = cell(document, member(root, "title"));
    plan->organisation = cell(document, member(root, "organisation"));
    read_year(document, member(root, "year"));
    read_unit(document, member(root, "unit"));
    const cJSON *declared = member(root, "declared");
    if (declared != NULL && !cJSON_IsObject(declared) && !cJSON_IsNull(declared))
        refuse(document, declared, "expected an object {\"tasks\", \"budget\"}");
    if (cJSON_IsObject(declared)) {
        check_keys(document, declared);
        refuse_unknown(document, declared, declared_keys);
    }
    plan->declared.tasks = cell(document, member(declared, "tasks"));
    plan->declared.budget = cell(document, member(declared, "budget"));
    if (plan->declared.tasks != NULL && document->builder->keep_places)
        locate_value(document, member(declared, "tasks"), &plan->declared.tasks_place);
    if (plan->declared.budget != NULL && document->builder->keep_places)
        locate_value(document, member(declared, "budget"), &plan->declared.budget_place);
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

/* Parses what was scanned; `alone` where it is all of the file. */
static int read_scanned(struct document *document, const struct json_scan *scan, bool alone)
{
    struct plan_builder *builder = document->builder;
    document->length = scan->offset;
    document->scan = scan;
    document->root = cJSON_ParseWithLength(scan->text, scan->offset);
    bool row = cJSON_IsObject(document->root) && member(document->root, "sections") == NULL;
    int status = 0;
    if (document->root == NULL) {
        status = source_error(builder->source, document->offset, builder->errors, "expected JSON");
    } else if (!alone && !row) {
        bool first = document->offset == 0;
        status = source_error(builder->source, document->offset + (first ? scan->offset : 0),
                              builder->errors, "%s",
                              first ? _("expected nothing after the JSON document")
                                    : _("expected a task on each line"));
    } else {
        list_values(document, document->root);
        read_document(document);
    }
    cJSON_Delete(document->root);
    free(document->objects);
    return status;
}

int json_plan_read(struct plan_builder *builder)
{
    const struct source *source = builder->source;
    struct line_cursor lines = {.line = 1};
    for (size_t offset = 0; offset < source->length;) {
        struct json_scan scan = {
            .text = source->text + offset, .length = source->length - offset, .list_objects = true};
        struct document document = {.builder = builder, .offset = offset, .lines = &lines};
        int status = json_scan_value(&scan);
        if (status != 0)
            source_error(source, offset + scan.offset, builder->errors, "%s", _(scan.problem));
        else
            status = read_scanned(&document, &scan, scan.offset == source->length);
        free(scan.objects);
        free(scan.wides);
        if (status != 0)
            return -1;
        offset += scan.offset;
    }
    return 0;
}
