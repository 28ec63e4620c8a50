// SPDX-License-Identifier: MIT
#include "base/escape.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "view/records/cell.h"
#include "view/records/writers.h"

#include <stdlib.h>
#include <string.h>

static void add_row(struct strbuf *line, const struct records *records, const void *row,
                    const struct style *style)
{
    struct strbuf cell = {0}, scratch = {0};
    for (size_t c = 0; c < records->column_count; c++) {
        strbuf_clear(&cell);
        strbuf_clear(&scratch);
        struct value value = cell_shown_value(records->columns[c], row, &scratch);
        if (value.kind == VALUE_DATE)
            lang_add_date(&cell, style->lang, value.date);
        else
            cell_add_shown(&cell, &value, style->lang);
        strbuf_adds(line, c == 0 ? "| " : " | ");
        escape_add_markdown(line, strbuf_text(&cell));
    }
    strbuf_adds(line, " |\n");
    strbuf_release(&cell);
    strbuf_release(&scratch);
}

static void add_head(struct strbuf *line, const struct records *records)
{
    for (size_t c = 0; c < records->column_count; c++) {
        strbuf_adds(line, c == 0 ? "| " : " | ");
        escape_add_markdown(line, _(records->columns[c]->heading));
    }
    strbuf_adds(line, " |\n");
    for (size_t c = 0; c < records->column_count; c++)
        strbuf_adds(line, records->columns[c]->right ? "| ---: " : "| --- ");
    strbuf_adds(line, "|\n");
}

/* A new heading starts a new table under it. */
static void add_heading(struct strbuf *line, const struct records *records, const void *row,
                        bool first)
{
    struct strbuf heading = {0}, printable = {0};
    records->add_heading(row, &heading);
    text_add_printable(&printable, strbuf_text(&heading), false);
    strbuf_adds(line, first ? "### " : "\n### ");
    escape_add_markdown(line, strbuf_text(&printable));
    strbuf_adds(line, "\n\n");
    add_head(line, records);
    strbuf_release(&heading);
    strbuf_release(&printable);
}

/* Each line a paragraph of its own. */
static void add_footer(struct strbuf *line, const char *footer)
{
    struct strbuf printable = {0};
    text_add_printable(&printable, footer, true);
    for (const char *at = strbuf_text(&printable); *at != '\0';) {
        size_t length = strcspn(at, "\n");
        char *paragraph = memory_copy(at, length);
        strbuf_addc(line, '\n');
        escape_add_markdown_line(line, paragraph);
        strbuf_addc(line, '\n');
        free(paragraph);
        at += length + (at[length] == '\n');
    }
    strbuf_release(&printable);
}

void markdown_write(const struct records *records, const struct style *style, FILE *out)
{
    struct strbuf line = {0};
    bool grouped = records->add_heading != NULL && records->row_count > 0;
    bool bare = records->title != NULL && records->row_count == 0; /* the footer says it all */
    if (records->title != NULL) {
        strbuf_adds(&line, "## ");
        escape_add_markdown(&line, records->title);
        strbuf_adds(&line, bare ? "\n" : "\n\n");
    }
    if (!grouped && !bare)
        add_head(&line, records);
    for (size_t i = 0; i < records->row_count; i++) {
        const void *row = records->rows[i];
        if (grouped && (i == 0 || !records->same_heading(records->rows[i - 1], row)))
            add_heading(&line, records, row, i == 0);
        add_row(&line, records, row, style);
        fwrite(line.text, 1, line.length, out);
        strbuf_clear(&line);
    }
    if (records->total != NULL)
        add_row(&line, records, records->total, style);
    if (records->footer != NULL)
        add_footer(&line, records->footer);
    fwrite(strbuf_text(&line), 1, line.length, out);
    strbuf_release(&line);
}
