// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/message.h"
#include "base/text.h"
#include "plan/task_columns.h"
#include "plan/tree.h"

#include <string.h>

static bool has_cell(const struct task *task, enum task_field field)
{
    if (field == TASK_BUDGET)
        return task->budget.kind != BUDGET_MISSING || task_cover(task) != NULL;
    return task->text[field] != NULL;
}

/* A task's cell counts for its sub-items too, and the cells of all sub-items count for the task. */
static bool is_filled(const struct check *check, size_t index, enum task_field field)
{
    const struct plan *plan = check->plan;
    const struct task *task = plan->tasks[index], *parent = check->parents[index];
    if (has_cell(task, field) || field == TASK_TITLE)
        return has_cell(task, field);
    for (const struct task *group = row_group(task); group != NULL && field != TASK_BUDGET;
         group = row_group(group))
        if (has_cell(group, field))
            return true;
    if (parent != NULL)
        return has_cell(parent, field);
    size_t next = index + 1;
    while (next < plan->task_count && check->parents[next] == task &&
           has_cell(plan->tasks[next], field))
        next++;
    bool all = next == plan->task_count || check->parents[next] != task;
    return next > index + 1 && all;
}

void check_missing(struct check *check)
{
    const struct plan *plan = check->plan;
    enum task_field field = check->rule->field;
    const char *expected = _(task_field_column(field)->field->expected);
    size_t have = 0;
    for (size_t i = 0; i < plan->task_count; i++)
        have += has_cell(plan->tasks[i], field);
    if (have == 0 && plan->task_count > 1) { /* the document does not have this column */
        struct finding at = at_task(plan->tasks[0], field);
        check_add(check, at_location(at.location), "none of the %zu tasks has %s", plan->task_count,
                  expected);
        return;
    }
    for (size_t i = 0; i < plan->task_count; i++)
        if (!is_filled(check, i, field))
            check_add(check, at_task(plan->tasks[i], field), "blank: expected %s", expected);
}

void check_budget_unspecified(struct check *check)
{
    for (size_t i = 0; i < check->plan->task_count; i++) {
        const struct task *task = check->plan->tasks[i];
        const char *text = task->text[TASK_BUDGET];
        char quoted[TEXT_QUOTE_SIZE];
        if (task->budget.kind == BUDGET_UNSPECIFIED && text != NULL)
            check_add(check, at_task(task, TASK_BUDGET), "budget «%s»: expected an amount",
                      text_quote(quoted, text, strlen(text)));
    }
}

void check_section_title(struct check *check)
{
    for (size_t i = 0; i < check->plan->section_count; i++) {
        const struct section *section = check->plan->sections[i];
        if (section->title == NULL && *section->code != '\0')
            check_add(check, at_section(section), "section %s has no title", section->code);
    }
}

void check_schedule_unknown(struct check *check)
{
    for (size_t i = 0; i < check->plan->task_count; i++) {
        const struct task *task = check->plan->tasks[i];
        const char *text = task->text[TASK_SCHEDULE];
        char quoted[TEXT_QUOTE_SIZE];
        if (task->schedule->kind == SCHEDULE_UNKNOWN && text != NULL)
            check_add(check, at_task(task, TASK_SCHEDULE),
                      "schedule «%s» is not understood: it has no due date",
                      text_quote(quoted, text, strlen(text)));
    }
}
