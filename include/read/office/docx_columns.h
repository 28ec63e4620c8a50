// SPDX-License-Identifier: MIT
/*
 * The columns of a Word table. Word begins a new column at every border of any row, so that one
 * border that someone dragged makes two columns out of one. Here the first of the rows with the
 * most cells defines the columns, and a cell of any other row belongs to the column whose left
 * border is nearest its own.
 */
#ifndef READ_OFFICE_DOCX_COLUMNS_H
#define READ_OFFICE_DOCX_COLUMNS_H

#include "read/office/grid.h"

#define DOCX_COLUMNS_MAX 1024U /* Word's own limit is 63 */

/* The columns of one table, zeroed at its start. Every array is indexed by Word's columns. */
struct docx_columns {
    uint32_t widths[DOCX_COLUMNS_MAX]; /* in twentieths of a point */
    size_t width_count;
    uint32_t row[DOCX_COLUMNS_MAX], best[DOCX_COLUMNS_MAX]; /* the columns that cells start in */
    size_t row_count, best_count;
};

/* Add a column or a cell; return false if there are too many. */
bool docx_columns_add_width(struct docx_columns *columns, size_t width);
bool docx_columns_add_cell(struct docx_columns *columns, uint32_t start); /* of the current row */

void docx_columns_end_row(struct docx_columns *columns);

/*
 * Assigns the columns of a table that has ended: to the cells of the grid's rows from `row` on, and
 * to its merged areas from `merge` on. If two cells of a row are in one column, the second becomes
 * GRID_FAILED.
 */
void docx_columns_align(const struct docx_columns *columns, struct grid *grid, size_t row,
                        size_t merge);

#endif
