// SPDX-License-Identifier: MIT
/*
 * The cells of a task. Each has one row in the table of plan/task_columns.c: its name for machines,
 * its headings, how it is read and compared. Readers, writers, `diff`, `check` and the columns of
 * `list` all use that row.
 */
#ifndef PLAN_FIELD_H
#define PLAN_FIELD_H

#include <stdbool.h>

/* The cells, kept as written without white space at their ends, in an official table's order. */
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

/* The meaning of a cell's words. */
enum field_kind {
    FIELD_TEXT,
    FIELD_AGENCIES, /* read by plan/agency.h */
    FIELD_SCHEDULE, /* read into task.schedule */
    FIELD_MONEY,    /* read into task.budget */
};

struct field {
    enum task_field cell;
    enum field_kind kind;
    const char *official; /* its heading in the official table; money's is followed by the unit */
    const char *label;    /* its heading in documents, where money is in millions; a message */
    const char *expected; /* «a title», for a task that lacks it; a message */
    unsigned width;       /* of its column in a spreadsheet, in characters */
    bool is_optional;     /* few plans have it: shown and written only if one does */
};

#endif
