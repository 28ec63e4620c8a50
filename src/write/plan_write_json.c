// SPDX-License-Identifier: MIT
#include "write/plan_write.h"

#include "base/escape.h"
#include "plan/task_columns.h"
#include "write/plan_text.h"

#include <inttypes.h>
#include <string.h>

static void add_string(struct strbuf *out, const char *text)
{
    if (text != NULL)
        escape_add_json(out, text);
    else
        strbuf_adds(out, "null");
}

static void add_member(struct strbuf *out, const char *key, const char *text)
{
    strbuf_adds(out, ", ");
    escape_add_json(out, key);
    strbuf_adds(out, ": ");
    add_string(out, text);
}

/* Plain digits as a number, which comes back as the same text; all else as a string. */
static void add_figure(struct strbuf *out, const char *text)
{
    size_t digits = strspn(text, "0123456789");
    bool plain =
        digits > 0 && digits <= 15 && text[digits] == '\0' && (*text != '0' || digits == 1);
    if (plain)
        strbuf_adds(out, text);
    else
        add_string(out, *text != '\0' ? text : NULL);
}

static void add_extras(struct strbuf *out, const struct plan *plan, const struct extra_cells *extra)
{
    for (size_t i = 0; i < extra->count; i++)
        if (extra->cells[i] != NULL)
            add_member(out, plan->extra_names[i], extra->cells[i]);
}

static void add_task_members(struct strbuf *out, const struct task *task)
{
    struct strbuf budget = {0};
    strbuf_adds(out, "\"number\": ");
    add_figure(out, task->number);
    for (int field = TASK_TITLE; field < TASK_BUDGET; field++)
        add_member(out, task_field_column((enum task_field)field)->name, task->text[field]);
    plan_text_add_budget(&budget, task);
    strbuf_adds(out, ", \"budget\": ");
    add_figure(out, strbuf_text(&budget));
    add_extras(out, task->section->plan, task->extra);
    strbuf_release(&budget);
}

static void add_section(struct strbuf *out, const struct plan *plan, const struct section *section,
                        const struct query *query, const struct progress *progress)
{
    const char *separator = "\n";
    strbuf_adds(out, "    {\"code\": ");
    add_string(out, section->code);
    add_member(out, "title", section->title);
    if (section->declared_budget != NULL)
        add_member(out, "budget", section->declared_budget);
    add_extras(out, plan, section->extra);
    strbuf_adds(out, ", \"tasks\": [");
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        if (task->section != section || !query_matches(query, task, progress))
            continue;
        strbuf_addf(out, "%s      {", separator);
        add_task_members(out, task);
        strbuf_adds(out, "}");
        separator = ",\n";
    }
    strbuf_adds(out, "\n    ]}");
}

void plan_write_json(const struct plan *plan, const struct query *query,
                     const struct progress *progress, FILE *out)
{
    struct strbuf text = {0};
    const char *separator = "\n";
    strbuf_adds(&text, "{\n  \"id\": ");
    add_string(&text, plan->id);
    add_member(&text, "title", plan->title);
    add_member(&text, "organisation", plan->organisation);
    if (plan->year > 0)
        strbuf_addf(&text, ", \"year\": %d", plan->year);
    add_member(&text, "unit", plan_text_unit(plan));
    strbuf_adds(&text, ",\n  \"declared\": {\"tasks\": ");
    bool whole = query->count == 0;
    add_string(&text, whole ? plan->declared.tasks : NULL);
    add_member(&text, "budget", whole ? plan->declared.budget : NULL);
    strbuf_adds(&text, "},\n  \"sections\": [");
    for (size_t s = 0; s < plan->section_count; s++) {
        if (!plan_text_has_section(plan, plan->sections[s], query, progress))
            continue;
        strbuf_adds(&text, separator);
        add_section(&text, plan, plan->sections[s], query, progress);
        separator = ",\n";
    }
    strbuf_adds(&text, "\n  ]\n}\n");
    fwrite(text.text, 1, text.length, out);
    strbuf_release(&text);
}

void plan_write_jsonl(const struct plan *plan, const struct query *query,
                      const struct progress *progress, FILE *out)
{
    struct strbuf line = {0};
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        if (!query_matches(query, task, progress))
            continue;
        struct date due = schedule_due(task->schedule);
        char date[DATE_TEXT_SIZE];
        strbuf_clear(&line);
        strbuf_adds(&line, "{\"plan\": ");
        add_string(&line, plan->id);
        add_member(&line, "section", task->section->code);
        add_member(&line, "section_title", task->section->title);
        strbuf_adds(&line, ", ");
        add_task_members(&line, task);
        add_member(&line, "due", date_is_set(due) ? date_format(date, due) : NULL);
        if (task->budget.kind == BUDGET_AMOUNT)
            strbuf_addf(&line, ", \"budget_vnd\": \"%" PRId64 "\"", task->budget.vnd);
        strbuf_adds(&line, "}\n");
        fwrite(line.text, 1, line.length, out);
    }
    strbuf_release(&line);
}
