// SPDX-License-Identifier: MIT
/*
 * The rows of a CSV text, strictly by RFC 4180, from libcsv, which this module alone includes.
 * CR, LF and CRLF end rows; blank lines are no rows; line breaks inside quotes belong to a cell.
 */
#ifndef IO_CSV_ROWS_H
#define IO_CSV_ROWS_H

#include "io/source.h"

struct csv_row {
    const char **cells; /* NUL-terminated, "" where blank; borrowed for the handler's call */
    size_t count;
    size_t line;   /* where the row starts */
    size_t offset; /* of its first byte in the source */
    char delimiter;
};

/* Called with each row; another result than 0 ends the reading and is returned by csv_rows_read. */
typedef int csv_row_handler(void *context, const struct csv_row *row);

/*
 * Returns 0 at the end, else what the handler returned. A row that breaks the rules is added to
 * `errors` with its place and skipped; so is one longer than 1 MiB, which is a lost quote.
 */
int csv_rows_read(const struct source *source, char delimiter, csv_row_handler *handler,
                  void *context, struct error_list *errors);

/* Where a row's cell starts; the row's own start where it has no such cell. */
void csv_row_locate(const struct source *source, const struct csv_row *row, size_t cell,
                    size_t *line, size_t *column);

#endif
