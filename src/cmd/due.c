// SPDX-License-Identifier: MIT
#include "plan/summary/due.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "view/task_view.h"

#include <stdlib.h>
#include <string.h>

/* A quarter or month by number is the plan's; without any, the quarter of the as-of date. */
static int read_period(struct cmd_ctx *ctx, struct period *period, struct error *error)
{
    const struct arguments *a = &ctx->arguments;
    const char *quarter = arguments_last(a, "quarter"), *month = arguments_last(a, "month");
    const char *from = arguments_last(a, "from"), *until = arguments_last(a, "until");
    int year = 0;
    size_t number;
    if ((quarter != NULL) + (month != NULL) + (from != NULL || until != NULL) > 1)
        return error_set(error, ERROR_USAGE,
                         "expected one period: --quarter, --month, or --from with --until");
    if ((from != NULL) != (until != NULL))
        return error_set(error, ERROR_USAGE, "--from and --until go together");
    if ((quarter != NULL || month != NULL) && cmd_plan_year(ctx, &year, error) != 0)
        return -1;
    *period = period_of_quarter(ctx->as_of.year, date_quarter(ctx->as_of));
    if (quarter != NULL) {
        char quoted[TEXT_QUOTE_SIZE];
        int value = quarter_value(quarter);
        if (value == 0)
            return error_set(error, ERROR_USAGE, "--quarter «%s»: expected 1, 2, 3 or 4",
                             text_quote(quoted, quarter, strlen(quarter)));
        *period = period_of_quarter(year, value);
    } else if (month != NULL) {
        if (cmd_read_count("--month", month, 1, 12, &number, error) != 0)
            return -1;
        *period = period_of_month(year, (int)number);
    } else if (from != NULL) {
        if (cmd_read_date("--from", from, &period->from, error) != 0 ||
            cmd_read_date("--until", until, &period->until, error) != 0)
            return -1;
        if (date_compare(period->from, period->until) > 0)
            return error_set(error, ERROR_USAGE, "--until %s comes before --from %s", until, from);
    }
    return 0;
}

static void add_group_heading(const void *row, struct strbuf *out)
{
    static const char *const headings[DUE_GROUPS] = {
        N_("Due in the period"), N_("Running through it"),
        N_("Waiting for an event, without a due date"), N_("All year")};
    const struct task_row *r = row;
    for (int group = 0; group < DUE_GROUPS; group++)
        if (r->group == due_group_names[group])
            strbuf_adds(out, _(headings[group]));
}

static bool same_group(const void *a, const void *b)
{
    return ((const struct task_row *)a)->group == ((const struct task_row *)b)->group;
}

/* A period that the plan has nothing to do with is asked for by mistake, or a year too late. */
static void add_other_year(struct strbuf *out, const struct cmd_ctx *ctx, struct period period)
{
    const struct plan *plan = ctx->scope.plans[0];
    if (ctx->scope.plan_count == 1 &&
        (period.until.year < plan->year || period.from.year > plan->year))
        strbuf_addf(out,
                    _("\n%s is the plan of %d: --quarter N or --as-of DATE asks for a time of that "
                      "year"),
                    plan->id, plan->year);
}

/* «23 tasks and 2 phases of tasks» that run all year. */
static void add_all_year(struct strbuf *out, const struct due_list *due, bool all, enum lang lang)
{
    struct strbuf tasks = {0}, phases = {0}, both = {0};
    lang_add_plural(&tasks, lang, due->group_count[DUE_YEAR_ROUND] - due->phases, "task", "tasks");
    lang_add_plural(&phases, lang, due->phases, "phase of a task", "phases of tasks");
    if (due->phases > 0)
        strbuf_addf(&both, _("%s and %s"), tasks.text, phases.text);
    else
        strbuf_adds(&both, tasks.text);
    strbuf_addf(out,
                all ? _("\nOf them all year: %s") : _("\nBesides, all year: %s (--all lists them)"),
                both.text);
    strbuf_release(&tasks);
    strbuf_release(&phases);
    strbuf_release(&both);
}

static void add_footer(struct strbuf *out, const struct due_list *due, struct period period,
                       bool all, enum lang lang)
{
    char from[LANG_TEXT_SIZE], until[LANG_TEXT_SIZE];
    strbuf_addf(out, _("%s to %s: %zu due, %zu running, %zu waiting for an event"),
                lang_date(from, lang, period.from), lang_date(until, lang, period.until),
                due->group_count[DUE_DUE], due->group_count[DUE_RUNNING],
                due->group_count[DUE_TRIGGERED]);
    if (due->group_count[DUE_YEAR_ROUND] > 0)
        add_all_year(out, due, all, lang);
    if (due->unread > 0) {
        struct strbuf tasks = {0};
        lang_add_plural(&tasks, lang, due->unread, "task", "tasks");
        strbuf_addf(out, _("\nNot here, since their schedule is blank or cannot be read: %s"),
                    tasks.text);
        strbuf_release(&tasks);
    }
}

/* «Due from 1 July 2021 to 30 September 2021, as of 1 August 2021» */
static void add_title(struct strbuf *out, const struct cmd_ctx *ctx, struct period period)
{
    struct strbuf from = {0}, until = {0}, as_of = {0};
    lang_add_date(&from, ctx->style.lang, period.from);
    lang_add_date(&until, ctx->style.lang, period.until);
    lang_add_date(&as_of, ctx->style.lang, ctx->as_of);
    strbuf_addf(out, _("Due from %s to %s, as of %s"), from.text, until.text, as_of.text);
    strbuf_release(&from);
    strbuf_release(&until);
    strbuf_release(&as_of);
}

static const struct column_table *columns_of(const struct cmd_ctx *ctx)
{
    bool progress = cmd_has_progress(ctx);
    if (ctx->format == FORMAT_MD)
        return progress ? &reminder_progress_columns : &reminder_columns;
    return progress ? &due_progress_columns : &due_columns;
}

static int write_due(struct cmd_ctx *ctx, const struct due_list *due, struct period period,
                     struct error *error)
{
    struct task_row *rows = memory_alloc(due->count * sizeof *rows);
    for (size_t i = 0; i < due->count; i++) {
        const struct due_item *item = &due->items[i];
        rows[i] = (struct task_row){
            .task = item->task,
            .progress = &ctx->progress,
            .with_plan = ctx->scope.plan_count > 1,
            .milestone = item->milestone,
            .milestone_index = item->index,
            .group = due_group_names[item->group],
        };
    }
    struct strbuf footer = {0}, title = {0};
    bool all = arguments_has(&ctx->arguments, "all");
    add_footer(&footer, due, period, all, ctx->style.lang);
    add_other_year(&footer, ctx, period);
    add_title(&title, ctx, period);
    struct records records = {
        .title = title.text,
        .add_heading = add_group_heading,
        .same_heading = same_group,
        .footer = strbuf_text(&footer),
    };
    records_set_rows(&records, rows, due->count, sizeof *rows);
    int status = cmd_write_records(ctx, &records, columns_of(ctx), error);
    strbuf_release(&footer);
    strbuf_release(&title);
    free(rows);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct period period;
    if (cmd_require_years(ctx, error) != 0 || read_period(ctx, &period, error) != 0)
        return -1;
    struct task_list tasks = {0};
    struct due_list due = {0};
    task_list_select(&tasks, &ctx->query, &ctx->scope);
    due_list_select(&due, &tasks, &ctx->progress, period, arguments_has(&ctx->arguments, "all"));
    int status = write_due(ctx, &due, period, error);
    due_list_release(&due);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_due = {
    .name = "due",
    .summary = N_("what falls due in a quarter, a month or any period"),
    .operands = "",
    .details = N_("The period is the as-of date's quarter unless given. What is due comes first,\n"
                  "then what runs through the period, then what waits for an event; what runs all\n"
                  "year is counted in the last line.\n\n"
                  "Examples:\n"
                  "  cchc due --quarter 2\n"
                  "  cchc due --month 6 --lead 'phong gdnn'\n"
                  "  cchc due --from 2021-06-15 --until 2021-09-14 --format md\n"),
    .option_groups = OPTION_FILTER | OPTION_ROWS | OPTION_PERIOD,
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_MATCHES,
    .formats = FORMATS_ALL,
    .columns = &due_columns,
    .run = run,
};
