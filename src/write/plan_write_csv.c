// SPDX-License-Identifier: MIT
#include "write/plan_write.h"

#include "base/escape.h"
#include "write/plan_text.h"

#include <string.h>

struct writer {
    const struct plan *plan;
    FILE *out;
    struct strbuf line, cell;
    size_t cells; /* in the line so far */
};

static void add_cell(struct writer *writer, const char *text)
{
    if (writer->cells++ > 0)
        strbuf_addc(&writer->line, ',');
    strbuf_clear(&writer->cell);
    escape_add_guarded(&writer->cell, text != NULL ? text : "");
    escape_add_csv(&writer->line, strbuf_text(&writer->cell));
}

/* Fills the row up to the table's width and writes it. */
static void end_row(struct writer *writer)
{
    while (writer->cells < 1 + TASK_FIELDS + writer->plan->extra_count)
        add_cell(writer, NULL);
    strbuf_addc(&writer->line, '\n');
    fwrite(writer->line.text, 1, writer->line.length, writer->out);
    strbuf_clear(&writer->line);
    writer->cells = 0;
}

static void add_extras(struct writer *writer, const struct extra_cells *extra)
{
    for (size_t i = 0; i < extra->count; i++)
        add_cell(writer, extra->cells[i]);
}

/* Lines above or below the table, each in the first of the table's cells. */
static void write_lines(struct writer *writer, const char *lines)
{
    while (*lines != '\0') {
        struct strbuf line = {0};
        size_t length = strcspn(lines, "\n");
        strbuf_add(&line, lines, length);
        add_cell(writer, line.text);
        end_row(writer);
        strbuf_release(&line);
        lines += length + 1;
    }
}

static void write_header(struct writer *writer)
{
    add_cell(writer, "TT");
    for (int field = 0; field < TASK_FIELDS; field++) {
        struct strbuf heading = {0};
        plan_text_add_heading(&heading, writer->plan, (enum task_field)field);
        add_cell(writer, heading.text);
        strbuf_release(&heading);
    }
    for (size_t i = 0; i < writer->plan->extra_count; i++)
        add_cell(writer, writer->plan->extra_names[i]);
    end_row(writer);
}

static void write_section(struct writer *writer, const struct section *section)
{
    char numeral[ROMAN_SIZE];
    add_cell(writer, section_numeral(numeral, section));
    add_cell(writer, section->title);
    for (int field = TASK_OUTPUT; field < TASK_BUDGET; field++)
        add_cell(writer, NULL);
    add_cell(writer, section->declared_budget);
    add_extras(writer, section->extra);
    end_row(writer);
}

static void write_task(struct writer *writer, const struct task *task)
{
    struct strbuf budget = {0};
    add_cell(writer, task->number);
    for (int field = TASK_TITLE; field < TASK_BUDGET; field++)
        add_cell(writer, task->text[field]);
    plan_text_add_budget(&budget, task);
    add_cell(writer, strbuf_text(&budget));
    add_extras(writer, task->extra);
    end_row(writer);
    strbuf_release(&budget);
}

void plan_write_csv(const struct plan *plan, const struct query *query,
                    const struct progress *progress, FILE *out)
{
    struct writer writer = {.plan = plan, .out = out};
    struct strbuf lines = {0};
    plan_text_add_preamble(&lines, plan, query);
    write_lines(&writer, strbuf_text(&lines));
    write_header(&writer);
    for (size_t s = 0; s < plan->section_count; s++) {
        const struct section *section = plan->sections[s];
        if (!plan_text_has_section(plan, section, query, progress))
            continue;
        write_section(&writer, section);
        for (size_t i = 0; i < plan->task_count; i++)
            if (plan->tasks[i]->section == section &&
                query_matches(query, plan->tasks[i], progress))
                write_task(&writer, plan->tasks[i]);
    }
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, plan, query);
    write_lines(&writer, strbuf_text(&lines));
    strbuf_release(&lines);
    strbuf_release(&writer.line);
    strbuf_release(&writer.cell);
}
