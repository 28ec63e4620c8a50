// SPDX-License-Identifier: MIT
/* Tasks as rows, and their columns: cells, and values that follow from them. */
#ifndef PLAN_TASK_COLUMNS_H
#define PLAN_TASK_COLUMNS_H

#include "plan/column.h"
#include "plan/plan.h"

struct progress;

struct task_row {
    const struct task *task;
    const struct progress *progress;   /* the progress that the row shows */
    bool with_plan;                    /* ids include the plan: PLAN:III.2 */
    const struct milestone *milestone; /* only in `due`; NULL for a triggered task */
    unsigned milestone_index;          /* from 1; 0 if the task has only one */
    const char *group;                 /* only in `due` */
};

/* The columns of `list` that code refers to, by their index in its table; readers of a list look
 * for them too. Those from COLUMN_COMPUTED on are found by name only. */
enum task_column {
    COLUMN_PLAN,
    COLUMN_ID,
    COLUMN_SECTION,
    COLUMN_SECTION_TITLE,
    COLUMN_NUMBER,
    COLUMN_MARK,
    COLUMN_CELLS, /* one per task_field, in the same order */
    COLUMN_TITLE = COLUMN_CELLS + TASK_TITLE,
    COLUMN_BUDGET = COLUMN_CELLS + TASK_BUDGET,
    COLUMN_SCHEDULE_KIND = COLUMN_CELLS + TASK_FIELDS,
    COLUMN_START,
    COLUMN_DUE,
    COLUMN_BUDGET_VND,
    COLUMN_COMPUTED,
    TASK_COLUMNS_MAX = 48
};

/* The index of a cell's column. */
#define COLUMN_OF(cell) (COLUMN_CELLS + (int)(cell))

/* A set of columns: COLUMN_BIT of each. */
typedef uint64_t column_set;
#define COLUMN_BIT(column) ((column_set)1 << (column))
_Static_assert(TASK_COLUMNS_MAX <= 64, "a column_set has a bit for each column");

/* The columns that are read back from a list; the others follow from them, or from a journal. */
#define COLUMNS_READ                                                                               \
    ((COLUMN_BIT(COLUMN_COMPUTED) - 1) &                                                           \
     ~(COLUMN_BIT(COLUMN_SCHEDULE_KIND) | COLUMN_BIT(COLUMN_START)))

/* The columns of `list`, and of `due`: milestone, group, level, days_left and days_late as well. */
extern const struct column_table task_columns, due_columns;
/* The tables to use if there is a journal: they show the status by default too. */
extern const struct column_table task_progress_columns, due_progress_columns;
/* The columns of `due` for a reminder that is sent to a lead agency. */
extern const struct column_table reminder_columns, reminder_progress_columns;

/* Returns the column of a cell; its `field` is set. */
const struct column *task_field_column(enum task_field cell);

#endif
