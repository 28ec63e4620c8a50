// SPDX-License-Identifier: MIT
#include "base/text.h"
#include "cmd/cmd.h"
#include "plan/due.h"
#include "view/task_view.h"

/* The quarter of the as-of date within the plan's year, else the plan's first. */
static int quarter_to_show(const struct cmd_ctx *ctx, const struct plan *plan)
{
    return ctx->as_of.year == plan->year ? date_quarter(ctx->as_of) : 1;
}

static void add_due(struct strbuf *out, const struct task_list *tasks, int year)
{
    for (int quarter = 1; quarter <= 4; quarter++) {
        struct due_list due = {0};
        due_list_select(&due, tasks, period_of_quarter(year, quarter), false);
        strbuf_addf(out, "%s%zu in Q%d", quarter == 1 ? "\nDue dates: " : ", ",
                    due.group_count[DUE_DUE], quarter);
        if (quarter == 4 && due.group_count[DUE_YEAR_ROUND] > 0)
            strbuf_addf(out, "; %zu all year", due.group_count[DUE_YEAR_ROUND]);
        if (quarter == 4 && due.group_count[DUE_TRIGGERED] > 0)
            strbuf_addf(out, "; %zu waiting for an event", due.group_count[DUE_TRIGGERED]);
        if (quarter == 4 && due.unread > 0)
            strbuf_addf(out, "; %zu not read", due.unread);
        due_list_release(&due);
    }
}

/* The numbers that offices are judged by; nothing where nothing is recorded. */
static int add_status(struct strbuf *out, const struct cmd_ctx *ctx, const struct task_list *tasks,
                      struct error *error)
{
    static const struct {
        enum standing standing;
        const char *words;
    } parts[] = {{DONE_ON_TIME, "done on time"},
                 {DONE_LATE, "done late"},
                 {DONE_NO_DUE, "done without a due date"},
                 {OPEN_IN_TIME, "open in time"},
                 {OPEN_OVERDUE, "overdue"},
                 {OPEN_NO_DUE, "open without a due date"},
                 {STANDING_CANCELLED, "cancelled"}};
    struct tally total = {0};
    for (size_t i = 0; i < tasks->count; i++)
        if (tally_add(&total, tasks->items[i], ctx->as_of, error) != 0)
            return -1;
    strbuf_adds(out, "\nStatus as of ");
    lang_add_date(out, ctx->style.lang, ctx->as_of);
    const char *separator = ": ";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (total.standings[parts[i].standing] == 0)
            continue;
        strbuf_addf(out, "%s%zu %s", separator, total.standings[parts[i].standing], parts[i].words);
        separator = ", ";
    }
    return 0;
}

static int write_plan(struct cmd_ctx *ctx, const struct plan *plan, struct error *error)
{
    struct query_scope scope = {.plans = (struct plan **)&plan, .plan_count = 1};
    struct task_list tasks = {0};
    struct strbuf text = {0};
    enum lang lang = ctx->style.lang;
    task_list_select(&tasks, &ctx->query, &scope);
    strbuf_addf(&text, "%s: ", plan->id);
    lang_add_plural(&text, lang, plan->section_count, "section", "sections");
    strbuf_adds(&text, ", ");
    lang_add_plural(&text, lang, plan->task_count, "task", "tasks");
    strbuf_adds(&text, "\nBudget: ");
    int status = task_add_total(&text, &tasks, false, lang, error);
    if (status == 0 && plan->year > 0)
        add_due(&text, &tasks, plan->year);
    else if (status == 0)
        strbuf_adds(&text, "\nDue dates: unknown, since the plan names no year; --year says it");
    if (status == 0 && plan->year > 0 && cmd_has_progress(ctx))
        status = add_status(&text, ctx, &tasks, error);
    struct strbuf printable = {0};
    text_add_printable(&printable, strbuf_text(&text), true);
    if (status == 0)
        fprintf(ctx->out, "%s\n", strbuf_text(&printable));
    strbuf_release(&printable);
    strbuf_release(&text);
    task_list_release(&tasks);
    return status;
}

int overview_write(struct cmd_ctx *ctx, struct error *error)
{
    int quarter = 1;
    for (size_t i = 0; i < ctx->scope.plan_count; i++) {
        if (write_plan(ctx, ctx->scope.plans[i], error) != 0)
            return -1;
        quarter = quarter_to_show(ctx, ctx->scope.plans[i]);
    }
    fprintf(ctx->out,
            "\nWhat to type next:\n"
            "  cchc list --section III    the tasks of a section\n"
            "  cchc due --quarter %d       what falls due in a quarter\n"
            "  cchc budget                what it costs, by section\n"
            "  cchc update III.2 done     record progress; cchc status sums it up\n"
            "  cchc show III.2            all of a task, and how it was read\n"
            "  cchc check                 what is wrong with the document itself\n"
            "  cchc --plan FILE list      another plan: the table as CSV or JSON\n"
            "  cchc help                  every command and option\n",
            quarter);
    return 0;
}
