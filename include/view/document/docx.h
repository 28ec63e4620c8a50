// SPDX-License-Identifier: MIT
/*
 * A Word document being written (ECMA-376), in the form of Decree 30/2020/NĐ-CP: A4, Times New
 * Roman, black; page numbers centred at the top, none on the first page. Texts are escaped here.
 */
#ifndef VIEW_DOCUMENT_DOCX_H
#define VIEW_DOCUMENT_DOCX_H

#include "base/date.h"
#include "base/error.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum docx_align { DOCX_JUSTIFIED, DOCX_LEFT, DOCX_CENTRE, DOCX_RIGHT };

/* The layout of a paragraph. Zeroed: body text of 14 points, justified, with its first line
 * indented. */
struct docx_style {
    enum docx_align align;
    unsigned points; /* 0: 14 */
    bool bold, italic;
    bool flush;     /* no indent, as in tables and heads */
    bool with_next; /* stays on the page of what follows */
    bool blank;     /* marked: what people are to write */
    unsigned rule;  /* a line above it, as wide as so many percent of its place; 0: none */
};

/* Zeroed is empty; released by docx_release. */
struct docx {
    struct strbuf body;
    size_t columns; /* of the table being written */
    bool landscape; /* the pages being written lie; set by who writes them */
};

void docx_add_paragraph(struct docx *docx, const char *text, struct docx_style style);

/* Begins a table as wide as the page; `widths` are in percent. */
void docx_begin_table(struct docx *docx, const unsigned *widths, size_t columns, bool bordered);
/* Begins a row; a header is repeated on each page. */
void docx_begin_row(struct docx *docx, bool header);
/* Begins a cell, `span` columns wide, to which paragraphs are added until the next. */
void docx_begin_cell(struct docx *docx, size_t span);
void docx_end_cell(struct docx *docx);
void docx_end_row(struct docx *docx);
void docx_end_table(struct docx *docx);

/* Ends the pages so far: what follows begins a new page, which lies where `landscape`. */
void docx_begin_section(struct docx *docx, bool landscape);

/* Writes the file; -1 with an ERROR_SYSTEM if it cannot be made. */
int docx_write(struct docx *docx, struct date day, FILE *out, struct error *error);
void docx_release(struct docx *docx);

#endif
