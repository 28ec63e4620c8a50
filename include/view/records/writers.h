// SPDX-License-Identifier: MIT
/* One writer a format; records_write chooses. */
#ifndef VIEW_RECORDS_WRITERS_H
#define VIEW_RECORDS_WRITERS_H

#include "view/records/records.h"

typedef void record_writer(const struct records *records, const struct style *style, FILE *out);

record_writer table_write;    /* for a terminal, fitted to its width */
record_writer csv_write_rows; /* RFC 4180, LF line ends */
record_writer tsv_write;      /* tab, line break and backslash as \t, \n and \\ */
record_writer json_write;     /* an array; {"groups", "total"} where there is a total */
record_writer jsonl_write;    /* an object a line */
record_writer markdown_write; /* a table as GitHub reads it */

#endif
