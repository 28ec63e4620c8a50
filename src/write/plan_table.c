// SPDX-License-Identifier: MIT
#include "write/plan_table.h"

#include "base/memory.h"
#include "plan/task_columns.h"
#include "plan/tree.h"
#include "write/plan_text.h"

#include <stdlib.h>
#include <string.h>

void plan_table_init(struct plan_table *table, const struct plan *plan)
{
    *table = (struct plan_table){.plan = plan, .width = 1};
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (!task_field_column((enum task_field)cell)->field->is_optional ||
            plan_has_cell(plan, (enum task_field)cell))
            table->column_of[cell] = table->width++;
    table->width += plan->extra_count;
    table->row = memory_alloc(table->width * sizeof *table->row);
}

void plan_table_release(struct plan_table *table)
{
    free((void *)table->row);
    strbuf_release(&table->text);
}

const struct field *plan_table_field(const struct plan_table *table, size_t column)
{
    for (int cell = 0; cell < TASK_FIELDS && column > 0; cell++)
        if (table->column_of[cell] == column)
            return task_field_column((enum task_field)cell)->field;
    return NULL;
}

unsigned plan_table_column_width(const struct plan_table *table, size_t column)
{
    enum { NUMBER_WIDTH = 6, EXTRA_WIDTH = 18 };
    const struct field *field = plan_table_field(table, column);
    return column == 0 ? NUMBER_WIDTH : field != NULL ? (unsigned)field->width : EXTRA_WIDTH;
}

static void set_cell(struct plan_table *table, enum task_field cell, const char *text)
{
    if (table->column_of[cell] > 0)
        table->row[table->column_of[cell]] = text;
}

static void begin_row(struct plan_table *table, const char *mark, const struct extra_cells *extra)
{
    size_t first = table->width - table->plan->extra_count;
    memset((void *)table->row, 0, table->width * sizeof *table->row);
    strbuf_clear(&table->text);
    table->row[0] = mark;
    for (size_t i = 0; i < extra->count; i++)
        table->row[first + i] = extra->cells[i];
}

void plan_table_line(struct plan_table *table, const char *line)
{
    begin_row(table, line, &(struct extra_cells){0});
}

void plan_table_head(struct plan_table *table)
{
    const struct plan *plan = table->plan;
    begin_row(table, "TT",
              &(struct extra_cells){.cells = plan->extra_names, .count = plan->extra_count});
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct field *field = task_field_column((enum task_field)cell)->field;
        set_cell(table, field->cell, field->official);
        if (field->kind != FIELD_MONEY)
            continue;
        strbuf_addf(&table->text, "%s (%s)", field->official, plan_text_unit(plan));
        set_cell(table, field->cell, table->text.text);
    }
}

static void set_section(struct plan_table *table, const struct section *section)
{
    begin_row(table, section_numeral(table->numeral, section), section->extra);
    set_cell(table, TASK_TITLE, section->title);
    set_cell(table, TASK_BUDGET, section->declared_budget);
}

void plan_table_row(struct plan_table *table, const struct plan_line *line)
{
    const struct task *row = line->row;
    if (row == NULL) {
        set_section(table, line->section);
        return;
    }
    begin_row(table, row_mark(row), row->extra);
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (!task_inherits(row, (enum task_field)cell))
            set_cell(table, (enum task_field)cell, row->text[cell]);
    if (row_kind(row) != ROW_TASK && row_kind(row) != ROW_GROUP)
        return;
    plan_text_add_budget(&table->text, row, table->plan);
    set_cell(table, TASK_BUDGET, strbuf_text(&table->text));
}
