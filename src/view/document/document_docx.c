// SPDX-License-Identifier: MIT
#include "base/strbuf.h"
#include "view/document/document.h"
#include "view/document/docx.h"

static struct docx *docx_of(const struct document *document)
{
    return document->own;
}

static void begin(struct document *document, const char *title)
{
    (void)document;
    (void)title;
}

static void add_heading(struct document *document, unsigned level, const char *text)
{
    docx_add_paragraph(docx_of(document), text,
                       (struct docx_style){.bold = true, .italic = level > 3, .with_next = true});
}

static void add_paragraph(struct document *document, const char *text)
{
    docx_add_paragraph(docx_of(document), text, (struct docx_style){0});
}

static void add_item(struct document *document, const char *text)
{
    struct strbuf line = {0};
    strbuf_addf(&line, "- %s", text);
    add_paragraph(document, line.text);
    strbuf_release(&line);
}

static void add_cell(struct docx *docx, const char *text, size_t span, struct docx_style style)
{
    style.flush = true;
    style.points = 12;
    docx_begin_cell(docx, span);
    docx_add_paragraph(docx, text != NULL ? text : "", style);
    docx_end_cell(docx);
}

/* A title needs the most room, the number before it the least; a table of figures is even. */
static unsigned weight_of(const struct document *document, size_t column)
{
    bool titled = document->column_count > 1 && !document->columns[1].right;
    if (column > 1)
        return 4;
    if (column == 1)
        return titled ? 8 : 4;
    return titled ? 2 : 6;
}

static void set_widths(const struct document *document, unsigned *widths)
{
    unsigned sum = 0;
    for (size_t i = 0; i < document->column_count; i++)
        sum += weight_of(document, i);
    for (size_t i = 0; i < document->column_count; i++)
        widths[i] = weight_of(document, i) * 100 / sum;
}

static void begin_table(struct document *document, const char *caption)
{
    enum { MOST = 64 };
    unsigned widths[MOST];
    struct docx *docx = docx_of(document);
    if (document->column_count > MOST)
        document->column_count = MOST;
    if (caption != NULL)
        docx_add_paragraph(
            docx, caption,
            (struct docx_style){
                .align = DOCX_CENTRE, .bold = true, .points = 13, .with_next = true});
    set_widths(document, widths);
    docx_begin_table(docx, widths, document->column_count, true);
    docx_begin_row(docx, true);
    for (size_t i = 0; i < document->column_count; i++)
        add_cell(docx, document->columns[i].heading, 1,
                 (struct docx_style){.align = DOCX_CENTRE, .bold = true});
    docx_end_row(docx);
}

static void add_row(struct document *document, enum document_row kind, const char *const *cells)
{
    struct docx *docx = docx_of(document);
    docx_begin_row(docx, false);
    if (kind == DOCUMENT_ROW_SECTION)
        add_cell(docx, cells[0], document->column_count,
                 (struct docx_style){.align = DOCX_LEFT, .bold = true, .with_next = true});
    for (size_t i = 0; i < document->column_count && kind != DOCUMENT_ROW_SECTION; i++)
        add_cell(docx, cells[i], 1,
                 (struct docx_style){.align = document->columns[i].right ? DOCX_RIGHT : DOCX_LEFT,
                                     .bold = kind == DOCUMENT_ROW_TOTAL});
    docx_end_row(docx);
}

static void end_table(struct document *document)
{
    docx_end_table(docx_of(document));
    docx_add_paragraph(docx_of(document), "", (struct docx_style){.flush = true, .points = 6});
}

static void end(struct document *document)
{
    (void)document;
}

const struct document_format document_docx = {
    .begin = begin,
    .heading = add_heading,
    .paragraph = add_paragraph,
    .item = add_item,
    .table = begin_table,
    .row = add_row,
    .table_end = end_table,
    .end = end,
};
