// SPDX-License-Identifier: MIT
/*
 * A table: rows of cells, whatever file they come from. A reader of a kind of file puts this
 * struct first in its own and fills in the two functions.
 */
#ifndef READ_TABLE_TABLE_H
#define READ_TABLE_TABLE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct table_row {
    const char **cells; /* as they stand, "" if blank; borrowed for the handler's call */
    size_t count;
    size_t line;   /* from 1: of the file, or the number of a sheet's row */
    size_t offset; /* where the table finds the row again, for errors */
    /* For each cell the decimal mark that its file writes numbers with, 0 if it is text; NULL:
       all are text. */
    const char *marks;
    bool outside; /* a paragraph above or below the table: no section, no task, no header */
};

/* Is called with each row. A result other than 0 ends the reading, and `read` returns it. */
typedef int table_row_handler(void *context, const struct table_row *row);

struct table {
    const char *path;     /* for errors, borrowed */
    bool composed;        /* its cells are in Normalization Form C */
    bool formula_escaped; /* its cells may have the apostrophe of base/escape.h before them */

    /*
     * Reads all rows from the first; it may be called again. Returns 0 at the end, else what the
     * handler returned. What cannot be read is added to `errors`, its row skipped.
     */
    int (*read)(const struct table *table, table_row_handler *handler, void *context,
                struct error_list *errors);

    /* Fills in the location of a row's cell; of the row itself if it has no such cell. */
    void (*locate)(struct table *table, size_t row_offset, size_t cell, struct location *location);
};

#endif
