// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "view/document/docx.h"
#include "write/plan_table.h"
#include "write/plan_text.h"
#include "write/plan_write.h"

#include <stdlib.h>
#include <string.h>

struct writer {
    const struct plan_extract *extract;
    struct plan_table table;
    struct docx docx;
};

/* ---- Lines around the table ---- */

static void add_lines(struct writer *writer, const char *lines, bool below)
{
    const char *title = writer->extract->plan->title;
    struct strbuf line = {0};
    while (strbuf_take_line(&line, &lines)) {
        bool is_title = !below && title != NULL && strcmp(line.text, title) == 0;
        docx_add_paragraph(&writer->docx, line.text,
                           (struct docx_style){.align = below ? DOCX_LEFT : DOCX_CENTRE,
                                               .points = 13,
                                               .bold = is_title || below,
                                               .italic = !is_title && !below,
                                               .flush = true});
    }
    strbuf_release(&line);
}

/* ---- The table ---- */

/* The letters are larger than a sheet's, and «XVIII» is not to break. */
static unsigned width_of(const struct plan_table *table, size_t column)
{
    enum { NUMBER_WIDTH = 10 };
    return column == 0 ? NUMBER_WIDTH : plan_table_column_width(table, column);
}

static void begin_table(struct writer *writer)
{
    const struct plan_table *table = &writer->table;
    unsigned *widths = memory_alloc(table->width * sizeof *widths), sum = 0;
    for (size_t i = 0; i < table->width; i++)
        sum += width_of(table, i);
    for (size_t i = 0; i < table->width; i++)
        widths[i] = width_of(table, i) * 100 / sum;
    docx_begin_table(&writer->docx, widths, table->width, true);
    free(widths);
}

static void add_cell(struct writer *writer, size_t column, size_t span, struct docx_style style)
{
    const char *text = writer->table.row[column];
    style.points = 12;
    style.flush = true;
    docx_begin_cell(&writer->docx, span);
    docx_add_paragraph(&writer->docx, text != NULL ? text : "", style);
    docx_end_cell(&writer->docx);
}

static void add_header(struct writer *writer)
{
    plan_table_head(&writer->table);
    docx_begin_row(&writer->docx, true);
    for (size_t i = 0; i < writer->table.width; i++)
        add_cell(writer, i, 1, (struct docx_style){.align = DOCX_CENTRE, .bold = true});
    docx_end_row(&writer->docx);
}

/* A title alone goes as far as the budget's column. */
static void add_row(struct writer *writer, const struct plan_line *line)
{
    const struct plan_table *table = &writer->table;
    size_t budget = table->column_of[TASK_BUDGET];
    bool group = plan_line_is_group(line), heading = plan_line_is_heading(line);
    plan_table_row(&writer->table, line);
    docx_begin_row(&writer->docx, false);
    for (size_t i = 0; i < table->width;) {
        size_t span = heading && i == 1 ? budget - 1 : 1;
        add_cell(writer, i, span,
                 (struct docx_style){.align = i == 0        ? DOCX_CENTRE
                                              : i == budget ? DOCX_RIGHT
                                                            : DOCX_LEFT,
                                     .bold = group,
                                     .with_next = heading});
        i += span;
    }
    docx_end_row(&writer->docx);
}

static void add_table(struct writer *writer)
{
    struct plan_lines lines;
    begin_table(writer);
    add_header(writer);
    plan_lines_init(&lines, writer->extract);
    for (size_t i = 0; i < lines.count; i++)
        add_row(writer, &lines.items[i]);
    plan_lines_release(&lines);
    docx_end_table(&writer->docx);
    docx_add_paragraph(&writer->docx, "", (struct docx_style){.points = 6, .flush = true});
}

int plan_write_docx(const struct plan_extract *extract, FILE *out, struct error *error)
{
    struct writer writer = {.extract = extract, .docx = {.landscape = true}};
    struct strbuf lines = {0};
    plan_table_init(&writer.table, extract->plan);
    plan_text_add_preamble(&lines, extract);
    add_lines(&writer, strbuf_text(&lines), false);
    add_table(&writer);
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, extract);
    add_lines(&writer, strbuf_text(&lines), true);
    int status = docx_write(&writer.docx, extract->progress->as_of, out, error);
    strbuf_release(&lines);
    docx_release(&writer.docx);
    plan_table_release(&writer.table);
    return status;
}
