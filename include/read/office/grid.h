// SPDX-License-Identifier: MIT
/*
 * A sheet's or a document's cells in memory, sparse: a blank cell takes no room, and a sheet with
 * one cell at XFD1048576 is a small one. Its readers fill it in order; a grid_table is a `struct
 * table` over some of its rows.
 *
 * Limits, so that no file makes the program run away: those of a sheet (ECMA-376 part 1, 18.3.1.73
 * and 18.3.1.4 with Excel's own: 1,048,576 rows of 16,384 columns), GRID_… for the whole.
 *
 * Merged cells: a merged area's text stands in its first cell, the others are blank, and the row
 * is as wide as the area. Once the columns' meaning is known (grid_table_fill_merged), an area that
 * spans several rows below the header gives its text to its first column in each of them that has
 * any text of its own: one agency beside three tasks is the agency of all three. This never
 * happens in a column that says which row this is (TT, id, title, section …), nor with a figure in
 * a budget's column: one amount beside three tasks is not three amounts.
 */
#ifndef READ_OFFICE_GRID_H
#define READ_OFFICE_GRID_H

#include "base/arena.h"
#include "read/table/table_header.h"

#include <stdbool.h>
#include <stdint.h>

#define GRID_ROWS_MAX (1U << 20)
#define GRID_COLUMNS_MAX 16384U
#define GRID_CELLS_MAX (1U << 24) /* that are not blank */
#define GRID_AREA_MAX                                                                              \
    (UINT64_C(1) << 25)                     /* cells up to each row's last, in all grids of a file \
                                             */
#define GRID_CELL_TEXT_MAX (1U << 20)       /* bytes; Excel stops at 32,767 characters */
#define GRID_TEXT_MAX (UINT64_C(512) << 20) /* bytes in all cells */
#define GRID_MERGES_MAX (1U << 18)

/* The mark of a cell whose content cannot be known; its text says what is wrong: «#REF!». */
#define GRID_FAILED '!'

struct grid_cell {
    const char *text; /* borrowed: lives in the file's arena */
    uint32_t column;  /* from 0 */
    char mark;        /* the decimal mark of a number, 0 for text, GRID_FAILED */
};

struct grid_row {
    size_t line;   /* from 1, growing: the sheet's row, or the line of a document */
    size_t number; /* from 1: of the row in its table, or of the paragraph */
    size_t first;  /* of its cells */
    uint32_t count, width;
    uint32_t group; /* the table it belongs to, from 1; 0: a paragraph outside tables */
};

struct grid_merge {
    size_t first, last; /* lines */
    uint32_t column, columns;
};

struct grid {
    struct grid_row *rows;
    size_t row_count, row_capacity;
    struct grid_cell *cells;
    size_t cell_count, cell_capacity;
    struct grid_merge *merges;
    size_t merge_count, merge_capacity;
    uint64_t text; /* bytes */
};

/* Add to a grid; a cell belongs to the last row. Return NULL, or a message to be translated if a
 * limit was passed or rows or cells come out of order. A row's `first` and `count` are set here;
 * `length` is that of the cell's text, in bytes. */
const char *grid_add_row(struct grid *grid, struct grid_row row);
const char *grid_add_cell(struct grid *grid, struct grid_cell cell, size_t length);
const char *grid_add_merge(struct grid *grid, struct grid_merge merge);
/* Returns the first row whose line is not before `line`, or row_count if there is none. */
size_t grid_find_row(const struct grid *grid, size_t line);

/* The part of a merged area's text that is repeated in the rows below its first one: none, words
 * only, or any text. */
enum grid_fill { GRID_FILL_NOTHING, GRID_FILL_WORDS, GRID_FILL_TEXT };

/*
 * A table of the grid. With `lines` it also has what stands above and below its rows, as rows
 * outside the table.
 */
struct grid_table {
    struct table table;
    const struct grid *grid;
    const char *name; /* of the sheet, or «table 2» */
    bool hidden;
    size_t first, last;         /* its rows are rows[first] to rows[last - 1] */
    size_t width;               /* of a document's table: its columns, blank ones too */
    uint32_t group, last_group; /* of its rows: one table of a document may go on in the next */
    bool lines;
    enum grid_fill *fill; /* of each column; NULL: not known yet */
    size_t fill_count;    /* columns in `fill` */
    size_t fill_after;    /* the header's last line */
};

/* The tables of one file; zeroed, there are none. Tables borrow from the other members. */
struct grid_file {
    struct arena strings;
    struct grid **grids;
    size_t grid_count, grid_capacity;
    struct grid_table *tables;
    size_t table_count, table_capacity;
    uint64_t area; /* of all grids, against GRID_AREA_MAX */
    bool document; /* its tables follow each other in one grid, with paragraphs around them */
};

void grid_file_release(struct grid_file *file);
struct grid *grid_file_add(struct grid_file *file);
/* Completes a grid to which all was added: makes rows as wide as the areas merged in them.
 * Returns NULL or a message to be translated. */
const char *grid_finish(struct grid_file *file, struct grid *grid);
/* Adds a table, whose `read` is set here. */
void grid_file_add_table(struct grid_file *file, struct grid_table table);

/* Reads the rows of a grid_table; it is the `read` of its table. */
int grid_table_read(const struct table *table, table_row_handler *handler, void *context,
                    struct error_list *errors);

/* Makes merged cells below the header count in each of their rows from now on, as described
 * above. */
void grid_table_fill_merged(struct grid_table *table, const struct table_header *header);

#endif
