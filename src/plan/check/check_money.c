// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/money.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static int compare_amounts(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;
    return (x > y) - (x < y);
}

/* Returns the lower median of the amounts above 0, or 0 if there are none. */
static int64_t find_median(const struct plan *plan)
{
    int64_t *amounts = memory_alloc((plan->task_count + 1) * sizeof *amounts), median = 0;
    size_t count = 0;
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan->tasks[i]->budget.vnd > 0)
            amounts[count++] = plan->tasks[i]->budget.vnd;
    qsort(amounts, count, sizeof *amounts, compare_amounts);
    if (count > 0)
        median = amounts[(count - 1) / 2];
    free(amounts);
    return median;
}

void check_budget_magnitude(struct check *check)
{
    enum { TIMES = 1000 };
    const struct plan *plan = check->plan;
    int64_t median = find_median(plan);
    char quoted[TEXT_QUOTE_SIZE];
    for (size_t i = 0; i < plan->task_count && median > 0; i++) {
        const struct task *task = plan->tasks[i];
        const char *text = task->text[TASK_BUDGET];
        if (task->budget.vnd / TIMES >= median)
            check_add(check, at_task(task, TASK_BUDGET),
                      "budget «%s» is a thousand times what most others are, or more: expected the "
                      "unit of the others",
                      text_quote_all(quoted, text != NULL ? text : ""));
    }
}

/* ---- Amounts by source of money ---- */

struct sources {
    int64_t sum;
    size_t columns, amounts;
};

static struct sources add_sources(const struct plan *plan, const struct task *task)
{
    struct money_rules rules = {.unit = plan->unit, .decimal_mark = plan->decimal_mark};
    struct sources sources = {0};
    for (size_t i = 0; i < plan->column_count; i++) {
        const struct plan_column *column = &plan->columns[i];
        struct budget budget;
        struct error ignored;
        sources.columns += column->is_part;
        if (!column->is_part || column->extra >= task->extra->count)
            continue;
        const char *cell = task->extra->cells[column->extra];
        if (budget_parse(cell, rules, &budget, &ignored) == 0 && budget.kind == BUDGET_AMOUNT)
            sources.amounts += money_add(&sources.sum, budget.vnd);
    }
    return sources;
}

static bool has_total_column(const struct plan *plan)
{
    bool has = false;
    for (size_t i = 0; i < plan->column_count; i++)
        has |= plan->columns[i].role != NULL && strcmp(plan->columns[i].role, "budget") == 0 &&
               !plan->columns[i].is_part;
    return has;
}

/* If only one source has a column, its amount may be less than the total, but not more. */
void check_budget_sources(struct check *check)
{
    const struct plan *plan = check->plan;
    bool total = has_total_column(plan);
    for (size_t i = 0; i < plan->task_count && total; i++) {
        const struct task *task = plan->tasks[i];
        struct sources sources = add_sources(plan, task);
        char sum[MONEY_TEXT_SIZE], said[MONEY_TEXT_SIZE];
        bool wrong =
            sources.columns > 1 ? sources.sum != task->budget.vnd : sources.sum > task->budget.vnd;
        if (sources.amounts == 0 || task->budget.kind != BUDGET_AMOUNT || !wrong)
            continue;
        money_format(sum, sources.sum, plan->unit, 0, ',');
        money_format(said, task->budget.vnd, plan->unit, 0, ',');
        check_add(check, at_task(task, TASK_BUDGET),
                  "the amounts by source make %s, their total says %s", sum, said);
    }
}

/* ---- The unit ---- */

static bool is_bare_figure(const char *text)
{
    return text != NULL && *text != '\0' && strspn(text, "0123456789., ") == strlen(text);
}

void check_unit_missing(struct check *check)
{
    const struct plan *plan = check->plan;
    for (size_t i = 0; i < plan->task_count && !plan->has_unit; i++) {
        const struct task *task = plan->tasks[i];
        const char *text = task->text[TASK_BUDGET];
        char quoted[TEXT_QUOTE_SIZE];
        if (task->budget.vnd == 0 || !is_bare_figure(text))
            continue;
        check_add(check, at_task(task, TASK_BUDGET),
                  "budget «%s» is taken for million đồng: expected a unit in its heading or above "
                  "the table",
                  text_quote_all(quoted, text));
        return; /* one finding is enough for all of them */
    }
}
