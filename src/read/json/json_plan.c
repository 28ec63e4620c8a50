// SPDX-License-Identifier: MIT
#include "read/formats.h"

#include "base/message.h"
#include "base/suggest.h"
#include "read/json/json_list.h"
#include "read/json/json_row.h"

#include <stdio.h>
#include <string.h>

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* A section's own columns; what is no cell («task» for «tasks») would lose what it holds. */
static const struct extra_cells *read_section_extras(const struct json_document *document,
                                                     const cJSON *object)
{
    static const char *const keys[] = {"code", "title", "tasks", "budget", "columns", NULL};
    char hint[SUGGESTION_SIZE], problem[SUGGESTION_SIZE + 32];
    for (const cJSON *m = object->child; m != NULL; m = m->next)
        if (!json_row_is_among(m->string, keys) && (cJSON_IsArray(m) || cJSON_IsObject(m))) {
            snprintf(problem, sizeof problem, _("no such key here%s"),
                     suggest(hint, m->string, keys));
            json_document_refuse(document, m, problem);
            return NULL;
        }
    return json_row_extras(document, object, keys);
}

/* A key of a document or section that is not known: what it says would be lost. */
static void refuse_unknown(const struct json_document *document, const cJSON *object,
                           const char *const *known)
{
    char hint[SUGGESTION_SIZE], problem[SUGGESTION_SIZE + 32];
    for (const cJSON *m = object->child; m != NULL; m = m->next) {
        if (json_row_is_among(m->string, known))
            continue;
        snprintf(problem, sizeof problem, _("no such key here%s"), suggest(hint, m->string, known));
        json_document_refuse(document, m, problem);
    }
}

static void add_section(struct json_rows *rows, const cJSON *object)
{
    struct json_document *document = rows->document;
    struct plan_builder *builder = document->builder;
    if (!cJSON_IsObject(object)) {
        json_document_refuse(document, object, "expected an object, a section");
        return;
    }
    json_row_check_keys(document, object);
    const char *code = json_document_cell(document, member(object, "code"));
    const cJSON *tasks = member(object, "tasks");
    if (code == NULL || section_value(code) == 0) {
        json_document_refuse(document, object, "expected a section's code, a Roman numeral");
        return;
    }
    if (plan_find_section(builder->plan, section_value(code)) != NULL)
        json_document_refuse(document, object, "a section with this code a second time");
    if (tasks != NULL && !cJSON_IsArray(tasks))
        json_document_refuse(document, tasks, "expected an array of tasks");
    struct section *section = plan_add_section(
        builder->plan, code, json_document_cell(document, member(object, "title")));
    section->line = (unsigned)json_document_line(document, object);
    section->declared_budget = json_document_cell(document, member(object, "budget"));
    const struct extra_cells *extra = read_section_extras(document, object);
    if (extra != NULL)
        section->extra = extra;
    if (builder->keep_places) {
        struct section_places *places = arena_alloc(builder->plan->arena, sizeof *places);
        json_document_locate_member(document, object, member(object, "title"), &places->title);
        section->places = places;
    }
    for (const cJSON *task = cJSON_IsArray(tasks) ? tasks->child : NULL; task; task = task->next)
        json_rows_add(rows, task, section);
}

static void read_unit(const struct json_document *document, const cJSON *unit)
{
    const char *text = json_document_cell(document, unit);
    int64_t found = text != NULL ? money_unit_find(text) : 0;
    if (found > 0)
        plan_builder_state_unit(document->builder, found);
    else if (text != NULL)
        json_document_refuse(document, unit, "expected đồng, nghìn đồng, triệu đồng or tỷ đồng");
}

static void read_year(const struct json_document *document, const cJSON *year)
{
    if (year == NULL || cJSON_IsNull(year))
        return;
    int value = cJSON_IsNumber(year) ? year->valueint : 0;
    if (value < 1900 || value > 2999 || year->valuedouble != value)
        json_document_refuse(document, year, "expected a year as 2021");
    document->builder->plan->year = value;
}

static void read_plan(struct json_rows *rows)
{
    struct json_document *document = rows->document;
    struct plan *plan = document->builder->plan;
    const cJSON *root = document->root, *sections = member(root, "sections");
    static const char *const keys[] = {"id",   "title",    "organisation", "year",
                                       "unit", "declared", "sections",     NULL};
    static const char *const declared_keys[] = {"tasks", "budget", NULL};
    json_row_check_keys(document, root);
    refuse_unknown(document, root, keys);
    plan->id = json_document_cell(document, member(root, "id"));
    if (plan->id != NULL && strpbrk(plan->id, "\n\r\t/:") != NULL)
        json_document_refuse(document, member(root, "id"),
                             "expected it on one line, without '/' and ':'");
    plan->title = json_document_cell(document, member(root, "title"));
    plan->organisation = json_document_cell(document, member(root, "organisation"));
    read_year(document, member(root, "year"));
    read_unit(document, member(root, "unit"));
    const cJSON *declared = member(root, "declared");
    if (declared != NULL && !cJSON_IsObject(declared) && !cJSON_IsNull(declared))
        json_document_refuse(document, declared, "expected an object {\"tasks\", \"budget\"}");
    if (cJSON_IsObject(declared)) {
        json_row_check_keys(document, declared);
        refuse_unknown(document, declared, declared_keys);
    }
    plan->declared.tasks = json_document_cell(document, member(declared, "tasks"));
    plan->declared.budget = json_document_cell(document, member(declared, "budget"));
    if (document->builder->keep_places) {
        struct declared_places *places = arena_alloc(plan->arena, sizeof *places);
        if (plan->declared.tasks != NULL)
            json_document_locate(document, member(declared, "tasks"), &places->tasks);
        if (plan->declared.budget != NULL)
            json_document_locate(document, member(declared, "budget"), &places->budget);
        plan->declared.places = places;
    }
    if (!cJSON_IsArray(sections)) {
        json_document_refuse(document, sections, "expected an array of sections");
        return;
    }
    for (const cJSON *section = sections->child; section != NULL; section = section->next)
        add_section(rows, section);
}

/* The file's first value: all of it, or the first of JSON Lines. */
static int read_first(struct json_rows *rows)
{
    struct json_document *document = rows->document;
    const struct source *source = document->builder->source;
    if (json_document_scan(document, 0, source->length, 0) != 0)
        return -1;
    bool is_alone = document->length == source->length;
    if (!json_rows_add_scanned(rows)) {
        if (json_document_parse(document) != 0)
            return -1;
        bool is_plan = cJSON_IsObject(document->root) && !json_rows_is_row(document->root);
        if (!is_alone && !json_rows_is_row(document->root))
            return source_error(source, document->length, document->builder->errors,
                                "expected nothing after the JSON document");
        if (is_plan)
            read_plan(rows);
        else
            json_rows_add(rows, document->root, NULL);
    }
    return is_alone ? 0 : json_list_read_lines(document);
}

int json_plan_read(struct plan_builder *builder)
{
    const struct source *source = builder->source;
    size_t first = json_scan_space(source->text, 0, source->length);
    if (first < source->length && source->text[first] == '[')
        return json_list_read_array(builder);
    struct json_document document;
    struct json_rows rows = {.document = &document};
    json_document_init(&document, builder);
    int status = read_first(&rows);
    json_rows_release(&rows);
    json_document_release(&document);
    return status;
}
