// SPDX-License-Identifier: MIT
#include "base/lang.h"
#include "view/document/docx.h"
#include "write/form_table.h"

enum { POINTS = 10 };

static void add_cell(struct docx *docx, const char *text, struct docx_style style)
{
    style.points = POINTS;
    style.flush = true;
    docx_begin_cell(docx, 1);
    docx_add_paragraph(docx, text != NULL ? text : "", style);
    docx_end_cell(docx);
}

struct writer {
    struct docx docx;
    bool has_milestones; /* a page is narrow: a column that says nothing is left out */
};

static bool is_left_out(const struct writer *writer, size_t column)
{
    return column == FORM_MILESTONE && !writer->has_milestones;
}

static void look_at_line(void *context, const struct form_line *line)
{
    struct writer *writer = context;
    writer->has_milestones |= line->cells[FORM_MILESTONE] != NULL;
}

static void add_line(void *context, const struct form_line *line)
{
    struct writer *writer = context;
    char due[LANG_TEXT_SIZE];
    docx_begin_row(&writer->docx, false);
    for (size_t i = 0; i < FORM_COLUMNS; i++) {
        const char *text = i < FORM_FILLED ? line->cells[i] : NULL;
        if (i == FORM_DUE && date_is_set(line->due))
            text = lang_date(due, LANG_VI, line->due);
        if (!is_left_out(writer, i))
            add_cell(&writer->docx, text, (struct docx_style){.align = DOCX_LEFT});
    }
    docx_end_row(&writer->docx);
}

static void add_head(struct docx *docx, const struct form *form)
{
    const char *lines[FORM_LINES];
    struct strbuf agency = {0};
    form_head(form, lines, &agency);
    for (size_t i = 0; lines[i] != NULL; i++)
        docx_add_paragraph(docx, lines[i],
                           (struct docx_style){.align = i < FORM_TITLES ? DOCX_CENTRE : DOCX_LEFT,
                                               .points = 12,
                                               .bold = i < FORM_TITLES,
                                               .italic = i >= FORM_TITLES,
                                               .flush = true});
    strbuf_release(&agency);
}

/* Nearer to each other than a sheet's columns: no word of a heading and no date is to break. */
static unsigned width_of(size_t column)
{
    enum { MORE = 8, MORE_OF_DATES = 18 };
    bool date = column == FORM_DUE || column == FORM_ON;
    return form_columns_of[column].width + (date ? MORE_OF_DATES : MORE);
}

static void begin_table(struct writer *writer)
{
    unsigned widths[FORM_COLUMNS], sum = 0;
    size_t count = 0;
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        sum += is_left_out(writer, i) ? 0 : width_of(i);
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        if (!is_left_out(writer, i))
            widths[count++] = width_of(i) * 100 / sum;
    docx_begin_table(&writer->docx, widths, count, true);
    docx_begin_row(&writer->docx, true);
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        if (!is_left_out(writer, i))
            add_cell(&writer->docx, form_columns_of[i].heading,
                     (struct docx_style){.align = DOCX_CENTRE, .bold = true});
    docx_end_row(&writer->docx);
}

int form_write_docx(const struct form *form, FILE *out, struct error *error)
{
    struct writer writer = {.docx = {.landscape = true}};
    form_each_line(form, look_at_line, &writer);
    add_head(&writer.docx, form);
    begin_table(&writer);
    form_each_line(form, add_line, &writer);
    docx_end_table(&writer.docx);
    docx_add_paragraph(&writer.docx, "", (struct docx_style){.points = POINTS, .flush = true});
    int status = docx_write(&writer.docx, form->progress->as_of, out, error);
    docx_release(&writer.docx);
    return status;
}
