// SPDX-License-Identifier: MIT
#include "base/embed.h"
#include "base/escape.h"
#include "view/document/document.h"

#include <string.h>

EMBED(document_css, "data/document.css");

/* Nothing is fetched and nothing runs, whatever a plan's text says. */
static const char policy[] =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

static void write_attribute(const struct document *document, const char *text)
{
    struct strbuf escaped = {0};
    escape_add_html(&escaped, text, false);
    fputs(strbuf_text(&escaped), document->out);
    strbuf_release(&escaped);
}

/* Text in an element, its lines kept. */
static void write_text(const struct document *document, const char *text)
{
    struct strbuf escaped = {0};
    escape_add_html(&escaped, text != NULL ? text : "", true);
    for (const char *line = strbuf_text(&escaped);;) {
        size_t length = strcspn(line, "\n");
        fwrite(line, 1, length, document->out);
        if (line[length] == '\0')
            break;
        fputs("<br>", document->out);
        line += length + 1;
    }
    strbuf_release(&escaped);
}

static void end_list(struct document *document)
{
    if (document->in_list)
        fputs("</ul>\n", document->out);
    document->in_list = false;
}

static void begin(struct document *document, const char *title)
{
    FILE *out = document->out;
    fprintf(out, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
            lang_names[document->lang]);
    fprintf(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"%s\">\n", policy);
    fputs("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
          out);
    write_attribute(document, title);
    fputs("</title>\n<style>\n", out);
    fwrite(document_css_start, 1, (size_t)(document_css_end - document_css_start), out);
    fputs("</style>\n</head>\n<body>\n<main>\n<h1>", out);
    write_text(document, title);
    fputs("</h1>\n", out);
}

static void write_element(struct document *document, const char *name, const char *text)
{
    fprintf(document->out, "<%s>", name);
    write_text(document, text);
    fprintf(document->out, "</%s>\n", name);
}

static void write_heading(struct document *document, unsigned level, const char *text)
{
    static const char *const names[] = {"h2", "h3", "h4", "h5", "h6"};
    end_list(document);
    write_element(document, names[level < 2 ? 0 : level > 6 ? 4 : level - 2], text);
}

static void write_paragraph(struct document *document, const char *text)
{
    end_list(document);
    write_element(document, "p", text);
}

static void write_item(struct document *document, const char *text)
{
    if (!document->in_list)
        fputs("<ul>\n", document->out);
    document->in_list = true;
    write_element(document, "li", text);
}

/* Content wider than the page scrolls by itself, by the keyboard too. */
static void begin_scroll(struct document *document, const char *label)
{
    fputs("<div class=\"scroll\" tabindex=\"0\"", document->out);
    if (label != NULL) {
        fputs(" role=\"group\" aria-label=\"", document->out);
        write_attribute(document, label);
        fputs("\"", document->out);
    }
    fputs(">\n", document->out);
}

static const char *alignment(const struct document *document, size_t column)
{
    return document->columns[column].right ? " class=\"right\"" : "";
}

static void write_table(struct document *document, const char *caption)
{
    FILE *out = document->out;
    end_list(document);
    begin_scroll(document, caption);
    fputs("<table>\n", out);
    if (caption != NULL)
        write_element(document, "caption", caption);
    fputs("<thead>\n<tr>", out);
    for (size_t i = 0; i < document->column_count; i++) {
        const char *heading = document->columns[i].heading;
        const char *name = heading != NULL && *heading != '\0' ? "th" : "td";
        fprintf(out, "<%s%s%s>", name, *name == 't' && name[1] == 'h' ? " scope=\"col\"" : "",
                alignment(document, i));
        write_text(document, heading);
        fprintf(out, "</%s>", name);
    }
    fputs("</tr>\n</thead>\n", out);
    document->in_rows = false;
}

/* A section begins a body of rows of its own, which its title is the heading of. */
static void begin_rows(struct document *document, bool section)
{
    if (document->in_rows && section)
        fputs("</tbody>\n", document->out);
    if (!document->in_rows || section)
        fputs("<tbody>\n", document->out);
    document->in_rows = true;
}

static void write_cell(struct document *document, size_t column, const char *text)
{
    bool heading = column == 0 && text != NULL && *text != '\0';
    fprintf(document->out, heading ? "<th scope=\"row\"%s>" : "<td%s>",
            alignment(document, column));
    write_text(document, text);
    fputs(heading ? "</th>" : "</td>", document->out);
}

static void write_row(struct document *document, enum document_row kind, const char *const *cells)
{
    FILE *out = document->out;
    begin_rows(document, kind == DOCUMENT_ROW_SECTION);
    if (kind == DOCUMENT_ROW_SECTION) {
        fprintf(out, "<tr class=\"section\"><th scope=\"rowgroup\" colspan=\"%zu\"><span>",
                document->column_count);
        write_text(document, cells[0]);
        fputs("</span></th></tr>\n", out);
        return;
    }
    fputs(kind == DOCUMENT_ROW_TOTAL ? "<tr class=\"total\">" : "<tr>", out);
    for (size_t i = 0; i < document->column_count; i++)
        write_cell(document, i, cells[i]);
    fputs("</tr>\n", out);
}

static void end_table(struct document *document)
{
    fputs(document->in_rows ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n", document->out);
    document->in_rows = false;
}

static void write_figure(struct document *document, const char *svg, const char *caption)
{
    end_list(document);
    fputs("<figure>\n", document->out);
    begin_scroll(document, caption);
    fprintf(document->out, "%s\n</div>\n", svg);
    write_element(document, "figcaption", caption);
    fputs("</figure>\n", document->out);
}

static void end(struct document *document)
{
    end_list(document);
    fputs("</main>\n</body>\n</html>\n", document->out);
}

const struct document_format document_html = {
    .begin = begin,
    .heading = write_heading,
    .paragraph = write_paragraph,
    .item = write_item,
    .table = write_table,
    .row = write_row,
    .table_end = end_table,
    .figure = write_figure,
    .end = end,
};
