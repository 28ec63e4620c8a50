// SPDX-License-Identifier: MIT
/*
 * A document that people read: headings, paragraphs, lists, tables and figures. What it says is
 * written once, through these functions, and each format makes its own of it. All text is plain
 * text as it stands in the plan or in a message: escaping is the format's.
 */
#ifndef VIEW_DOCUMENT_DOCUMENT_H
#define VIEW_DOCUMENT_DOCUMENT_H

#include "base/lang.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct document_column {
    const char *heading;
    bool right; /* figures */
};

enum document_row {
    DOCUMENT_ROW,
    DOCUMENT_ROW_SECTION, /* one cell across the table, cells[0] */
    DOCUMENT_ROW_TOTAL,
};

struct document;

/* One per format. The members are called in their order: begin, what follows, end. */
struct document_format {
    void (*begin)(struct document *document, const char *title);
    void (*heading)(struct document *document, unsigned level, const char *text); /* from 2 */
    void (*paragraph)(struct document *document, const char *text);
    void (*item)(struct document *document, const char *text);     /* items in a row are one list */
    void (*table)(struct document *document, const char *caption); /* its columns are set */
    void (*row)(struct document *document, enum document_row kind, const char *const *cells);
    void (*table_end)(struct document *document); /* NULL: nothing is to be done */
    /* Markup that is drawn, with what it shows in words; NULL for a format without pictures. */
    void (*figure)(struct document *document, const char *svg, const char *caption);
    void (*end)(struct document *document);
};

extern const struct document_format document_markdown, document_html;
/* Into the struct docx that is the document's `own`; it has no title. */
extern const struct document_format document_docx;

struct document {
    const struct document_format *format;
    FILE *out;
    enum lang lang;
    const struct document_column *columns; /* of the table being written, borrowed */
    size_t column_count;
    bool is_begun, in_list, in_rows; /* the format's own */
    void *own;                       /* what collects the text, if the caller gives that */
};

/* ---- For whoever writes a document; what is only a part of one has no begin and no end ---- */

void document_begin(struct document *document, const char *title);
void document_heading(struct document *document, unsigned level, const char *text);
void document_paragraph(struct document *document, const char *text);
/* Writes each line of a text as a paragraph of its own. */
void document_lines(struct document *document, const char *lines);
void document_item(struct document *document, const char *text);
void document_table(struct document *document, const struct document_column *columns, size_t count,
                    const char *caption);
void document_row(struct document *document, enum document_row kind, const char *const *cells);
void document_table_end(struct document *document);
bool document_has_figures(const struct document *document);
void document_figure(struct document *document, const char *svg, const char *caption);
void document_end(struct document *document);

#endif
