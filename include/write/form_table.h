// SPDX-License-Identifier: MIT
/* The content of a form in any format: lines above a table, and the table's rows. */
#ifndef WRITE_FORM_TABLE_H
#define WRITE_FORM_TABLE_H

#include "base/strbuf.h"
#include "write/form.h"

enum {
    FORM_ID,
    FORM_TITLE,
    FORM_MILESTONE,
    FORM_OUTPUT,
    FORM_DUE,
    FORM_KNOWN,
    FORM_STATUS,
    FORM_ON,
    FORM_PERCENT,
    FORM_SPENT,
    FORM_VALUE,
    FORM_EVIDENCE,
    FORM_NOTE,
    FORM_COLUMNS,
    FORM_FILLED = FORM_STATUS /* from here on the agency fills in */
};

struct form_column {
    const char *heading;
    unsigned width; /* in characters */
};
extern const struct form_column form_columns_of[FORM_COLUMNS];

/* The words of FORM_STATUS, NULL-terminated. */
extern const char *const form_statuses[];

/* Instructions for filling it in. */
extern const char form_guide[];

/* The lines over the table, of which the first FORM_TITLES are titles; ends with NULL. Those are
 * borrowed, the last but one stands in `agency`. */
enum { FORM_TITLES = 2, FORM_LINES = 5 };
void form_head(const struct form *form, const char *lines[FORM_LINES], struct strbuf *agency);

/* A row: its texts up to FORM_FILLED, NULL if blank, and FORM_DUE as a date. */
struct form_line {
    const char *cells[FORM_FILLED];
    struct date due;
    bool answers; /* the agency is to fill it in */
};

/* Calls `add` with each row, whose texts live for the call. A task of several milestones has a row
 * for each that is not done. */
void form_each_line(const struct form *form, void (*add)(void *context, const struct form_line *),
                    void *context);

#endif
