// SPDX-License-Identifier: MIT
/*
 * A plan table's header: which column is which. It is the row that reads best as one, with the rows
 * above and below that belong to it («Chủ trì», «Phối hợp» under «Cơ quan thực hiện»), and may come
 * again on each page.
 */
#ifndef READ_TABLE_TABLE_HEADER_H
#define READ_TABLE_TABLE_HEADER_H

#include "base/message.h"
#include "plan/task_columns.h"
#include "read/table/header_roles.h"
#include "read/table/header_rows.h"
#include "read/table/table.h"

#include <stdbool.h>
#include <stdint.h>

struct table_header {
    struct header_rows rows;
    size_t line, offset;            /* of the row that reads best; line 0: none was found */
    size_t first_line, last_line;   /* of all its rows */
    size_t width;                   /* in cells */
    int column_of[COLUMN_COMPUTED]; /* the cell that a key stands in, -1 for none */
    int start, due;    /* those of an official table whose times make one schedule, -1 for none */
    size_t part_count; /* columns of money by source */
    bool official;     /* sections are rows of their own, rather than cells of each */
    int64_t unit;      /* that the headings of money name, in đồng; 0 for none */
    char **headings;   /* of all columns, those that stand over each other joined */
    int *key_of;       /* the key of each column, -1 for none */
    struct role_column *columns;
    struct role_problems problems;
};

/* The text of the error if there is no header. */
#define TABLE_HEADER_EXPECTED                                                                      \
    N_("expected a header row with the columns TT and Nhiệm vụ, or section, number and title")

/*
 * Looks for a header in a table's first rows. Returns true if there is one; else `rows` has the row
 * that looks most like one. The caller releases it in both cases.
 */
bool table_header_find(struct table_header *header, const struct table *table,
                       const struct heading_rules *rules);
void table_header_release(struct table_header *header);

/* Returns whether the header names a column of marks, as a plan's does and most other tables' do
 * not. */
bool table_header_has_marks(const struct table_header *header);

/* Returns whether the row repeats the header, or numbers its columns: «(1) (2) (3)». */
bool table_header_repeats(const struct table_header *header, const struct table_row *row,
                          const struct heading_rules *rules);
bool table_header_numbers(const struct table_header *header, const struct table_row *row);

/* Returns the role of a column, as --role names it, or in a list the name of the column; NULL if
 * it has none. */
const char *table_header_role(const struct table_header *header, size_t column);

/* Returns whether a column is kept under its own heading because it has no known meaning. */
bool table_header_is_extra(const struct table_header *header, size_t column);

/* Returns whether a cell is blank or only white space. */
bool table_cell_is_blank(const char *cell);

#endif
