// SPDX-License-Identifier: MIT
/*
 * An Excel file being written, by libxlsxwriter, which this module alone includes and which is
 * loaded when the first workbook is made. Rows and columns count from 0.
 *
 * Texts are typed as text, whatever they begin with, so that none becomes a formula. What a sheet
 * cannot hold (Excel: 1,048,576 rows of 16,384 columns, 32,767 characters in a cell) is an error;
 * the first one is kept and told by xlsx_workbook_write.
 */
#ifndef WRITE_XLSX_WORKBOOK_H
#define WRITE_XLSX_WORKBOOK_H

#include "base/date.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct xlsx_workbook;

enum xlsx_align { XLSX_LEFT, XLSX_CENTRE, XLSX_RIGHT };

/*
 * The format of a cell. Text is wrapped and at its top; zeroed, it is plain text without a frame.
 * Rows are made as high as their longest text needs.
 */
struct xlsx_style {
    enum xlsx_align align;
    bool bold, italic, frame;
    uint32_t fill;     /* 0xRRGGBB, 0 for none */
    unsigned decimals; /* of a number */
    bool percent;      /* a number of which 1 is 100 % */
    bool date;
    bool unlocked; /* may be written in though the sheet is protected */
};

/*
 * Makes an empty workbook. It is said to be made on `created`, so that the same workbook has the
 * same bytes. NULL with an ERROR_SYSTEM if the library is missing. Ended by xlsx_workbook_free.
 */
struct xlsx_workbook *xlsx_workbook_new(struct date created, struct error *error);
void xlsx_workbook_free(struct xlsx_workbook *workbook); /* takes NULL */

/* Begins a sheet, printed on A4 landscape, as wide as the page. All that follows goes into it. */
void xlsx_workbook_add_sheet(struct xlsx_workbook *workbook, const char *name);

/* Sets the width of a column, before anything is added to it. */
void xlsx_workbook_set_width(struct xlsx_workbook *workbook, size_t column, double characters);
/*
 * Sets the header's row, which is printed on every page and stays in sight together with the rows
 * above it, unless these leave little room to scroll in.
 */
void xlsx_workbook_set_header(struct xlsx_workbook *workbook, size_t row);

/* Adds a button for choosing rows to each column of a header. */
void xlsx_workbook_set_filter(struct xlsx_workbook *workbook, size_t row, size_t last_row,
                              size_t columns);

/* Add a cell, each only once: xlsx_workbook_write counts them. A blank text is a cell with
 * nothing but its style; NULL is blank. */
void xlsx_workbook_add_text(struct xlsx_workbook *workbook, size_t row, size_t column,
                            const char *text, struct xlsx_style style);
void xlsx_workbook_add_number(struct xlsx_workbook *workbook, size_t row, size_t column,
                              double number, struct xlsx_style style);
/* Adds a date; an unset one is blank. */
void xlsx_workbook_add_date(struct xlsx_workbook *workbook, size_t row, size_t column,
                            struct date date, struct xlsx_style style);

/* Locks a sheet's cells, those aside that are unlocked: no password, so that it only guards. */
void xlsx_workbook_protect(struct xlsx_workbook *workbook);

/* Restricts the values of a column's rows: to one of the words (which end with NULL), to a date,
 * or to a whole number up to `most`. Excel shows `hint` if something else is typed. */
void xlsx_workbook_check_words(struct xlsx_workbook *workbook, size_t first, size_t last,
                               size_t column, const char *const *words, const char *hint);
void xlsx_workbook_check_dates(struct xlsx_workbook *workbook, size_t first, size_t last,
                               size_t column, const char *hint);
void xlsx_workbook_check_numbers(struct xlsx_workbook *workbook, size_t first, size_t last,
                                 size_t column, unsigned most, const char *hint);

/* Adds a text as one cell that spans the columns from `first` to `last`. */
void xlsx_workbook_add_merged(struct xlsx_workbook *workbook, size_t row, size_t first, size_t last,
                              const char *text, struct xlsx_style style);

enum { XLSX_SERIES_MAX = 8 };

/* Bars of a table of the current sheet: its rows are the categories, its columns the series. */
struct xlsx_chart {
    const char *title, *axis;       /* axis: what the numbers are */
    bool stacked;                   /* lying and stacked, else standing side by side */
    size_t heading, first, last;    /* rows; names of the series stand in `heading` */
    size_t categories;              /* their column */
    size_t series[XLSX_SERIES_MAX]; /* columns */
    uint32_t colours[XLSX_SERIES_MAX];
    bool hatched[XLSX_SERIES_MAX]; /* to be told apart without colour */
    size_t count;
};

/* Draws a chart with its upper left corner in a cell, `rows` rows of 15 points high. */
void xlsx_workbook_add_chart(struct xlsx_workbook *workbook, const struct xlsx_chart *chart,
                             size_t row, size_t column, size_t rows);

/*
 * Writes the whole file to `out`, once it is found whole (write/xlsx_workbook_check.h); whether the
 * stream took it, the caller checks. Returns 0, or -1 with `error`: ERROR_DATA for what no sheet
 * can hold, ERROR_SYSTEM for the rest.
 */
int xlsx_workbook_write(struct xlsx_workbook *workbook, FILE *out, struct error *error);

#endif
