// SPDX-License-Identifier: MIT
#include "view/task_view.h"

#include "base/text.h"
#include "plan/tally.h"

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
    struct tally total = {0};
    for (size_t i = 0; i < tasks->count; i++)
        if (tally_add(&total, tasks->items[i], (struct date){0}, error) != 0)
            return -1;
    lang_add_millions(out, lang, total.budget_vnd);
    strbuf_adds(out, " million đồng in ");
    lang_add_count(out, lang, total.budgeted);
    strbuf_adds(out, " of ");
    lang_add_plural(out, lang, tasks->count, "task", "tasks");
    strbuf_adds(out, total.unspecified + total.missing > 0 ? "; " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_UNSPECIFIED, unspecified_name(tasks));
    strbuf_adds(out, total.unspecified > 0 && total.missing > 0 ? ", " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_MISSING, "blank");
    return 0;
}
