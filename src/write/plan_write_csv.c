// SPDX-License-Identifier: MIT
#include "write/plan_write.h"

#include "base/escape.h"
#include "write/plan_table.h"
#include "write/plan_text.h"

#include <string.h>

struct writer {
    struct plan_table table;
    FILE *out;
    struct strbuf line, cell;
};

/* The row that the table has made. */
static void write_row(struct writer *writer)
{
    strbuf_clear(&writer->line);
    for (size_t i = 0; i < writer->table.width; i++) {
        const char *text = writer->table.row[i];
        strbuf_adds(&writer->line, i > 0 ? "," : "");
        strbuf_clear(&writer->cell);
        escape_add_formula(&writer->cell, text != NULL ? text : "");
        escape_add_csv(&writer->line, strbuf_text(&writer->cell));
    }
    strbuf_addc(&writer->line, '\n');
    fwrite(writer->line.text, 1, writer->line.length, writer->out);
}

/* Lines above or below the table, each in the first of the table's cells. */
static void write_lines(struct writer *writer, const char *lines)
{
    struct strbuf line = {0};
    while (strbuf_take_line(&line, &lines)) {
        plan_table_line(&writer->table, line.text);
        write_row(writer);
    }
    strbuf_release(&line);
}

int plan_write_csv(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    struct writer writer = {.out = out};
    struct strbuf lines = {0};
    struct plan_lines rows;
    plan_table_init(&writer.table, extract->plan);
    plan_text_add_preamble(&lines, extract);
    write_lines(&writer, strbuf_text(&lines));
    plan_table_head(&writer.table);
    write_row(&writer);
    plan_lines_init(&rows, extract);
    for (size_t i = 0; i < rows.count; i++) {
        plan_table_row(&writer.table, &rows.items[i]);
        write_row(&writer);
    }
    plan_lines_release(&rows);
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, extract);
    write_lines(&writer, strbuf_text(&lines));
    strbuf_release(&lines);
    strbuf_release(&writer.line);
    strbuf_release(&writer.cell);
    plan_table_release(&writer.table);
    return 0;
}
