// SPDX-License-Identifier: MIT
/* Tasks as rows, and what each can be asked for: its cells, and what follows from them. */
#ifndef PLAN_TASK_COLUMNS_H
#define PLAN_TASK_COLUMNS_H

#include "plan/column.h"
#include "plan/plan.h"

struct progress;

struct task_row {
    const struct task *task;
    const struct progress *progress;   /* as it stands */
    bool with_plan;                    /* ids say which plan: PLAN:III.2 */
    const struct milestone *milestone; /* in `due` only, NULL for a triggered task */
    unsigned milestone_index;          /* from 1; 0 where the task has but one */
    const char *group;                 /* in `due` only */
};

/*
 * The columns of `list`, by their index in its table: those that readers of a list look for, too.
 * What follows COLUMN_COMPUTED is known by its name alone.
 */
enum task_column {
    COLUMN_PLAN,
    COLUMN_ID,
    COLUMN_SECTION,
    COLUMN_SECTION_TITLE,
    COLUMN_NUMBER,
    COLUMN_MARK,
    COLUMN_CELLS, /* one for each task_field, in their order */
    COLUMN_TITLE = COLUMN_CELLS + TASK_TITLE,
    COLUMN_BUDGET = COLUMN_CELLS + TASK_BUDGET,
    COLUMN_SCHEDULE_KIND = COLUMN_CELLS + TASK_FIELDS,
    COLUMN_START,
    COLUMN_DUE,
    COLUMN_BUDGET_VND,
    COLUMN_COMPUTED,
    TASK_COLUMNS_MAX = 48
};

/* The column of a cell. */
#define COLUMN_OF(cell) (COLUMN_CELLS + (int)(cell))

/* Some of them: bits of COLUMN_BIT. */
typedef uint64_t column_set;
#define COLUMN_BIT(column) ((column_set)1 << (column))
_Static_assert(TASK_COLUMNS_MAX <= 64, "a column_set has a bit for each column");

/* Those that a list is read again by; the others follow from them, or from a journal. */
#define COLUMNS_READ                                                                               \
    ((COLUMN_BIT(COLUMN_COMPUTED) - 1) &                                                           \
     ~(COLUMN_BIT(COLUMN_SCHEDULE_KIND) | COLUMN_BIT(COLUMN_START)))

/* The columns of `list`, and with milestone, group and days_left those of `due`. */
extern const struct column_table task_columns, due_columns;
/* The same where a journal is: their tables show the status too. */
extern const struct column_table task_progress_columns, due_progress_columns;
/* Those of `due` as text to be sent to a lead agency. */
extern const struct column_table reminder_columns, reminder_progress_columns;

/* The column of a cell; its `field` is set. */
const struct column *task_field_column(enum task_field cell);

#endif
