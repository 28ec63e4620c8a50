// SPDX-License-Identifier: MIT
/*
 * A line of CSV that is plainly a whole row, its cells without quotes or quoted from end to end,
 * taken apart without libcsv: most of a million rows.
 */
#ifndef READ_TABLE_CSV_LINE_H
#define READ_TABLE_CSV_LINE_H

#include <stddef.h>

/* A line with more cells is none of these. */
#define CSV_LINE_CELLS_MAX 256

/*
 * Writes the line's cells into `text`, which has room for one more byte than the line: without
 * their quotes and the blanks around them, each with a NUL. Returns how many there are, 0 if the
 * line is to be read by libcsv.
 */
size_t csv_line_split(const char *line, size_t length, char delimiter, char *text,
                      const char *cells[CSV_LINE_CELLS_MAX]);

#endif
