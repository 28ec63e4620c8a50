// SPDX-License-Identifier: MIT
/*
 * A task's cells. Each is declared once, as a row of the table in plan/task_columns.c: what
 * machines call it, what it is headed, how it is read and compared. Readers, writers, `diff`,
 * `check` and the columns of `list` all go by that row.
 */
#ifndef PLAN_FIELD_H
#define PLAN_FIELD_H

#include <stdbool.h>

/* The cells, as written but for white space at their ends, in the order of an official table. */
enum task_field {
    TASK_TITLE,
    TASK_OUTPUT,
    TASK_INDICATOR,
    TASK_LEAD,
    TASK_COORDINATING,
    TASK_SCHEDULE,
    TASK_BUDGET,
    TASK_SOURCE,
    TASK_PERSON,
    TASK_NOTE,
    TASK_FIELDS
};
_Static_assert(TASK_FIELDS < 32, "a set of cells is the bits of an unsigned");

/* What a cell's words mean. */
enum field_kind {
    FIELD_TEXT,
    FIELD_AGENCIES, /* see plan/agency.h */
    FIELD_SCHEDULE, /* read into task.schedule */
    FIELD_MONEY,    /* read into task.budget */
};

struct field {
    enum task_field cell;
    enum field_kind kind;
    const char *official; /* its header in the official table; money's gets the unit behind it */
    const char *label;    /* what heads it in a document, money being in millions; a message */
    const char *expected; /* what a task without it lacks, «a title»; a message */
    unsigned width;       /* of its column in a spreadsheet, in characters */
    bool is_optional;     /* few plans have it: it is shown and written where one does */
};

#endif
