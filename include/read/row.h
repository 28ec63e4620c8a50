// SPDX-License-Identifier: MIT
/*
 * A row of a plan, whatever it comes from: a table's row, a line of JSON, a task of a JSON
 * document.
 */
#ifndef READ_ROW_H
#define READ_ROW_H

#include "base/error.h"
#include "plan/task_columns.h"

/* The columns that are checked even in a task that nobody asks for. */
#define ROW_CHECKED                                                                                \
    (COLUMN_BIT(COLUMN_PLAN) | COLUMN_BIT(COLUMN_ID) | COLUMN_BIT(COLUMN_SECTION) |                \
     COLUMN_BIT(COLUMN_SECTION_TITLE) | COLUMN_BIT(COLUMN_NUMBER) | COLUMN_BIT(COLUMN_BUDGET) |    \
     COLUMN_BIT(COLUMN_BUDGET_VND))

/* One row. A cell is called by its column, an enum task_column, and is as it stands: borrowed, NULL
 * or blank if there is none. */
struct row {
    const char *cells[COLUMN_COMPUTED];
    const char *const *extras; /* in the plan's unknown columns, the first ones */
    size_t extra_count;
    size_t line;
    char decimal_mark; /* of the budget cell, if its format fixes it; else 0 */
    /* Finds the location of a cell, for errors. The row need not have the `key`. */
    void (*locate)(const struct row *row, int key, struct location *location);
    const void *context; /* of locate */
};

#endif
