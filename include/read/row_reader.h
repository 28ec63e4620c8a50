// SPDX-License-Identifier: MIT
/*
 * Reads the rows of a text that stand one after the other, starting at any of them. A reader that
 * has found its first row hands itself over (plan_builder_read_rows) and is called back with ranges
 * of rows, once or from several threads.
 */
#ifndef READ_ROW_READER_H
#define READ_ROW_READER_H

#include "plan/plan.h"

#include <stdbool.h>
#include <stddef.h>

struct plan_builder;

/* Whole rows: the bytes of the source from `start` to `end`. */
struct row_range {
    size_t start, end;
    size_t line, line_start; /* the line that `start` stands in: its number, and its first byte */
};

/* How rows are separated. */
enum row_form {
    ROWS_CSV,         /* at the end of a line that is in no quotes */
    ROWS_JSON_LINES,  /* objects, with white space between them */
    ROWS_JSON_COMMAS, /* objects, a comma before each */
};

struct row_reader {
    enum row_form form;
    struct row_range range; /* all of its rows */

    /* Reads the rows of a range into a builder. Returns 0, or -1 with what is wrong in the
       builder's errors, if what follows cannot be read. */
    int (*read)(const struct row_reader *reader, struct plan_builder *builder,
                struct row_range range);
};

#endif
