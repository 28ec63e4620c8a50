// SPDX-License-Identifier: MIT
#include "view/document/document.h"

void document_begin(struct document *document, const char *title)
{
    document->format->begin(document, title);
}

void document_heading(struct document *document, unsigned level, const char *text)
{
    document->format->heading(document, level, text);
}

void document_paragraph(struct document *document, const char *text)
{
    document->format->paragraph(document, text);
}

void document_lines(struct document *document, const char *lines)
{
    struct strbuf line = {0};
    while (strbuf_take_line(&line, &lines))
        document_paragraph(document, line.text);
    strbuf_release(&line);
}

void document_item(struct document *document, const char *text)
{
    document->format->item(document, text);
}

void document_table(struct document *document, const struct document_column *columns, size_t count,
                    const char *caption)
{
    document->columns = columns;
    document->column_count = count;
    document->format->table(document, caption);
}

void document_row(struct document *document, enum document_row kind, const char *const *cells)
{
    document->format->row(document, kind, cells);
}

void document_table_end(struct document *document)
{
    if (document->format->table_end != NULL)
        document->format->table_end(document);
}

bool document_has_figures(const struct document *document)
{
    return document->format->figure != NULL;
}

void document_figure(struct document *document, const char *svg, const char *caption)
{
    if (document->format->figure != NULL)
        document->format->figure(document, svg, caption);
}

void document_end(struct document *document)
{
    document->format->end(document);
}
