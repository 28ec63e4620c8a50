// SPDX-License-Identifier: MIT
/*
 * An Excel file being written, by libxlsxwriter, which this module alone includes and which is
 * loaded when the first book is made. Rows and columns count from 0.
 *
 * Texts are typed as text, whatever they begin with, so that none becomes a formula. What a sheet
 * cannot hold (Excel: 1,048,576 rows of 16,384 columns, 32,767 characters in a cell) is an error;
 * the first one is kept and told by book_write.
 */
#ifndef WRITE_BOOK_H
#define WRITE_BOOK_H

#include "base/date.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct book;

enum book_align { BOOK_LEFT, BOOK_CENTRE, BOOK_RIGHT };

/*
 * How a cell looks: wrapped, at its top; zeroed is plain text without a frame. Rows are made as
 * high as their longest text needs.
 */
struct book_style {
    enum book_align align;
    bool bold, italic, frame;
    uint32_t fill;     /* 0xRRGGBB, 0 for none */
    unsigned decimals; /* of a number */
    bool percent;      /* a number of which 1 is 100 % */
    bool date;
    bool unlocked; /* may be written in though the sheet is protected */
};

/*
 * Makes an empty book. It is said to be made on `created`, so that the same book has the same
 * bytes. NULL with an ERROR_SYSTEM where the library is missing. Ended by book_free.
 */
struct book *book_new(struct date created, struct error *error);
void book_free(struct book *book); /* takes NULL */

/* Begins a sheet, printed on A4 landscape, as wide as the page. All that follows goes into it. */
void book_add_sheet(struct book *book, const char *name);

/* To be set before what stands in the column. */
void book_set_width(struct book *book, size_t column, double characters);
/*
 * The header's row: printed on every page, and kept in sight with what is above, unless that is so
 * much that little room would be left to scroll in.
 */
void book_set_header(struct book *book, size_t row);

/* A button for choosing rows in each of the columns of a header. */
void book_set_filter(struct book *book, size_t row, size_t last_row, size_t columns);

/* Each cell is added once: book_write counts them. A blank text is a cell with nothing but its
 * style; NULL is blank. */
void book_add_text(struct book *book, size_t row, size_t column, const char *text,
                   struct book_style style);
void book_add_number(struct book *book, size_t row, size_t column, double number,
                     struct book_style style);
/* An unset date is a blank. */
void book_add_date(struct book *book, size_t row, size_t column, struct date date,
                   struct book_style style);

/* Locks a sheet's cells, those aside that are unlocked: no password, so that it only guards. */
void book_protect(struct book *book);

/* What may stand in a column's rows: one of the words (NULL-terminated), or a date, or a whole
 * number up to `most`. `hint` is shown where something else is typed. */
void book_check_words(struct book *book, size_t first, size_t last, size_t column,
                      const char *const *words, const char *hint);
void book_check_dates(struct book *book, size_t first, size_t last, size_t column,
                      const char *hint);
void book_check_numbers(struct book *book, size_t first, size_t last, size_t column, unsigned most,
                        const char *hint);

/* A text in the columns from `first` to `last`, as one cell. */
void book_add_merged(struct book *book, size_t row, size_t first, size_t last, const char *text,
                     struct book_style style);

enum { BOOK_SERIES_MAX = 8 };

/* Bars of a table of the current sheet: its rows are the categories, its columns the series. */
struct book_chart {
    const char *title, *axis;       /* axis: what the numbers are */
    bool stacked;                   /* lying and stacked, else standing side by side */
    size_t heading, first, last;    /* rows; names of the series stand in `heading` */
    size_t categories;              /* their column */
    size_t series[BOOK_SERIES_MAX]; /* columns */
    uint32_t colours[BOOK_SERIES_MAX];
    bool hatched[BOOK_SERIES_MAX]; /* to be told apart without colour */
    size_t count;
};

/* Draws a chart with its upper left corner in a cell, `rows` rows of 15 points high. */
void book_add_chart(struct book *book, const struct book_chart *chart, size_t row, size_t column,
                    size_t rows);

/*
 * Writes the whole file to `out`, once it is found whole (write/book_check.h); whether the stream
 * took it, the caller checks. Returns 0, or -1
 * with `error`: ERROR_DATA for what no sheet can hold, ERROR_SYSTEM for the rest.
 */
int book_write(struct book *book, FILE *out, struct error *error);

#endif
