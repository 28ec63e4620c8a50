// SPDX-License-Identifier: MIT
/*
 * The rows of a CSV text, strictly by RFC 4180, from libcsv, which this module alone includes.
 * CR, LF and CRLF end rows; blank lines are no rows; line breaks inside quotes belong to a cell.
 * A row of more than 1 MiB or 16384 cells (Excel's own limit) is an error, so that neither a quote
 * that nothing closes nor what is no table can swallow a file.
 */
#ifndef READ_TABLE_CSV_TABLE_H
#define READ_TABLE_CSV_TABLE_H

#include "read/row_reader.h"
#include "read/source.h"
#include "read/table/table.h"

struct csv_table {
    struct table table;
    const struct source *source; /* borrowed */
    char delimiter;
    struct row_range range; /* of the source, that it is made of */
    struct line_cursor row; /* the last row that was located: the next one is seldom before it */
};

/* Returns a table of the whole source, or of a range of it. */
struct csv_table csv_table_of(const struct source *source, char delimiter);
struct csv_table csv_table_range(const struct source *source, char delimiter,
                                 struct row_range range);

#endif
