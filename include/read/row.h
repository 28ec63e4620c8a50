// SPDX-License-Identifier: MIT
/*
 * A row of a plan, whatever it comes from: a table's row, a line of JSON, a task of a JSON
 * document.
 */
#ifndef READ_ROW_H
#define READ_ROW_H

#include "base/error.h"
#include "plan/plan.h"

/* The columns that are known; the first are a task's own cells, in the order of task_field. */
enum row_key {
    ROW_TITLE,
    ROW_OUTPUT,
    ROW_LEAD,
    ROW_COORDINATING,
    ROW_SCHEDULE,
    ROW_BUDGET,
    ROW_NUMBER,
    ROW_ID,
    ROW_SECTION,
    ROW_SECTION_TITLE,
    ROW_PLAN,
    ROW_BUDGET_VND,
    ROW_DUE,
    ROW_DERIVED, /* from here on: what `list` derives, which is not read again */
    ROW_SCHEDULE_KIND = ROW_DERIVED,
    ROW_START,
    ROW_STATUS,
    ROW_PERCENT,
    ROW_SPENT_VND,
    ROW_KEYS
};
_Static_assert((int)ROW_TITLE == TASK_TITLE && (int)ROW_OUTPUT == TASK_OUTPUT &&
                   (int)ROW_LEAD == TASK_LEAD && (int)ROW_COORDINATING == TASK_COORDINATING &&
                   (int)ROW_SCHEDULE == TASK_SCHEDULE && (int)ROW_BUDGET == TASK_BUDGET &&
                   (int)ROW_NUMBER == TASK_FIELDS,
               "a task's own cells come first, in the order of task_field");
_Static_assert(ROW_KEYS <= 32, "a set of columns is the bits of an unsigned");

/* "title", "output" …: the columns of `list --format csv`, then NULL. */
extern const char *const row_key_names[ROW_KEYS + 1];

/* One row. A cell is trimmed and in NFC, NULL where blank; the strings are the plan's. */
struct row {
    const char *cells[ROW_KEYS];
    const struct extra_cells *extra; /* NULL: none */
    size_t line;
    char decimal_mark; /* of the budget cell, where its format fixes it; else 0 */
    /* Where a cell stands, for errors; `key` may be one that the row does not have. */
    void (*locate)(const struct row *row, int key, struct place *place);
    const void *context; /* of locate */
};

#endif
