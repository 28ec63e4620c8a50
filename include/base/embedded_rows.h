// SPDX-License-Identifier: MIT
/* The rows of a table that is built in (base/embed.h): CSV of our own, no quotes inside of quotes.
 */
#ifndef BASE_EMBEDDED_ROWS_H
#define BASE_EMBEDDED_ROWS_H

#include <stdbool.h>
#include <stddef.h>

struct embedded_cell {
    const char *text; /* `length` bytes of the table */
    size_t length;
};

/* The rest of the table behind its header. */
const char *embedded_rows_start(const char *table);

/* Takes the next row's first cells, "" where it has fewer; false at the table's end. */
bool embedded_rows_next(const char **rest, struct embedded_cell *cells, size_t count);

/* Whether a cell is that word. */
bool embedded_cell_is(const struct embedded_cell *cell, const char *word);

#endif
