// SPDX-License-Identifier: MIT
#include "plan/progress/progress.h"
#include "plan/task_columns.h"
#include "view/json.h"
#include "write/plan_text.h"
#include "write/plan_write.h"

static void write_text(struct json *json, const char *key, const char *text)
{
    json_value(json, key, value_text(text));
}

static void write_extras(struct json *json, const struct plan *plan,
                         const struct extra_cells *extra)
{
    if (extra->count == 0)
        return;
    json_object(json, "columns");
    for (size_t i = 0; i < extra->count; i++)
        if (extra->cells[i] != NULL)
            write_text(json, plan->extra_names[i], extra->cells[i]);
    json_end(json);
}

/* A budget is written so that it reads right by itself: no exact amount stands beside it. */
static void write_task(struct json *json, const struct task *task)
{
    const struct task_row row = {.task = task};
    struct strbuf budget = {0};
    json_object(json, NULL);
    json_column(json, &task_columns.items[COLUMN_NUMBER], &row);
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct column *column = task_field_column((enum task_field)cell);
        if (cell != TASK_BUDGET) {
            json_column(json, column, &row);
            continue;
        }
        plan_text_add_budget(&budget, task);
        write_text(json, column->name, budget.length > 0 ? budget.text : NULL);
    }
    write_extras(json, task->section->plan, task->extra);
    json_end(json);
    strbuf_release(&budget);
}

static void write_section(struct json *json, const struct section *section,
                          const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    json_object(json, NULL);
    write_text(json, "code", section->code);
    write_text(json, "title", section->title);
    if (section->declared_budget != NULL)
        write_text(json, "budget", section->declared_budget);
    write_extras(json, plan, section->extra);
    json_lines(json, "tasks");
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan->tasks[i]->section == section && plan_extract_has(extract, plan->tasks[i]))
            write_task(json, plan->tasks[i]);
    json_end(json);
    json_end(json);
}

static void write_declared(struct json *json, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    bool whole = extract->query->count == 0;
    json_object(json, "declared");
    write_text(json, "tasks", whole ? plan->declared.tasks : NULL);
    write_text(json, "budget", whole ? plan->declared.budget : NULL);
    json_end(json);
}

int plan_write_json(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    const struct plan *plan = extract->plan;
    struct json json = {0};
    json_object(&json, NULL);
    write_text(&json, "id", plan->id);
    write_text(&json, "title", plan->title);
    write_text(&json, "organisation", plan->organisation);
    if (plan->year > 0)
        json_value(&json, "year", value_integer(plan->year));
    write_text(&json, "unit", plan_text_unit(plan));
    write_declared(&json, extract);
    json_lines(&json, "sections");
    for (size_t s = 0; s < plan->section_count; s++) {
        if (plan_extract_has_section(extract, plan->sections[s]))
            write_section(&json, plan->sections[s], extract);
        json_flush(&json, out);
    }
    json_end(&json);
    json_end(&json);
    json_flush(&json, out);
    json_release(&json);
    return 0;
}

int plan_write_jsonl(const struct plan_extract *extract, FILE *out, struct error *error)
{
    (void)error;
    const struct plan *plan = extract->plan;
    const struct progress nothing = {0}; /* the plan's own due dates */
    struct json json = {0};
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task_row row = {.task = plan->tasks[i], .progress = &nothing};
        if (!plan_extract_has(extract, row.task))
            continue;
        json_object(&json, NULL);
        for (int column = 0; column < COLUMN_COMPUTED; column++)
            if ((COLUMNS_READ >> column & 1) != 0)
                json_column(&json, &task_columns.items[column], &row);
        write_extras(&json, plan, row.task->extra);
        json_end(&json);
        json_flush(&json, out);
    }
    json_release(&json);
    return 0;
}
