// SPDX-License-Identifier: MIT
#include "write/plan_write.h"

#include "base/escape.h"
#include "base/text.h"
#include "plan/task_id.h"
#include "write/plan_text.h"

#include <string.h>

static void add_cell(struct strbuf *out, const char *text)
{
    struct strbuf printable = {0};
    text_add_printable(&printable, text != NULL ? text : "", true);
    strbuf_adds(out, " ");
    escape_add_markdown(out, strbuf_text(&printable));
    strbuf_adds(out, " |");
    strbuf_release(&printable);
}

static void add_extras(struct strbuf *out, const struct plan *plan, const struct extra_cells *extra)
{
    for (size_t i = 0; i < plan->extra_count; i++)
        add_cell(out, i < extra->count ? extra->cells[i] : NULL);
}

static void add_header(struct strbuf *out, const struct plan *plan)
{
    strbuf_adds(out, "| TT |");
    for (int field = 0; field < TASK_FIELDS; field++) {
        struct strbuf heading = {0};
        plan_text_add_heading(&heading, plan, (enum task_field)field);
        add_cell(out, heading.text);
        strbuf_release(&heading);
    }
    for (size_t i = 0; i < plan->extra_count; i++)
        add_cell(out, plan->extra_names[i]);
    strbuf_adds(out, "\n| ---: |");
    for (size_t i = 0; i < TASK_FIELDS + plan->extra_count; i++)
        strbuf_adds(out, i == TASK_BUDGET ? " ---: |" : " --- |");
    strbuf_addc(out, '\n');
}

static void add_task(struct strbuf *out, const struct task *task)
{
    struct strbuf budget = {0};
    strbuf_adds(out, "|");
    add_cell(out, task->number);
    for (int field = TASK_TITLE; field < TASK_BUDGET; field++)
        add_cell(out, task->text[field]);
    plan_text_add_budget(&budget, task);
    add_cell(out, strbuf_text(&budget));
    add_extras(out, task->section->plan, task->extra);
    strbuf_addc(out, '\n');
    strbuf_release(&budget);
}

/* Lines around the table as paragraphs of their own. */
static void add_lines(struct strbuf *out, const char *lines)
{
    while (*lines != '\0') {
        struct strbuf line = {0}, printable = {0};
        size_t length = strcspn(lines, "\n");
        strbuf_add(&line, lines, length);
        text_add_printable(&printable, line.text, false);
        escape_add_markdown_line(out, strbuf_text(&printable));
        strbuf_adds(out, "\n\n");
        strbuf_release(&line);
        strbuf_release(&printable);
        lines += length + 1;
    }
}

static void add_section(struct strbuf *out, const struct plan *plan, const struct section *section,
                        const struct query *query, const struct progress *progress)
{
    struct strbuf heading = {0}, printable = {0};
    section_add_name(&heading, section->code, section->title);
    text_add_printable(&printable, heading.text, false);
    strbuf_adds(out, "## ");
    escape_add_markdown(out, printable.text);
    strbuf_adds(out, "\n\n");
    add_header(out, plan);
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan->tasks[i]->section == section && query_matches(query, plan->tasks[i], progress))
            add_task(out, plan->tasks[i]);
    strbuf_addc(out, '\n');
    strbuf_release(&heading);
    strbuf_release(&printable);
}

void plan_write_md(const struct plan *plan, const struct query *query,
                   const struct progress *progress, FILE *out)
{
    struct strbuf text = {0}, lines = {0};
    plan_text_add_preamble(&lines, plan, query);
    add_lines(&text, strbuf_text(&lines));
    for (size_t s = 0; s < plan->section_count; s++)
        if (plan_text_has_section(plan, plan->sections[s], query, progress))
            add_section(&text, plan, plan->sections[s], query, progress);
    strbuf_clear(&lines);
    plan_text_add_footer(&lines, plan, query);
    add_lines(&text, strbuf_text(&lines));
    while (text.length > 1 && text.text[text.length - 2] == '\n')
        text.text[--text.length] = '\0';
    fwrite(strbuf_text(&text), 1, text.length, out);
    strbuf_release(&lines);
    strbuf_release(&text);
}
