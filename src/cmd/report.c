// SPDX-License-Identifier: MIT
#include "plan/summary/report.h"
#include "base/message.h"
#include "cmd/report_period.h"
#include "view/document/report_view.h"

struct report_options {
    struct report_period_options period;
    struct query query;
};
static const struct option_use report_options[] = {
    {&report_period_group, offsetof(struct report_options, period)},
    {&filter_option_group, offsetof(struct report_options, query)},
    {NULL, 0},
};

static int write_report(struct cmd_ctx *ctx, const struct report *report, struct error *error)
{
    struct document document = {ctx->format->document, .out = ctx->out, .lang = ctx->style.lang};
    if (ctx->format->report != NULL)
        return ctx->format->report(report, ctx->out, error);
    report_write(report, &document);
    return 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct report_options *options = ctx->options;
    struct reporting_windows windows;
    struct report report = {0};
    if (cmd_one_plan(ctx, error) != 0 || cmd_require_years(ctx, error) != 0)
        return -1;
    if (ctx->format->binary && ctx->terminal && ctx->global.output == NULL)
        return error_set(error, ERROR_USAGE,
                         "%s is not for the terminal: expected --output FILE.%s", ctx->format->name,
                         ctx->format->ending);
    report.office = &ctx->store->office;
    if (report_period_read(&report.period, &windows, ctx, &options->period, error) != 0)
        return -1;
    int status = report_run(&report, ctx->store->scope.plans[0],
                            store_entries(ctx->store, ctx->store->scope.plans[0]), ctx->query,
                            store_agencies(ctx->store), ctx->store->progress.as_of, error);
    if (status == 0)
        status = write_report(ctx, &report, error);
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
