// SPDX-License-Identifier: MIT
#include "plan/summary/report.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "view/document/report_view.h"

#include <string.h>

static const char *const cut_off_words[] = {"decree", "calendar", NULL};

struct period_options {
    const char *period;
    int cut_off; /* of cut_off_words */
};
static const struct option period_items[] = {
    {"period", 0, N_("PERIOD"), N_("q1, 6m, 9m, q3, year, or a month: m1 to m12"),
     OPTION_FIELD(struct period_options, period)},
    {"cut-off", 0, N_("KIND"),
     N_("decree (default): the 14th; or calendar: ends of quarters and months"),
     OPTION_FIELD(struct period_options, cut_off), .words = cut_off_words},
};
static const struct option_group period_group = {N_("Report:"), OPTION_ITEMS(period_items)};

struct report_options {
    struct period_options period;
    struct query query;
};
static const struct option_use report_options[] = {
    {&period_group, offsetof(struct report_options, period)},
    {&filter_option_group, offsetof(struct report_options, query)},
    {NULL, 0},
};

static int read_period(const struct cmd_ctx *ctx, const struct reporting_windows *windows,
                       struct reporting_period *period, struct error *error)
{
    const char *names[REPORTING_WINDOWS_MAX + 1];
    const struct period_options *options = &((const struct report_options *)ctx->options)->period;
    const char *name = options->period, *cut_off = cut_off_words[options->cut_off];
    int year = ctx->store->scope.plans[0]->year;
    if (name == NULL)
        return error_set(error, ERROR_USAGE,
                         "report needs a --period: q1, 6m, 9m, q3, year, or a month, m1 to m12");
    if (reporting_period_find(period, windows, name, cut_off, year))
        return 0;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    reporting_period_names(windows, names, sizeof names / sizeof *names);
    return error_set(error, ERROR_USAGE, "no period «%s»%s", text_quote(quoted, name, strlen(name)),
                     suggest_among(hint, name, names));
}

static void write_report(struct cmd_ctx *ctx, const struct report *report)
{
    struct document document = {ctx->format->document, .out = ctx->out, .lang = ctx->style.lang};
    if (ctx->format->report != NULL)
        ctx->format->report(report, ctx->out);
    else
        report_write(report, &document);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct reporting_windows windows = {0};
    struct report report = {0};
    if (cmd_one_plan(ctx, error) != 0 || cmd_require_years(ctx, error) != 0)
        return -1;
    store_periods(&windows);
    if (read_period(ctx, &windows, &report.period, error) != 0)
        return -1;
    int status = report_run(&report, ctx->store->scope.plans[0],
                            store_entries(ctx->store, ctx->store->scope.plans[0]), ctx->query,
                            store_agencies(ctx->store), ctx->store->progress.as_of, error);
    if (status == 0)
        write_report(ctx, &report);
    report_release(&report);
    return status;
}

const struct cmd cmd_report = {
    .name = "report",
    .summary = N_("the periodic report: Markdown, HTML, or JSON for scripts"),
    .operands = "",
    .details =
        N_("Periods end at the cut-offs that administrative reform is reported by: 14 March\n"
           "(q1), 14 June (6m), 14 September (9m, q3), 14 December (year) and the 14th of a\n"
           "month (m1 to m12); --cut-off calendar takes the ends of quarters and months.\n"
           "Figures are as of the cut-off, each with its change since the one before.\n\n"
           "Examples:\n"
           "  cchc report --period 6m\n"
           "  cchc report --period year --format html --output report.html --lang vi\n"
           "  cchc report --period q3 --cut-off calendar --lead 'van phong so'\n"),
    .options = report_options,
    .options_size = sizeof(struct report_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_PROGRESS_KNOWN,
    .formats = FORMAT_REPORT,
    .run = run,
};
