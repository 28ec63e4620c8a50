// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "cmd/cmd.h"
#include "plan/next_year/draft.h"
#include "plan/task_id.h"

struct calendar_options {
    bool todo;
};
static const struct option calendar_items[] = {
    {"todo", 0, NULL, N_("tasks to do (VTODO) instead of events, of ics"),
     OPTION_FIELD(struct calendar_options, todo)},
};
static const struct option_group calendar_group = {N_("Calendar:"), OPTION_ITEMS(calendar_items)};

struct draft_options {
    size_t year;
};
static const struct option draft_items[] = {
    {"for", 0, N_("YEAR"), N_("a draft of that year's plan from this one, of csv"),
     OPTION_FIELD(struct draft_options, year), .min = 1900, .max = 2999},
};
static const struct option_group draft_group = {N_("Next year:"), OPTION_ITEMS(draft_items)};

struct export_options {
    struct calendar_options calendar;
    struct draft_options draft;
    struct query query;
};
static const struct option_use export_options[] = {
    {&calendar_group, offsetof(struct export_options, calendar)},
    {&draft_group, offsetof(struct export_options, draft)},
    {&filter_option_group, offsetof(struct export_options, query)},
    {NULL, 0},
};

static size_t draft_year(const struct cmd_ctx *ctx)
{
    return ((const struct export_options *)ctx->options)->draft.year;
}

/* Returns what the draft needs: progress decides which tasks continue. */
static unsigned draft_needs(const void *options)
{
    const struct export_options *given = options;
    return given->draft.year > 0 ? NEED_PROGRESS_KNOWN : 0;
}

/* Prints the parts of the draft that somebody should check. */
static void print_unsure(const struct cmd_ctx *ctx, const struct draft *draft)
{
    enum { SHOWN = 10 };
    struct strbuf ids = {0};
    for (size_t i = 0; i < draft->unsure_count && i < SHOWN; i++) {
        strbuf_separate(&ids, ", ");
        task_add_id(&ids, draft->unsure[i], false);
    }
    if (draft->unsure_count > SHOWN)
        strbuf_adds(&ids, ", …");
    struct strbuf line = {0};
    strbuf_addf(&line,
                message_plural("a schedule names years and stays as it is written: that of %s",
                               "schedules name years and stay as they are written: those of %s",
                               draft->unsure_count),
                strbuf_text(&ids));
    if (draft->unsure_count > 0)
        cmd_note(ctx, line.text);
    strbuf_release(&line);
    strbuf_release(&ids);
}

static int write_draft(struct cmd_ctx *ctx, struct plan_extract extract, struct error *error)
{
    int year = (int)draft_year(ctx);
    const struct plan *plan = ctx->store->scope.plans[0];
    if (ctx->format->plan != plan_write_csv)
        return error_set(error, ERROR_USAGE, "--for is of the official table: expected export csv");
    if (cmd_require_years(ctx, error) != 0)
        return -1;
    if (year <= plan->year)
        return error_set(error, ERROR_USAGE, "--for %d: the plan is of %d: expected a later year",
                         year, plan->year);
    struct draft draft;
    struct query all = {0};
    draft_init(&draft, plan, extract.query, extract.progress, year);
    extract.plan = draft.plan;
    extract.query = &all;
    int status = plan_write_csv(&extract, ctx->out, error);
    print_unsure(ctx, &draft);
    draft_release(&draft);
    return status;
}

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
    if (draft_year(ctx) > 0)
        return write_draft(ctx, extract, error);
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
    .operand_values = {VALUES_FORMATS},
    .details =
        N_("FORMAT is csv (the official table), json, jsonl, md, html, xlsx or ics; the\n"
           "ending of --output's file says it too. What csv, json, jsonl and xlsx write\n"
           "loads again equal, columns that cchc does not know included. html is a page to\n"
           "read or print: the numbers, charts and the whole table as of --as-of. xlsx has\n"
           "the official table, the numbers by section with charts, and each task's\n"
           "progress. ics is a calendar with each due date as a day's event, or with --todo\n"
           "as a task to do; to import it again adds nothing twice.\n\n"
           "--for drafts a later year's plan: what is unfinished, and what runs all year or\n"
           "comes again. Marks move up, the years of schedules on, and a last column names\n"
           "the task of this plan that each row came from. All other words and the amounts\n"
           "stay as they are.\n\n"
           "Examples:\n"
           "  cchc export json --output plan.json\n"
           "  cchc export html --as-of 2021-06-30 --output plan.html\n"
           "  cchc --plan plan.csv export csv --section III\n"
           "  cchc export csv --for 2022 --output plan-2022.csv\n"
           "  cchc export xlsx --as-of 2021-06-30 --output plan.xlsx\n"
           "  cchc export ics --lead 'phong gdnn' --output gdnn.ics\n"),
    .options = export_options,
    .options_size = sizeof(struct export_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS,
    .more_needs = draft_needs,
    .formats = FORMAT_PLAN,
    .run = run,
};
