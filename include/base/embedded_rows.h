// SPDX-License-Identifier: MIT
/* Reads the rows of a built-in table (base/embed.h): our own CSV, without quotes inside quotes. */
#ifndef BASE_EMBEDDED_ROWS_H
#define BASE_EMBEDDED_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct embedded_cell {
    const char *text; /* `length` bytes of the table, without NUL */
    size_t length;
};

/* Returns the table's first row after the header. */
const char *embedded_rows_start(const char *table);

/* Fills `cells` from the next row, with "" for missing ones. Returns false at the table's end. */
bool embedded_rows_next(const char **rest, struct embedded_cell *cells, size_t count);

/* Returns whether the cell is exactly `word`. */
bool embedded_cell_is(const struct embedded_cell *cell, const char *word);

#endif
