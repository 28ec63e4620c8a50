// SPDX-License-Identifier: MIT
#include "write/plan_text.h"

#include "base/text.h"

#include <string.h>

const char *plan_text_unit(const struct plan *plan)
{
    static const char *const by_zeros[] = {"VNĐ",
                                           "VNĐ",
                                           "VNĐ",
                                           "nghìn VNĐ",
                                           "chục nghìn VNĐ",
                                           "trăm nghìn VNĐ",
                                           "triệu VNĐ",
                                           "chục triệu VNĐ",
                                           "trăm triệu VNĐ",
                                           "tỷ VNĐ",
                                           "chục tỷ VNĐ",
                                           "trăm tỷ VNĐ",
                                           "nghìn tỷ VNĐ"};
    _Static_assert(MONEY_UNIT_MAX == 1000000000000, "as many zeros as the greatest unit has");
    _Static_assert(sizeof by_zeros / sizeof *by_zeros == 12 + 1, "a word for each unit");
    size_t zeros = 0;
    for (int64_t unit = plan->unit; unit >= 10; unit /= 10)
        zeros++;
    return by_zeros[zeros];
}

static bool reads_right(const char *text, const struct task *task, const struct plan *plan)
{
    struct money_rules rules = {.unit = plan->unit};
    struct budget budget;
    struct error reason;
    return budget_parse(text, rules, &budget, &reason) == 0 && budget.kind == task->budget.kind &&
           budget.vnd == task->budget.vnd;
}

void plan_text_add_budget(struct strbuf *out, const struct task *task, const struct plan *plan)
{
    const char *text = task->text[TASK_BUDGET];
    if (task->budget.kind != BUDGET_AMOUNT || (text != NULL && reads_right(text, task, plan))) {
        strbuf_adds(out, text != NULL ? text : "");
        return;
    }
    char figure[MONEY_TEXT_SIZE];
    money_format(figure, task->budget.vnd, plan->unit, 0, ',');
    strbuf_adds(out, figure);
    if (!reads_right(figure, task, plan)) /* «1,234» could be a thousand; «1,2340» could not */
        strbuf_addc(out, '0');
}

static bool has_year(const struct plan *plan, bool whole)
{
    for (size_t i = 0; i < plan->preamble_count; i++)
        if (plan_year_find(plan->preamble[i]) == plan->year)
            return true;
    for (size_t i = 0; i < plan->footer_count && whole; i++)
        if (plan_year_find(plan->footer[i]) == plan->year)
            return true;
    return false;
}

void plan_text_add_preamble(struct strbuf *out, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    bool title = plan->title != NULL && plan->preamble_count == 0;
    if (title)
        strbuf_addf(out, "%s\n", plan->title);
    if (plan->organisation != NULL && plan->preamble_count == 0)
        strbuf_addf(out, "Cơ quan: %s\n", plan->organisation);
    if (plan->year > 0 && !has_year(plan, extract->query->count == 0) &&
        !(title && plan_year_find(plan->title) == plan->year))
        strbuf_addf(out, "Năm %d\n", plan->year);
    for (size_t i = 0; i < plan->preamble_count; i++)
        strbuf_addf(out, "%s\n", plan->preamble[i]);
}

void plan_text_add_footer(struct strbuf *out, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    if (extract->query->count > 0)
        return; /* what is declared is not true of a part */
    for (size_t i = 0; i < plan->footer_count; i++)
        strbuf_addf(out, "%s\n", plan->footer[i]);
    if (plan->footer_count > 0)
        return;
    if (plan->declared.tasks != NULL)
        strbuf_addf(out, "Tổng số nhiệm vụ: %s\n", plan->declared.tasks);
    for (size_t i = 0; i < plan->row_count; i++)
        if (plan->rows[i]->text[TASK_BUDGET] == plan->declared.budget)
            return; /* a row of the table says so */
    if (plan->declared.budget != NULL)
        strbuf_addf(out, "Tổng kinh phí: %s\n", plan->declared.budget);
}

bool plan_extract_has(const struct plan_extract *extract, const struct task *task)
{
    return query_matches(extract->query, task, extract->progress);
}

int plan_extract_totals(const struct plan_extract *extract, struct task_list *tasks,
                        struct summary_list *sections, struct error *error)
{
    for (size_t i = 0; i < extract->plan->task_count; i++)
        if (plan_extract_has(extract, extract->plan->tasks[i]))
            task_list_add(tasks, extract->plan->tasks[i]);
    task_list_sort(tasks, 0);
    return summary_list_run(sections, tasks, NULL, SUMMARY_BY_SECTION, NULL, extract->progress,
                            error);
}
