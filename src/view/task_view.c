// SPDX-License-Identifier: MIT
#include "view/task_view.h"

#include "base/message.h"
#include "base/text.h"
#include "plan/summary/summary.h"
#include "plan/tree.h"

/* The row's groups below its section, each behind a sign: « › I.1 TITLE (100 million đồng)». */
static void add_groups(const struct task *row, bool with_plan, struct strbuf *out)
{
    const struct task *group = row_group(row);
    char millions[LANG_TEXT_SIZE];
    if (group == NULL || group == row->section->row)
        return;
    add_groups(group, with_plan, out);
    if (group->tree->is_part)
        return;
    strbuf_adds(out, " › ");
    if (*group->number != '\0')
        task_add_id(out, group, false);
    if (group->text[TASK_TITLE] != NULL)
        strbuf_addf(out, *group->number != '\0' ? " %s" : "%s", group->text[TASK_TITLE]);
    if (group->budget.kind == BUDGET_AMOUNT)
        strbuf_addf(out, _(" (%s million đồng)"),
                    lang_millions(millions, message_lang(), group->budget.vnd));
}

void task_add_section_heading(const void *row, struct strbuf *out)
{
    const struct task_row *r = row;
    const struct section *section = r->task->section;
    size_t before = out->length;
    if (r->with_plan)
        strbuf_addf(out, "%s: ", section->plan->id);
    strbuf_adds(out, section->code);
    if (section->title != NULL)
        strbuf_addf(out, *section->code != '\0' ? "  %s" : "%s", section->title);
    add_groups(r->task, r->with_plan, out);
    if (out->length == before)
        strbuf_adds(out, _("(no section)"));
}

bool task_same_section(const void *a, const void *b)
{
    const struct task *x = ((const struct task_row *)a)->task,
                      *y = ((const struct task_row *)b)->task;
    return x->section == y->section && row_group(x) == row_group(y);
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
        bool counts = task_cover(tasks->items[i]) == NULL && tasks->items[i]->budget.kind == kind;
        if (!counts || ++count > NAMED)
            continue;
        strbuf_separate(&ids, ", ");
        task_add_id(&ids, tasks->items[i], with_plan);
    }
    strbuf_adds(&ids, count > NAMED ? ", …" : "");
    if (count > 0)
        strbuf_addf(out, format, lang_count(number, lang, count), strbuf_text(&ids));
    strbuf_release(&ids);
}

/* Returns the format for budgets in words: a special one if all of them say the same. */
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

void task_add_summary(struct strbuf *out, const struct summary *total,
                      const struct task_list *tasks, bool with_plan, enum lang lang)
{
    char millions[LANG_TEXT_SIZE], budgeted[LANG_TEXT_SIZE], count[LANG_TEXT_SIZE];
    strbuf_addf(out,
                message_plural("%s million đồng in %s of %s task",
                               "%s million đồng in %s of %s tasks", total->tasks),
                lang_millions(millions, lang, total->budget_vnd),
                lang_count(budgeted, lang, total->budgeted), lang_count(count, lang, total->tasks));
    if (total->covered > 0)
        strbuf_addf(out, _(", %s within their group's amount"),
                    lang_count(count, lang, total->covered));
    strbuf_adds(out, total->unspecified + total->missing > 0 ? "; " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_UNSPECIFIED, unspecified_format(tasks));
    strbuf_adds(out, total->unspecified > 0 && total->missing > 0 ? ", " : "");
    add_left_out(out, tasks, with_plan, lang, BUDGET_MISSING, _("%s blank (%s)"));
}

int task_add_total(struct strbuf *out, const struct task_list *tasks, bool with_plan,
                   enum lang lang, struct error *error)
{
    const struct progress nothing = {0}; /* budgets alone are added up */
    struct summary total = {0};
    struct partial_covers partial;
    int status = 0;
    partial_covers_init(&partial, tasks);
    for (size_t i = 0; i < tasks->count && status == 0; i++)
        status = summary_add(&total, tasks->items[i], &nothing, &partial, error);
    partial_covers_release(&partial);
    if (status == 0)
        task_add_summary(out, &total, tasks, with_plan, lang);
    return status;
}
