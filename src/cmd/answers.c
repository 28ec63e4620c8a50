// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "cmd/report_period.h"
#include "view/answer_view.h"

struct answers_options {
    struct report_period_options period;
    struct row_options rows;
};
static const struct option_use answers_options[] = {
    {&report_period_group, offsetof(struct answers_options, period)},
    {&row_option_group, offsetof(struct answers_options, rows)},
    {NULL, 0},
};

/* Answers are awaited for tasks that are open when the window begins. */
static void ask(struct answer_round *round, struct cmd_ctx *ctx, struct plan *plan,
                const struct reporting_period *period)
{
    const struct journal *journal = store_entries(ctx->store, plan);
    const struct query all = {0};
    struct progress before = {.as_of = date_add_days(period->from, -1)};
    struct task_list tasks = {0};
    progress_add(&before, &plan, 1, journal);
    store_select(ctx->store, &all, &tasks);
    answer_round_run(round, &tasks, store_agencies(ctx->store), &before);
    answer_round_mark(round, plan, journal, period->from, period->until);
    task_list_release(&tasks);
    progress_release(&before);
}

static void add_totals(struct strbuf *out, const struct answer_round *round,
                       const struct reporting_period *period, enum lang lang)
{
    char from[LANG_TEXT_SIZE], until[LANG_TEXT_SIZE];
    size_t whole = 0;
    for (size_t i = 0; i < round->count; i++)
        whole += round->items[i].asked > 0 && round->items[i].answered == round->items[i].asked;
    strbuf_addf(out, _("%s to %s: %zu of %zu agencies have answered"),
                lang_date(from, lang, period->from), lang_date(until, lang, period->until), whole,
                round->count);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct answers_options *options = ctx->options;
    struct reporting_windows windows;
    struct reporting_period period;
    struct answer_round round = {0};
    struct strbuf footer = {0};
    if (cmd_one_plan(ctx, error) != 0 || cmd_require_years(ctx, error) != 0 ||
        report_period_read(&period, &windows, ctx, &options->period, error) != 0)
        return -1;
    ask(&round, ctx, ctx->store->scope.plans[0], &period);
    add_totals(&footer, &round, &period, ctx->style.lang);
    struct records records = {.footer = footer.text};
    records_set_rows(&records, round.items, round.count, sizeof *round.items);
    int status = cmd_write_records(ctx, &records, &answer_columns, error);
    strbuf_release(&footer);
    answer_round_release(&round);
    return status;
}

const struct cmd cmd_answers = {
    .name = "answers",
    .summary = N_("who has reported on a period, and who has not"),
    .operands = "",
    .details =
        N_("An agency has answered when each task that it leads and that was open when the\n"
           "period began has an entry of a day in the period. Of several leads the first one\n"
           "answers.\n\n"
           "Examples:\n"
           "  cchc answers --period 6m\n"
           "  cchc answers --period q3 --format csv\n"),
    .options = answers_options,
    .options_size = sizeof(struct answers_options),
    .needs = NEED_PLANS | NEED_PROGRESS | NEED_PROGRESS_KNOWN,
    .cells = 1U << TASK_LEAD,
    .formats = FORMAT_ROWS,
    .columns = &answer_columns,
    .run = run,
};
