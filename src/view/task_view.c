// SPDX-License-Identifier: MIT
#include "view/task_view.h"

#include "base/message.h"
#include "base/text.h"
#include "plan/summary/tally.h"

void task_add_section_heading(const void *row, struct strbuf *out)
{
    const struct task_row *r = row;
    if (r->with_plan)
        strbuf_addf(out, "%s: ", r->task->section->plan->id);
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
__attribute__((format(printf, 6, 0))) static void
add_left_out(struct strbuf *out, const struct task_list *tasks, bool with_plan, enum lang lang,
             enum budget_kind kind, const char *format)
{
    enum { NAMED = 12 };
    size_t count = 0;
    char number[LANG_TEXT_SIZE];
    struct strbuf ids = {0};
    for (size_t i = 0; i < tasks->count; i++) {
        if (tasks->items[i]->budget.kind != kind || ++count > NAMED)
            continue;
        strbuf_separate(&ids, ", ");
        task_add_id(&ids, tasks->items[i], with_plan);
    }
    strbuf_adds(&ids, count > NAMED ? ", …" : "");
    if (count > 0)
        strbuf_addf(out, format, lang_count(number, lang, count), strbuf_text(&ids));
    strbuf_release(&ids);
}

/* What the words in place of amounts say, where all of them say it. */
static const char *unspecified_format(const struct task_list *tasks)
{
    for (size_t i = 0; i < tasks->count; i++) {
        const struct task *task = tasks->items[i];
        if (task->budget.kind == BUDGET_UNSPECIFIED &&
            !text_contains(task->text[TASK_BUDGET], "theo quy định"))
            return _("%s in words (%s)");
    }
    return _("%s by regulation (%s)");
}

int task_add_total(struct strbuf *out, const struct task_list *tasks, bool with_plan,
                   enum lang lang, struct error *error)
{
    const struct progress nothing = {0}; /* budgets alone are added up */
    struct tally total = {0};
    char millions[LANG_TEXT_SIZE], budgeted[LANG_TEXT_SIZE], count[LANG_TEXT_SIZE];
    for (size_t i = 0; i < tasks->count; i++)
        if (tally_add(&total, tasks->items[i], &nothing, error) != 0)
            return -1;
    strbuf_addf(out,
                message_plural("%s million đồng in %s of %s task",
                               "%s million đồng in %s of %s tasks", tasks->count),
                lang_millions(millions, lang, total.budget_vnd),
                lang_count(budgeted, lang, total.budgeted), lang_count(count, lang, tasks->count));
    strbuf_adds(out, total.unspecified + total.missing > 0 ? "; " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_UNSPECIFIED, unspecified_format(tasks));
    strbuf_adds(out, total.unspecified > 0 && total.missing > 0 ? ", " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_MISSING, _("%s blank (%s)"));
    return 0;
}
