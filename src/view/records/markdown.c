// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "view/document/document.h"
#include "view/records/cell.h"

#include <stdlib.h>

/* The target of a row's cells. */
struct table {
    const struct records *records;
    struct document document;
    struct document_column *columns;
    struct strbuf *texts;
    const char **cells;
};

static void init(struct table *table)
{
    size_t count = table->records->column_count;
    table->columns = memory_alloc(count * sizeof *table->columns);
    table->texts = memory_alloc(count * sizeof *table->texts);
    table->cells = memory_alloc(count * sizeof *table->cells);
    for (size_t c = 0; c < count; c++) {
        const struct column *column = table->records->columns[c];
        table->columns[c] = (struct document_column){_(column->heading), column->right};
        table->texts[c] = (struct strbuf){0};
    }
}

static void release(struct table *table)
{
    for (size_t c = 0; c < table->records->column_count; c++)
        strbuf_release(&table->texts[c]);
    free(table->columns);
    free(table->texts);
    free((void *)table->cells);
}

static void write_row(struct table *table, const void *row)
{
    struct strbuf scratch = {0};
    enum lang lang = table->document.lang;
    for (size_t c = 0; c < table->records->column_count; c++) {
        struct strbuf *text = &table->texts[c];
        strbuf_clear(text);
        strbuf_clear(&scratch);
        struct value value = cell_shown_value(table->records->columns[c], row, &scratch);
        if (value.kind == VALUE_DATE)
            lang_add_date(text, lang, value.date);
        else
            cell_add_shown(text, &value, lang);
        table->cells[c] = strbuf_text(text);
    }
    document_row(&table->document, DOCUMENT_ROW, table->cells);
    strbuf_release(&scratch);
}

static void begin_table(struct table *table)
{
    document_table(&table->document, table->columns, table->records->column_count, NULL);
}

/* A new heading starts a new table under it. */
static void write_heading(struct table *table, const void *row)
{
    struct strbuf heading = {0}, printable = {0};
    table->records->add_heading(row, &heading);
    text_add_printable(&printable, strbuf_text(&heading), false);
    document_heading(&table->document, 3, strbuf_text(&printable));
    begin_table(table);
    strbuf_release(&heading);
    strbuf_release(&printable);
}

static void write_rows(struct table *table, bool grouped)
{
    const struct records *records = table->records;
    for (size_t i = 0; i < records->row_count; i++) {
        const void *row = records->rows[i];
        if (grouped && (i == 0 || !records->same_heading(records->rows[i - 1], row)))
            write_heading(table, row);
        write_row(table, row);
    }
    if (records->total != NULL)
        write_row(table, records->total);
}

static void write_markdown(const struct records *records, const struct style *style, FILE *out)
{
    struct table table = {
        .records = records,
        .document = {.format = &document_markdown, .out = out, .lang = style->lang},
    };
    bool grouped = records->add_heading != NULL && records->row_count > 0;
    bool bare = records->title != NULL && records->row_count == 0; /* the footer says it all */
    init(&table);
    if (records->title != NULL)
        document_heading(&table.document, 2, records->title);
    if (!grouped && !bare)
        begin_table(&table);
    write_rows(&table, grouped);
    if (records->footer != NULL)
        document_lines(&table.document, records->footer);
    release(&table);
}

const struct row_format rows_markdown = {.write = write_markdown, .for_people = true};
