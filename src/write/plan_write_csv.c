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
        escape_add_guarded(&writer->cell, text != NULL ? text : "");
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
    const struct plan *plan = extract->plan;
    struct writer writer = {.out = out};
    struct strbuf lines = {0};
    plan_table_init(&writer.table, plan);
    plan_text_add_preamble(&lines, extract);
    write_lines(&writer, strbuf_text(&lines));
    plan_table_head(&writer.table);
    write_row(&writer);
    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = plan->sections[s];
        if (!plan_extract_has_section(extract, section))
            continue;
        plan_table_section(&writer.table, section);
        write_row(&writer);
        for (size_t i = 0; i < plan->task_count; i++) {
            if (plan->tasks[i]->section != section || !plan_extract_has(extract, plan->tasks[i]))
                continue;
            plan_table_task(&writer.table, plan->tasks[i]);
            write_row(&writer);
        }
    }
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, extract);
    write_lines(&writer, strbuf_text(&lines));
    strbuf_release(&lines);
    strbuf_release(&writer.line);
    strbuf_release(&writer.cell);
    plan_table_release(&writer.table);
    return 0;
}
