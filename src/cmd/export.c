// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "cmd/cmd.h"

struct calendar_options {
    bool todo;
};
static const struct option calendar_items[] = {
    {"todo", 0, NULL, N_("tasks to do (VTODO) instead of events, of ics"),
     OPTION_FIELD(struct calendar_options, todo)},
};
static const struct option_group calendar_group = {N_("Calendar:"), OPTION_ITEMS(calendar_items)};

struct export_options {
    struct calendar_options calendar;
    struct query query;
};
static const struct option_use export_options[] = {
    {&calendar_group, offsetof(struct export_options, calendar)},
    {&filter_option_group, offsetof(struct export_options, query)},
    {NULL, 0},
};

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct format *format = ctx->format;
    struct plan_extract extract = {
        .query = ctx->query,
        .progress = &ctx->store->progress,
        .lang = ctx->style.lang,
        .todo = ((const struct export_options *)ctx->options)->calendar.todo,
    };
    if (ctx->operand_count + (ctx->global.format != NULL) > 1)
        return error_set(error, ERROR_USAGE, "export takes one format");
    if (cmd_one_plan(ctx, error) != 0)
        return -1;
    if (extract.todo && format->plan != plan_write_ics)
        return error_set(error, ERROR_USAGE, "--todo is of a calendar: expected export ics");
    if (format->dated && cmd_require_years(ctx, error) != 0)
        return -1;
    if (format->binary && ctx->terminal && ctx->global.output == NULL)
        return error_set(error, ERROR_USAGE,
                         "%s is not for the terminal: expected --output FILE.%s", format->name,
                         format->ending);
    extract.plan = ctx->store->scope.plans[0];
    return format->plan(&extract, ctx->out, error);
}

const struct cmd cmd_export = {
    .name = "export",
    .summary =
        N_("the plan as a document: official table, JSON, Markdown, HTML, Excel or a calendar"),
    .operands = N_("[FORMAT]"),
    .details =
        N_("FORMAT is csv (the official table), json, jsonl, md, html, xlsx or ics; the\n"
           "ending of --output's file says it too. What csv, json, jsonl and xlsx write\n"
           "loads again equal, columns that cchc does not know included. html is a page to\n"
           "read or print: the numbers, charts and the whole table as of --as-of. xlsx has\n"
           "the official table, the numbers by section with charts, and each task's\n"
           "progress. ics is a calendar with each due date as a day's event, or with --todo\n"
           "as a task to do; to import it again adds nothing twice.\n\n"
           "Examples:\n"
           "  cchc export json --output plan.json\n"
           "  cchc export html --as-of 2021-06-30 --output plan.html\n"
           "  cchc --plan plan.csv export csv --section III\n"
           "  cchc export xlsx --as-of 2021-06-30 --output plan.xlsx\n"
           "  cchc export ics --lead 'phong gdnn' --output gdnn.ics\n"),
    .options = export_options,
    .options_size = sizeof(struct export_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS,
    .formats = FORMAT_PLAN,
    .run = run,
};
