// SPDX-License-Identifier: MIT
#include "view/read_from.h"

#include "base/letters.h"
#include "base/message.h"
#include "base/text.h"
#include "plan/task_columns.h"
#include "plan/task_id.h"
#include "plan/tree.h"

#include <string.h>

static bool is_role(const struct plan_column *column, const char *role)
{
    return column->role != NULL && strcmp(column->role, role) == 0;
}

/* Returns whether a column has a cell's text, or a part of it. */
static bool holds(const struct plan_column *column, enum task_field cell)
{
    bool time = cell == TASK_SCHEDULE && (is_role(column, "start") || is_role(column, "due"));
    bool kept_beside = column->extra != SIZE_MAX && !column->is_part;
    return (is_role(column, task_field_column(cell)->name) && !kept_beside) || time;
}

/* Returns the row whose text a task's cell has: its own, or the nearest group's that has one. */
static const struct task *find_row(const struct task *task, enum task_field cell)
{
    const struct task *row = task_inherits(task, cell) ? row_group(task) : task;
    while (row != NULL && row->text[cell] == NULL && row_group(row) != NULL)
        row = row_group(row);
    return row != NULL ? row : task;
}

/* Appends the cells, «E5,F5» (line 0: only the letters), and their headings. */
static void add_cells(struct strbuf *cells, struct strbuf *headers, const struct plan *plan,
                      enum task_field cell, unsigned line)
{
    char letters[COLUMN_LETTERS_SIZE];
    for (size_t i = 0; i < plan->column_count; i++) {
        const struct plan_column *column = &plan->columns[i];
        if (!holds(column, cell))
            continue;
        strbuf_addf(cells, "%s%s", cells->length > 0 ? "," : "", column_letters(letters, i));
        if (line > 0)
            strbuf_addf(cells, "%u", line);
        if (column->heading != NULL)
            strbuf_addf(headers, "%s%s", headers->length > 0 ? "; " : "", column->heading);
    }
}

static struct value text_of(const struct strbuf *text)
{
    return value_text(text->length > 0 ? text->text : NULL);
}

static void write_cell(struct json *json, const struct task *task, enum task_field cell,
                       bool with_plan)
{
    const struct task *row = find_row(task, cell);
    struct strbuf cells = {0}, headers = {0}, group = {0};
    add_cells(&cells, &headers, task->section->plan, cell, row->line);
    if (row != task)
        task_add_id(&group, row, with_plan);
    json_object(json, task_field_column(cell)->name);
    json_value(json, "cell", text_of(&cells));
    json_value(json, "header", text_of(&headers));
    json_value(json, "row", value_integer(row->line));
    json_value(json, "group", text_of(&group));
    json_end(json);
    strbuf_release(&cells);
    strbuf_release(&headers);
    strbuf_release(&group);
}

void read_from_write(struct json *json, const struct task *task, bool with_plan)
{
    json_object(json, "read_from");
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (task->text[cell] != NULL)
            write_cell(json, task, (enum task_field)cell, with_plan);
    json_end(json);
}

static void add_cell(struct strbuf *out, const struct task *task, enum task_field cell,
                     bool with_plan)
{
    const struct task *row = find_row(task, cell);
    struct strbuf cells = {0}, headers = {0}, group = {0};
    add_cells(&cells, &headers, task->section->plan, cell, 0);
    if (cells.length > 0) {
        const struct column *column = task_field_column(cell);
        bool money = column->field->kind == FIELD_MONEY;
        strbuf_addf(out, " %s %s,", money ? _("Budget") : message(column->heading), cells.text);
    }
    if (cells.length > 0 && row != task) {
        out->text[--out->length] = '\0';
        task_add_id(&group, row, with_plan);
        strbuf_addf(out, _(" of %s (row %u),"), group.text, row->line);
    }
    strbuf_release(&cells);
    strbuf_release(&headers);
    strbuf_release(&group);
}

void read_from_add(struct strbuf *out, const struct task *task, bool with_plan)
{
    struct strbuf cells = {0};
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (task->text[cell] != NULL)
            add_cell(&cells, task, (enum task_field)cell, with_plan);
    if (cells.length > 0) {
        cells.text[--cells.length] = '\0'; /* the last comma */
        strbuf_addf(out, _("row %u:"), task->line);
        strbuf_adds(out, cells.text);
    }
    strbuf_release(&cells);
}
