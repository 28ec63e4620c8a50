// SPDX-License-Identifier: MIT
/*
 * The official table as rows of text, for every format that has it: a column for TT, one for each
 * of a task's cells (the rarer ones only if this plan has them), and one for each unknown column of
 * the plan.
 */
#ifndef WRITE_PLAN_TABLE_H
#define WRITE_PLAN_TABLE_H

#include "base/roman.h"
#include "base/strbuf.h"
#include "plan/plan.h"
#include "write/plan_lines.h"

/* Ends with plan_table_release. */
struct plan_table {
    const struct plan *plan;       /* borrowed */
    size_t width;                  /* in columns */
    size_t column_of[TASK_FIELDS]; /* of each cell; 0: it has none */
    const char **row;              /* the cells of the row that was made last, NULL if blank */
    struct strbuf text;
    char numeral[ROMAN_SIZE];
};

void plan_table_init(struct plan_table *table, const struct plan *plan);
void plan_table_release(struct plan_table *table);

/* Returns the cell that a column holds; NULL for the column TT and for columns without a known
 * meaning. */
const struct field *plan_table_field(const struct plan_table *table, size_t column);

/* Returns the width of a column in characters, for writers that draw columns. */
unsigned plan_table_column_width(const struct plan_table *table, size_t column);

/* Each writes a row. A line has one cell; the headings are Vietnamese, and money's has the
 * plan's unit. */
void plan_table_line(struct plan_table *table, const char *line);
void plan_table_head(struct plan_table *table);
/*
 * Cells are as written, but for a budget that would not read to its amount in the plan's unit
 * without any option: it is a figure then that does. What is a group's stands in its row alone.
 */
void plan_table_row(struct plan_table *table, const struct plan_line *line);

#endif
