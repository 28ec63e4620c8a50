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

#define TABLE_PARTS_MAX 128

struct table_row {
    const char **cells; /* as they stand, "" where blank; borrowed for the handler's call */
    size_t count;
    size_t line;   /* from 1: of the file, or the number of a sheet's row */
    size_t offset; /* where the table finds the row again, for errors */
    /* For each cell the decimal mark that its file writes numbers with, 0 where it is text; NULL:
       all are text. */
    const char *marks;
    bool apart; /* a paragraph above or below the table: no section, no task, no header */
};

/* Called with each row; another result than 0 ends the reading and is returned by `read`. */
typedef int table_row_handler(void *context, const struct table_row *row);

/*
 * What of the rows is asked for: a cell that is not may come as TABLE_SKIPPED, but never one that
 * is blank. Everything is borrowed; zeroed asks for all.
 */
#define TABLE_SKIPPED "x"
struct table_use {
    size_t count;     /* of columns that are said anything of; further ones are asked for */
    const bool *skip; /* by column: nobody asks for it */

    /* By the cell in one column a row may be told to be of less use: then these are skipped. NULL:
       no row is. */
    bool (*is_used)(void *context, const char *cell, size_t length);
    void *context;
    size_t column;
    const bool *skip_unused;
};

struct table {
    const char *path; /* for errors, borrowed */
    bool composed;    /* its cells are in Normalization Form C */
    bool guarded;     /* its cells may have the apostrophe of base/escape.h before them */

    struct table_use use; /* it may be set while the table is read */

    /*
     * Reads all rows from the first; it may be called again. Returns 0 at the end, else what the
     * handler returned. What cannot be read is added to `errors`, its row skipped.
     */
    int (*read)(const struct table *table, table_row_handler *handler, void *context,
                struct error_list *errors);

    /*
     * Cuts what stands from a row on into tables that can be read at once, in order, each to be
     * freed with free(). If none of them has an error, their rows are those of the whole; if one
     * has, the whole must be read to know where it is. Returns how many there are; NULL: it cannot
     * be cut.
     */
    size_t (*split)(const struct table *table, size_t row_offset, size_t line,
                    struct table *parts[TABLE_PARTS_MAX]);

    /* Fills in the place of a row's cell; of the row itself where it has no such cell. */
    void (*locate)(struct table *table, size_t row_offset, size_t cell, struct place *place);
};

#endif
