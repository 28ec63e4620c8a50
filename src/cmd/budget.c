// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "plan/check/check.h"
#include "plan/summary/summary.h"
#include "view/summary_view.h"
#include "view/task_view.h"

#include <stdlib.h>
#include <string.h>

static const char *const unit_words[] = {"vnd", "thousand", "million", NULL};
static const int64_t units[] = {MONEY_VND, MONEY_THOUSAND, MONEY_MILLION};
_Static_assert(sizeof units / sizeof *units + 1 == sizeof unit_words / sizeof *unit_words,
               "each word has its unit");

struct total_options {
    bool alone; /* no groups, only the total */
    int unit;   /* of unit_words, -1 if not given */
};
static const struct option total_items[] = {
    {"total", 0, NULL, N_("print only the total, a bare figure for scripts"),
     OPTION_FIELD(struct total_options, alone)},
    {"unit", 0, N_("UNIT"), N_("vnd, thousand or million (default), of --total"),
     OPTION_FIELD(struct total_options, unit), .words = unit_words, .otherwise = -1},
};
static const struct option_group total_group = {N_("Totals:"), OPTION_ITEMS(total_items)};

struct budget_options {
    struct group_options group;
    struct total_options total;
    struct query query;
    struct row_options rows;
};
static const struct option_use budget_options[] = {
    {&group_option_group, offsetof(struct budget_options, group)},
    {&total_group, offsetof(struct budget_options, total)},
    {&filter_option_group, offsetof(struct budget_options, query)},
    {&row_option_group, offsetof(struct budget_options, rows)},
    {NULL, 0},
};

/* One bare figure, exact, with no unit and no grouping: what a script reads. */
static void write_total(struct cmd_ctx *ctx, int unit, int64_t vnd)
{
    int64_t divisor = unit >= 0 ? units[unit] : MONEY_MILLION;
    char buffer[MONEY_TEXT_SIZE];
    fprintf(ctx->out, "%s\n", money_format(buffer, vnd, divisor, 0, '.'));
}

static int check_total(const struct budget_options *options, struct error *error)
{
    bool total = options->total.alone;
    if (!total && options->total.unit >= 0)
        return error_set(error, ERROR_USAGE, "--unit is the unit of --total, which is missing");
    if (total && options->group.by >= 0)
        return error_set(error, ERROR_USAGE, "--total has no groups: expected it without --by");
    return 0;
}

/* A sum of no amount at all would be a 0 that nobody has planned. */
static int check_amounts(const struct cmd_ctx *ctx, const struct summary *total,
                         struct error *error)
{
    if (total->tasks == 0 && ctx->query->count == 0)
        return error_set(error, ERROR_DATA, "no tasks: there is no total");
    if (total->tasks == 0 || total->amounts > 0)
        return 0;
    return error_set(error, ERROR_DATA, "none of the %zu tasks has an amount: there is no total",
                     total->tasks);
}

static int write_groups(struct cmd_ctx *ctx, const struct summary_list *list, enum summary_by by,
                        const char *footer, struct error *error)
{
    struct summary_row *rows = summary_rows(list);
    bool titled = by == SUMMARY_BY_SECTION || by == SUMMARY_BY_PLAN;
    struct records records = {
        .total = &rows[list->count],
        .footer = footer,
    };
    records_set_rows(&records, rows, list->count, sizeof *rows);
    const struct column_table *tables[2][2] = {
        {&summary_columns_untitled, &summary_columns},
        {&summary_spent_columns_untitled, &summary_spent_columns},
    };
    int status = cmd_write_records(ctx, &records, tables[ctx->store->has_entries][titled], error);
    free(rows);
    return status;
}

/* The document contradicts itself: money counts once, and its own sum may be the right one. */
static void warn_of_subtotals(const struct cmd_ctx *ctx)
{
    const struct query_scope *scope = &ctx->store->scope;
    for (size_t i = 0; i < scope->plan_count && ctx->query->count == 0; i++) {
        size_t count = check_count_subtotals(scope->plans[i]);
        char number[LANG_TEXT_SIZE], quoted[TEXT_QUOTE_SIZE];
        if (count == 0)
            continue;
        struct strbuf line = {0};
        strbuf_addf(&line,
                    message_plural("«%s»: %s amount of a group or a total is not what its tasks "
                                   "make: see 'cchc check'",
                                   "«%s»: %s amounts of groups or totals are not what their tasks "
                                   "make: see 'cchc check'",
                                   count),
                    text_quote_all(quoted, scope->plans[i]->id),
                    lang_count(number, ctx->style.lang, count));
        cmd_note(ctx, line.text);
        strbuf_release(&line);
    }
}

/* Returns whether people are told which tasks the totals leave out. */
static bool shows_left_out(const struct cmd_ctx *ctx)
{
    const struct budget_options *options = ctx->options;
    return cmd_writes_for_people(ctx) && !options->total.alone;
}

static void narrow_need(const struct cmd_ctx *ctx, struct store_need *need)
{
    const struct budget_options *options = ctx->options;
    need->totals = true;
    need->by = group_options_by(&options->group);
    need->shown = shows_left_out(ctx) ? SHOWS_UNBUDGETED : 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct task_list tasks = {0};
    struct summary_list list = {0};
    struct strbuf footer = {0};
    const struct budget_options *options = ctx->options;
    enum summary_by by = group_options_by(&options->group);
    int status = check_total(options, error);
    if (status == 0 && by == SUMMARY_BY_QUARTER)
        status = cmd_require_years(ctx, error);
    if (status == 0) {
        store_select(ctx->store, ctx->query, &tasks);
        status = store_totals(ctx->store, &tasks, by, &list, error);
    }
    if (status == 0 && shows_left_out(ctx))
        task_add_summary(&footer, &list.total, &tasks, ctx->store->scope.plan_count > 1,
                         ctx->style.lang);
    if (status == 0 && options->total.alone)
        status = check_amounts(ctx, &list.total, error);
    if (status == 0 && options->total.alone)
        write_total(ctx, options->total.unit, list.total.budget_vnd);
    else if (status == 0)
        status = write_groups(ctx, &list, by, strbuf_text(&footer), error);
    if (status == 0)
        warn_of_subtotals(ctx);
    strbuf_release(&footer);
    summary_list_release(&list);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_budget = {
    .name = "budget",
    .summary = N_("what the tasks cost: by section, lead, quarter or plan, or one bare total"),
    .operands = "",
    .details =
        N_("Every total names the tasks it leaves out: those whose budget is words or blank.\n"
           "By quarter, a task counts where it is last due; what runs or recurs all year is\n"
           "a group of its own.\n\n"
           "Examples:\n"
           "  cchc budget\n"
           "  cchc budget --by lead --sort budget_vnd --reverse\n"
           "  cchc budget --section VII --total\n"
           "  cchc budget --total --unit vnd\n"),
    .options = budget_options,
    .options_size = sizeof(struct budget_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_PROGRESS | NEED_MATCHES,
    .narrow_need = narrow_need,
    .cells = 1U << TASK_LEAD,
    .formats = FORMAT_ROWS,
    .columns = &summary_columns,
    .run = run,
};
