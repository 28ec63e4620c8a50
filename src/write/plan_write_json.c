// SPDX-License-Identifier: MIT
#include "plan/progress/progress.h"
#include "plan/task_columns.h"
#include "plan/tree.h"
#include "view/json.h"
#include "write/plan_lines.h"
#include "write/plan_text.h"
#include "write/plan_write.h"

#include <string.h>

static void write_text(struct json *json, const char *key, const char *text)
{
    json_value(json, key, value_text(text));
}

static void write_extras(struct json *json, const struct plan *plan,
                         const struct extra_cells *extra)
{
    if (extra->count == 0)
        return;
    json_object(json, "columns");
    for (size_t i = 0; i < extra->count; i++)
        if (extra->cells[i] != NULL)
            write_text(json, plan->extra_names[i], extra->cells[i]);
    json_end(json);
}

/* ---- The tree ---- */

struct writer {
    struct json *json;
    const struct plan *plan;
    const struct plan_lines *lines;
    FILE *out;
};

/* A plain number as one, else the mark as written. */
static void write_mark(struct json *json, const struct task *row)
{
    const char *mark = row_mark(row);
    const struct task_row task = {.task = row};
    struct strbuf scratch = {0};
    struct value number = column_value(&task_columns.items[COLUMN_NUMBER], &task, &scratch);
    if (number.kind == VALUE_INTEGER && mark != NULL && strcmp(mark, row->number) == 0)
        json_value(json, "number", number);
    else
        write_text(json, "mark", mark);
    strbuf_release(&scratch);
}

/* A budget is written so that it reads right by itself: no exact amount stands beside it. */
static void write_cell(struct writer *writer, const struct task *row, enum task_field cell)
{
    const char *name = task_field_column(cell)->name;
    struct strbuf budget = {0};
    if (cell == TASK_BUDGET) {
        plan_text_add_budget(&budget, row, writer->plan);
        write_text(writer->json, name, budget.length > 0 ? budget.text : NULL);
    } else if (!task_field_column(cell)->field->is_optional || row->text[cell] != NULL) {
        write_text(writer->json, name, task_inherits(row, cell) ? NULL : row->text[cell]);
    }
    strbuf_release(&budget);
}

/* A section's code and title, and further cells if it has them. */
static void write_section_cells(struct writer *writer, const struct plan_line *line)
{
    const struct task *row = line->row;
    const struct section *section = line->section;
    bool plain =
        row == NULL || (section != NULL && row->tree->group == NULL && row->tree->mark != NULL);
    write_text(writer->json, "code", plain ? section->code : row->tree->mark);
    write_text(writer->json, "title", row != NULL ? row->text[TASK_TITLE] : section->title);
    for (int cell = 0; row != NULL && cell < TASK_FIELDS; cell++)
        if (cell != TASK_TITLE && row->text[cell] != NULL)
            write_cell(writer, row, (enum task_field)cell);
    if (row == NULL && section->declared_budget != NULL)
        write_text(writer->json, "budget", section->declared_budget);
    write_extras(writer->json, writer->plan, row != NULL ? row->extra : section->extra);
}

static void write_task_cells(struct writer *writer, const struct task *row)
{
    write_mark(writer->json, row);
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        write_cell(writer, row, (enum task_field)cell);
    write_extras(writer->json, writer->plan, row->extra);
}

/* A goal, a remark or a total. */
static void write_aside(struct writer *writer, const struct task *row)
{
    json_object(writer->json, NULL);
    write_text(writer->json, "mark", row_mark(row));
    write_text(writer->json, "title", row->text[TASK_TITLE]);
    json_object(writer->json, "cells");
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (cell != TASK_TITLE && row->text[cell] != NULL)
            write_text(writer->json, task_field_column((enum task_field)cell)->name,
                       row->text[cell]);
    write_extras(writer->json, writer->plan, row->extra);
    json_end(writer->json);
    json_end(writer->json);
}

/* The arrays for the rows below a group. */
enum array { IN_GOALS, IN_REMARKS, IN_TOTALS, IN_TASKS, IN_SECTIONS, ARRAYS };
static const char *const arrays[ARRAYS] = {"goals", "remarks", "totals", "tasks", "sections"};

static enum array array_of(const struct plan_line *line)
{
    static const enum array by_kind[ROW_KINDS] = {[ROW_TASK] = IN_TASKS,
                                                  [ROW_GROUP] = IN_TASKS,
                                                  [ROW_REMARK] = IN_REMARKS,
                                                  [ROW_GOAL] = IN_GOALS,
                                                  [ROW_TOTAL] = IN_TOTALS};
    const struct task *row = line->row;
    if (row == NULL || line->section != NULL)
        return IN_SECTIONS;
    bool section = row_kind(row) == ROW_GROUP &&
                   (row->tree->is_part || row->tree->leaves == 0 || row->tree->mark == NULL);
    return section ? IN_SECTIONS : by_kind[row_kind(row)];
}

static void write_children(struct writer *writer, enum array array, size_t first, size_t end);

static void write_line(struct writer *writer, size_t index)
{
    const struct plan_line *line = &writer->lines->items[index];
    enum array array = array_of(line);
    size_t end = plan_lines_end(writer->lines, index);
    if (array < IN_TASKS) {
        write_aside(writer, line->row);
        return;
    }
    json_object(writer->json, NULL);
    if (array == IN_SECTIONS)
        write_section_cells(writer, line);
    else
        write_task_cells(writer, line->row);
    if (array == IN_SECTIONS && end == index + 1) {
        json_lines(writer->json, "tasks");
        json_end(writer->json);
    }
    for (int i = 0; i < ARRAYS; i++)
        write_children(writer, (enum array)i, index + 1, end);
    json_end(writer->json);
    if (array == IN_SECTIONS)
        json_flush(writer->json, writer->out);
}

/* Writes those lines from `first` to `end` that belong to one array, each with the lines below
 * it. */
static void write_children(struct writer *writer, enum array array, size_t first, size_t end)
{
    bool any = false;
    for (size_t i = first; i < end; i = plan_lines_end(writer->lines, i)) {
        if (array_of(&writer->lines->items[i]) != array)
            continue;
        if (!any)
            json_lines(writer->json, arrays[array]);
        any = true;
        write_line(writer, i);
    }
    if (any)
        json_end(writer->json);
}

/* Tasks of no section stand in one without code and title. */
static void write_rows(struct json *json, const struct plan_extract *extract, FILE *out)
{
    struct plan_lines lines;
    struct writer writer = {json, extract->plan, &lines, out};
    bool loose = false;
    plan_lines_init(&lines, extract);
    for (size_t i = 0; i < lines.count && !loose; i = plan_lines_end(&lines, i))
        loose = array_of(&lines.items[i]) == IN_TASKS;
    json_lines(json, "sections");
    if (loose) {
        json_object(json, NULL);
        write_text(json, "code", NULL);
        write_text(json, "title", NULL);
        write_children(&writer, IN_TASKS, 0, lines.count);
        json_end(json);
    }
    for (size_t i = 0; i < lines.count; i = plan_lines_end(&lines, i))
        if (array_of(&lines.items[i]) == IN_SECTIONS)
            write_line(&writer, i);
    json_end(json);
    for (int i = IN_GOALS; i < IN_TASKS; i++)
        write_children(&writer, (enum array)i, 0, lines.count);
    plan_lines_release(&lines);
}

static void write_declared(struct json *json, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    bool whole = extract->query->count == 0;
    json_object(json, "declared");
    write_text(json, "tasks", whole ? plan->declared.tasks : NULL);
    write_text(json, "budget", whole ? plan->declared.budget : NULL);
    json_end(json);
}

int plan_write_json(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    const struct plan *plan = extract->plan;
    struct json json = {0};
    json_object(&json, NULL);
    write_text(&json, "id", plan->id);
    write_text(&json, "title", plan->title);
    write_text(&json, "organisation", plan->organisation);
    if (plan->year > 0)
        json_value(&json, "year", value_integer(plan->year));
    write_text(&json, "unit", plan_text_unit(plan));
    write_declared(&json, extract);
    write_rows(&json, extract, out);
    json_end(&json);
    json_flush(&json, out);
    json_release(&json);
    return 0;
}

int plan_write_jsonl(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    const struct plan *plan = extract->plan;
    const struct progress nothing = {0}; /* the plan's own due dates */
    struct json json = {0};
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task_row row = {.task = plan->tasks[i], .progress = &nothing};
        if (!plan_extract_has(extract, row.task))
            continue;
        json_object(&json, NULL);
        for (int column = 0; column < COLUMN_COMPUTED; column++)
            if ((COLUMNS_READ >> column & 1) != 0)
                json_column(&json, &task_columns.items[column], &row);
        write_extras(&json, plan, row.task->extra);
        json_end(&json);
        json_flush(&json, out);
    }
    json_release(&json);
    return 0;
}
