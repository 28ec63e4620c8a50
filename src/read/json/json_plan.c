// SPDX-License-Identifier: MIT
#include "read/formats.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "plan/mark.h"
#include "plan/task_id.h"
#include "plan/tree.h"
#include "read/json/json_list.h"
#include "read/json/json_row.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const cJSON *member(const cJSON *object, const char *key)
{
    return cJSON_GetObjectItemCaseSensitive(object, key);
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

/* ---- The tree ---- */

/* The keys that a row of the tree has besides its cells. */
static const char *const node_keys[] = {"code",    "sections", "tasks", "goals",
                                        "remarks", "totals",   "cells", NULL};

static const cJSON *read_array(const struct json_document *document, const cJSON *object,
                               const char *key, const char *expected)
{
    const cJSON *array = member(object, key);
    if (array == NULL || cJSON_IsNull(array))
        return NULL;
    if (cJSON_IsArray(array))
        return array->child;
    json_document_refuse(document, array, expected);
    return NULL;
}

/* Refuses unknown keys: «task» for «tasks» would lose its content. */
static bool has_unknown(const struct json_document *document, const cJSON *object)
{
    char hint[SUGGESTION_SIZE], problem[SUGGESTION_SIZE + 32];
    bool unknown = false;
    for (const cJSON *m = cJSON_IsObject(object) ? object->child : NULL; m != NULL; m = m->next) {
        bool known = json_row_is_among(m->string, node_keys) || strcmp(m->string, "columns") == 0 ||
                     column_find(&task_columns, m->string) != NULL;
        if (known || !(cJSON_IsArray(m) || cJSON_IsObject(m)))
            continue;
        snprintf(problem, sizeof problem, _("no such key here%s"),
                 suggest(hint, m->string, node_keys));
        json_document_refuse(document, m, problem);
        unknown = true;
    }
    return unknown;
}

/* A code is to be a section's, a number to have figures. */
static const char *read_mark(const struct json_document *document, const cJSON *object)
{
    static const char *const keys[] = {"mark", "code", "number"};
    struct mark mark;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const cJSON *value = member(object, keys[i]);
        const char *text = json_document_cell(document, value);
        char quoted[TEXT_QUOTE_SIZE], problem[TEXT_QUOTE_SIZE + 64];
        if (text == NULL)
            continue;
        if (i == 1 && !mark_read(text, &mark)) {
            json_document_refuse(document, value, "expected a section's code, a Roman numeral");
        } else if (i == 2 && strpbrk(text, "123456789") == NULL) {
            snprintf(problem, sizeof problem, _("number «%s»: expected a figure as in 2"),
                     text_quote_all(quoted, text));
            json_document_refuse(document, value, problem);
        }
        return text;
    }
    return NULL;
}

/* An object's own statement of its section, id or plan. */
struct claim {
    const cJSON *object;
    const struct task *row;
};

struct tree {
    struct json_rows *rows;
    struct json_document *document;
    struct claim *claims;
    size_t claim_count, claim_capacity;
};

static void add_claim(struct tree *tree, const cJSON *object, const struct task *row)
{
    if (member(object, "section") == NULL && member(object, "id") == NULL &&
        row->tree->kind != ROW_GROUP)
        return;
    tree->claims =
        memory_grow(tree->claims, tree->claim_count, &tree->claim_capacity, sizeof *tree->claims);
    tree->claims[tree->claim_count++] = (struct claim){object, row};
}

static void check_claim(const struct json_document *document, const struct claim *claim)
{
    const struct section *section = claim->row->section;
    const cJSON *code = member(claim->object, "section"), *id = member(claim->object, "id");
    const char *cell = json_document_cell(document, code);
    char quoted[TEXT_QUOTE_SIZE], problem[2 * TEXT_QUOTE_SIZE + 64];
    if (cell != NULL && section_value(cell) != section->value) {
        snprintf(problem, sizeof problem, _("section «%s»: the task is in section %s"),
                 text_quote_all(quoted, cell), section->code);
        json_document_refuse(document, code, problem);
    }
    struct task_id parsed;
    cell = json_document_cell(document, id);
    if (cell != NULL && row_kind(claim->row) == ROW_TASK) {
        bool same = task_id_parse(cell, &parsed);
        parsed.plan = NULL;
        if (!same || !task_id_names(&parsed, claim->row)) {
            snprintf(problem, sizeof problem, _("id «%s» is not its row's section and number"),
                     text_quote_all(quoted, cell));
            json_document_refuse(document, id, problem);
        }
    }
}

/* A row of the tree below `group`, or NULL with an error. */
static struct task *make_node(struct tree *tree, const cJSON *object, enum row_kind kind,
                              struct task *group)
{
    struct json_document *document = tree->document;
    if (has_unknown(document, object) || json_row_check_keys(document, object) != 0)
        return NULL;
    const cJSON *cells = kind != ROW_TASK && kind != ROW_GROUP ? member(object, "cells") : NULL;
    struct task *row = json_rows_make(tree->rows, object, node_keys, kind);
    if (row == NULL)
        return NULL;
    if (cJSON_IsObject(cells)) {
        const struct task *more = json_rows_make(tree->rows, cells, node_keys, kind);
        for (int cell = 0; more != NULL && cell < TASK_FIELDS; cell++)
            row->text[cell] = more->text[cell] != NULL ? more->text[cell] : row->text[cell];
        if (more != NULL && more->extra->count > 0)
            row->extra = more->extra;
    }
    struct mark mark;
    row->tree = arena_alloc(document->builder->plan->arena, sizeof *row->tree);
    *row->tree = (struct tree_node){
        .kind = kind, .mark = read_mark(document, object), .group = group, .level = MARK_NONE};
    if (row->tree->mark != NULL && mark_read(row->tree->mark, &mark))
        row->tree->level = mark.kind;
    add_claim(tree, object, row);
    return row;
}

static void add_asides(struct tree *tree, const cJSON *object, struct task *group)
{
    static const struct {
        const char *key;
        enum row_kind kind;
    } asides[] = {{"goals", ROW_GOAL}, {"remarks", ROW_REMARK}, {"totals", ROW_TOTAL}};
    for (size_t i = 0; i < sizeof asides / sizeof *asides; i++)
        for (const cJSON *aside =
                 read_array(tree->document, object, asides[i].key, N_("expected an array"));
             aside != NULL; aside = aside->next) {
            struct task *row = make_node(tree, aside, asides[i].kind, group);
            if (row != NULL)
                plan_add_row(tree->document->builder->plan, row);
        }
}

static void add_children(struct tree *tree, const cJSON *object, struct task *group);

static void add_task(struct tree *tree, const cJSON *object, struct task *group)
{
    bool leaf = cJSON_GetArraySize(member(object, "tasks")) == 0 &&
                cJSON_GetArraySize(member(object, "sections")) == 0;
    struct task *row = make_node(tree, object, leaf ? ROW_TASK : ROW_GROUP, group);
    if (row == NULL)
        return;
    if (leaf && member(object, "number") == NULL && member(object, "mark") == NULL)
        json_document_refuse(tree->document, object, "expected a task's number or mark");
    if (!leaf)
        plan_add_row(tree->document->builder->plan, row);
    add_children(tree, object, row);
}

/* A section that has no code and no title holds the tasks of a plan without sections. */
static void add_section(struct tree *tree, const cJSON *object, struct task *group)
{
    struct json_document *document = tree->document;
    const cJSON *code = member(object, "code"), *mark = member(object, "mark");
    if (!cJSON_IsObject(object)) {
        json_document_refuse(document, object, "expected an object, a section");
        return;
    }
    bool named = read_mark(document, object) != NULL ||
                 json_document_cell(document, member(object, "title")) != NULL;
    if (code == NULL && mark == NULL) {
        json_document_refuse(document, object, "expected a section's code, a Roman numeral");
        return;
    }
    struct task *row = named ? make_node(tree, object, ROW_GROUP, group) : group;
    if (named && row == NULL)
        return;
    if (named)
        plan_add_row(document->builder->plan, row);
    add_children(tree, object, row);
}

static void add_children(struct tree *tree, const cJSON *object, struct task *group)
{
    const struct json_document *document = tree->document;
    add_asides(tree, object, group);
    for (const cJSON *task =
             read_array(document, object, "tasks", N_("expected an array of tasks"));
         task != NULL; task = task->next)
        add_task(tree, task, group);
    for (const cJSON *section =
             read_array(document, object, "sections", N_("expected an array of sections"));
         section != NULL; section = section->next)
        add_section(tree, section, group);
}

/* Two sections of one code cannot be told apart by what is typed. */
static void check_sections(const struct tree *tree)
{
    const struct plan *plan = tree->document->builder->plan;
    for (size_t i = 0; i < tree->claim_count; i++) {
        const struct section *section = tree->claims[i].row->section;
        char problem[TEXT_QUOTE_SIZE];
        if (section == NULL || section->row != tree->claims[i].row ||
            plan_find_section(plan, section->value) == section)
            continue;
        snprintf(problem, sizeof problem, _("section %s a second time: it stands in line %zu too"),
                 section->code, (size_t)plan_find_section(plan, section->value)->line);
        json_document_refuse(tree->document, tree->claims[i].object, problem);
    }
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
    static const char *const keys[] = {"id",       "title",    "organisation", "year",    "unit",
                                       "declared", "sections", "goals",        "remarks", "totals",
                                       NULL};
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
    if (document->builder->keep_locations) {
        struct declared_locations *locations = arena_alloc(plan->arena, sizeof *locations);
        if (plan->declared.tasks != NULL)
            json_document_locate(document, member(declared, "tasks"), &locations->tasks);
        if (plan->declared.budget != NULL)
            json_document_locate(document, member(declared, "budget"), &locations->budget);
        plan->declared.locations = locations;
    }
    if (!cJSON_IsArray(sections)) {
        json_document_refuse(document, sections, "expected an array of sections");
        return;
    }
    struct tree tree = {.rows = rows, .document = document};
    for (const cJSON *section = sections->child; section != NULL; section = section->next)
        add_section(&tree, section, NULL);
    add_asides(&tree, root, NULL);
    tree_finish(plan);
    for (size_t i = 0; i < tree.claim_count; i++)
        check_claim(document, &tree.claims[i]);
    check_sections(&tree);
    free(tree.claims);
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
            json_rows_add(rows, document->root);
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
