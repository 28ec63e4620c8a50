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
    *table = (struct plan_table){.plan = plan, .width = 1 + TASK_FIELDS + plan->extra_count};
    table->row = memory_alloc(table->width * sizeof *table->row);
}

void plan_table_release(struct plan_table *table)
{
    free((void *)table->row);
    strbuf_release(&table->text);
}

const struct field *plan_table_field(size_t column)
{
    return column > 0 && column <= TASK_FIELDS
               ? task_field_column((enum task_field)(column - 1))->field
               : NULL;
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
    for (size_t i = 1; i <= TASK_FIELDS; i++) {
        const struct field *field = plan_table_field(i);
        table->row[i] = field->official;
        if (field->kind != FIELD_MONEY)
            continue;
        strbuf_addf(&table->text, "%s (%s)", field->official, plan_text_unit(plan));
        table->row[i] = table->text.text;
    }
}

static void set_section(struct plan_table *table, const struct section *section)
{
    begin_row(table, section_numeral(table->numeral, section), section->extra);
    table->row[1 + TASK_TITLE] = section->title;
    table->row[1 + TASK_BUDGET] = section->declared_budget;
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
            table->row[1 + cell] = row->text[cell];
    if (row_kind(row) != ROW_TASK && row_kind(row) != ROW_GROUP)
        return;
    plan_text_add_budget(&table->text, row, table->plan);
    table->row[1 + TASK_BUDGET] = strbuf_text(&table->text);
}
