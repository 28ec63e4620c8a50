// SPDX-License-Identifier: MIT
#include "base/escape.h"
#include "base/text.h"
#include "view/document/document.h"

/* Text that is no markup, on one line: what escapes a cell escapes all else too. */
static void write_text(const struct document *document, const char *text)
{
    struct strbuf escaped = {0};
    escape_add_markdown(&escaped, text != NULL ? text : "");
    fputs(strbuf_text(&escaped), document->out);
    strbuf_release(&escaped);
}

/* A blank line stands between two blocks; the items of a list are one. */
static void begin_block(struct document *document, bool item)
{
    if (document->is_begun && !(item && document->in_list))
        fputs("\n", document->out);
    document->is_begun = true;
    document->in_list = item;
}

static void write_line(struct document *document, const char *mark, const char *text)
{
    struct strbuf escaped = {0};
    escape_add_markdown_line(&escaped, text);
    fprintf(document->out, "%s%s\n", mark, strbuf_text(&escaped));
    strbuf_release(&escaped);
}

static void write_heading(struct document *document, unsigned level, const char *text)
{
    begin_block(document, false);
    for (unsigned i = 0; i < level; i++)
        fputc('#', document->out);
    fputc(' ', document->out);
    write_text(document, text);
    fputs("\n", document->out);
}

static void begin(struct document *document, const char *title)
{
    write_heading(document, 1, title);
}

static void write_paragraph(struct document *document, const char *text)
{
    begin_block(document, false);
    write_line(document, "", text);
}

static void write_item(struct document *document, const char *text)
{
    begin_block(document, true);
    write_line(document, "- ", text);
}

static void write_table(struct document *document, const char *caption)
{
    if (caption != NULL)
        write_paragraph(document, caption);
    begin_block(document, false);
    for (size_t i = 0; i < document->column_count; i++) {
        fputs(i == 0 ? "| " : " | ", document->out);
        write_text(document, document->columns[i].heading);
    }
    fputs(" |\n|", document->out);
    for (size_t i = 0; i < document->column_count; i++)
        fputs(document->columns[i].right ? " ---: |" : " --- |", document->out);
    fputs("\n", document->out);
}

/* A section's row has its text in the first cell, in bold, and blanks after it. */
static void write_row(struct document *document, enum document_row kind, const char *const *cells)
{
    const char *mark = kind == DOCUMENT_ROW ? "" : "**";
    for (size_t i = 0; i < document->column_count; i++) {
        const char *cell = kind == DOCUMENT_ROW_SECTION && i > 0 ? NULL : cells[i];
        bool marked = cell != NULL && *cell != '\0';
        fputs(i == 0 ? "| " : " | ", document->out);
        fputs(marked ? mark : "", document->out);
        write_text(document, cell);
        fputs(marked ? mark : "", document->out);
    }
    fputs(" |\n", document->out);
}

static void end(struct document *document)
{
    begin_block(document, false);
}

const struct document_format document_markdown = {
    .begin = begin,
    .heading = write_heading,
    .paragraph = write_paragraph,
    .item = write_item,
    .table = write_table,
    .row = write_row,
    .end = end,
};
