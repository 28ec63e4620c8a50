// SPDX-License-Identifier: MIT
/*
 * Finds the header among a table's first rows: the one that reads best as such, and those above
 * and below it that belong to it, whose cells stand over several columns.
 */
#ifndef READ_TABLE_HEADER_ROWS_H
#define READ_TABLE_HEADER_ROWS_H

#include "read/table/column_choice.h"
#include "read/table/table.h"

#include <stdbool.h>

/* The points of a header in the words that the program itself writes. */
enum { HEADER_ROWS_MAX = 3, HEADER_POINTS_EXACT = 1000 };

/* A row that was kept: its cells are trimmed and in NFC. */
struct header_row {
    char **cells;
    size_t count, line, offset;
};

/* By what headings are read; all is borrowed. */
struct heading_rules {
    struct column_words *words;
    const struct role_choices *choices;
};

/*
 * The header's rows, from above. Where none is found `count` is 0, and `nearest` the row that looks
 * most like one; its cells are NULL if none does.
 */
struct header_rows {
    struct header_row items[HEADER_ROWS_MAX];
    size_t count;
    size_t best;  /* of them, the one that reads best */
    bool is_list; /* its cells name the columns of `list` */
    int points;   /* how well it reads: two for each heading, HEADER_POINTS_EXACT at most */
    struct header_row nearest;
    int nearest_points;     /* how much it looks like one */
    bool nearest_has_title; /* it lacks other columns */
};

/* Reads the first rows of a table. The caller frees what is found with header_rows_release. */
void header_rows_find(struct header_rows *rows, const struct table *table,
                      const struct heading_rules *rules);
void header_rows_release(struct header_rows *rows);

/* Returns the cell of a row, "" if it has none. */
const char *header_row_cell(const struct header_row *row, size_t column);

/*
 * Returns the headings of a column: its own (that of the lowest row that has one) and the one above
 * it, which may span several columns. They return "" if there is none.
 */
const char *header_rows_own(const struct header_rows *rows, size_t column);
const char *header_rows_above(const struct header_rows *rows, size_t column);

#endif
