// SPDX-License-Identifier: MIT
#include "view/task_view.h"

#include "base/text.h"

#include <string.h>

void task_add_section_heading(const void *row, struct strbuf *out)
{
    const struct task_row *r = row;
    if (r->with_plan)
        strbuf_addf(out, "%s: ", r->task->plan->id);
    strbuf_adds(out, r->task->section->code);
    if (r->task->section->title != NULL)
        strbuf_addf(out, "  %s", r->task->section->title);
}

bool task_same_section(const void *a, const void *b)
{
    return ((const struct task_row *)a)->task->section ==
           ((const struct task_row *)b)->task->section;
}

void add_plural(struct strbuf *out, enum lang lang, size_t count, const char *one, const char *many)
{
    lang_add_count(out, lang, count);
    strbuf_addf(out, " %s", count == 1 ? one : many);
}

/* «1 by regulation (II.1)»: how many budgets are of a kind, and whose they are, at most twelve. */
static void add_left_out(struct strbuf *out, const struct task_list *tasks, bool with_plan,
                         enum lang lang, enum budget_kind kind, const char *name)
{
    enum { NAMED = 12 };
    size_t count = 0;
    struct strbuf ids = {0};
    for (size_t i = 0; i < tasks->count; i++) {
        if (tasks->items[i]->budget.kind != kind || ++count > NAMED)
            continue;
        strbuf_adds(&ids, count > 1 ? ", " : "");
        task_add_id(&ids, tasks->items[i], with_plan);
    }
    if (count > 0) {
        lang_add_count(out, lang, count);
        strbuf_addf(out, " %s (%s%s)", name, strbuf_text(&ids), count > NAMED ? ", …" : "");
    }
    strbuf_release(&ids);
}

/* What the words in place of amounts say, where all of them say it. */
static const char *unspecified_name(const struct task_list *tasks)
{
    for (size_t i = 0; i < tasks->count; i++) {
        const struct task *task = tasks->items[i];
        if (task->budget.kind == BUDGET_UNSPECIFIED &&
            !text_contains(task->text[TASK_BUDGET], "theo quy định"))
            return "in words";
    }
    return "by regulation";
}

int task_add_total(struct strbuf *out, const struct task_list *tasks, bool with_plan,
                   enum lang lang, struct error *error)
{
    int64_t total = 0;
    size_t budgeted = 0, unspecified = 0, missing = 0;
    for (size_t i = 0; i < tasks->count; i++) {
        const struct budget *budget = &tasks->items[i]->budget;
        budgeted += budget->kind == BUDGET_AMOUNT;
        unspecified += budget->kind == BUDGET_UNSPECIFIED;
        missing += budget->kind == BUDGET_MISSING;
        if (!money_add(&total, budget->vnd))
            return error_set(error, ERROR_DATA, "the budgets add up to more than can be counted");
    }
    lang_add_millions(out, lang, total);
    strbuf_adds(out, " million đồng in ");
    lang_add_count(out, lang, budgeted);
    strbuf_adds(out, " of ");
    add_plural(out, lang, tasks->count, "task", "tasks");
    strbuf_adds(out, unspecified + missing > 0 ? "; " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_UNSPECIFIED, unspecified_name(tasks));
    strbuf_adds(out, unspecified > 0 && missing > 0 ? ", " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_MISSING, "blank");
    return 0;
}
