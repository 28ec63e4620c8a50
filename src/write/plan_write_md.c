// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/text.h"
#include "plan/task_id.h"
#include "view/document/document.h"
#include "write/plan_table.h"
#include "write/plan_text.h"
#include "write/plan_write.h"

#include <stdlib.h>

static void write_heading(struct document *document, const struct plan_line *line)
{
    struct strbuf heading = {0}, printable = {0};
    if (line->section != NULL)
        section_add_name(&heading, line->section->code, line->section->title);
    else
        strbuf_addf(&heading, "%s%s%s", line->row->tree->mark != NULL ? line->row->tree->mark : "",
                    line->row->tree->mark != NULL ? " " : "",
                    line->row->text[TASK_TITLE] != NULL ? line->row->text[TASK_TITLE] : "");
    text_add_printable(&printable, heading.text, false);
    document_heading(document, 2, printable.text);
    strbuf_release(&heading);
    strbuf_release(&printable);
}

static void write_head(struct document *document, struct plan_table *table,
                       struct document_column *columns)
{
    plan_table_head(table);
    for (size_t i = 0; i < table->width; i++) {
        const struct field *field = plan_table_field(table, i);
        bool figures = i == 0 || (field != NULL && field->kind == FIELD_MONEY);
        columns[i] = (struct document_column){table->row[i], figures};
    }
    document_table(document, columns, table->width, NULL);
}

/* Parts and sections are headings, and what stands below them tables. */
static void write_lines(struct document *document, struct plan_table *table,
                        const struct plan_lines *lines)
{
    struct document_column *columns = memory_alloc(table->width * sizeof *columns);
    bool in_table = false;
    for (size_t i = 0; i < lines->count; i++) {
        const struct plan_line *line = &lines->items[i];
        bool part = line->row != NULL && line->row->tree != NULL && line->row->tree->is_part;
        bool heads = line->section != NULL || part;
        if (heads)
            write_heading(document, line);
        if ((line->section != NULL && !part) || (!heads && !in_table))
            write_head(document, table, columns);
        in_table = !heads || (line->section != NULL && !part);
        if (heads)
            continue;
        plan_table_row(table, line);
        document_row(document, DOCUMENT_ROW, table->row);
    }
    free(columns);
}

int plan_write_md(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    struct document document = {.format = &document_markdown, .out = out};
    struct plan_table table;
    struct strbuf lines = {0};
    struct plan_lines rows;
    plan_table_init(&table, extract->plan);
    plan_text_add_preamble(&lines, extract);
    document_lines(&document, strbuf_text(&lines));
    plan_lines_init(&rows, extract);
    write_lines(&document, &table, &rows);
    plan_lines_release(&rows);
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, extract);
    document_lines(&document, strbuf_text(&lines));
    strbuf_release(&lines);
    plan_table_release(&table);
    return 0;
}
