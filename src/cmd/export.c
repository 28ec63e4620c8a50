// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "plan/summary/tally.h"
#include "view/document/plan_page.h"
#include "write/plan_write.h"
#include "write/plan_write_xlsx.h"

#include <string.h>

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

/* A document that a plan is written as: by io what loads again, by view what people read. */
struct export
{
    const char *name;
    plan_writer *writer;
    int (*write)(struct cmd_ctx * ctx, struct error * error);
    bool dated; /* it needs the plan's year */
};

static int write_html(struct cmd_ctx *ctx, struct error *error)
{
    struct document document = {.format = &document_html, .out = ctx->out, .lang = ctx->style.lang};
    struct task_list tasks = {0};
    struct tally_list sections = {0};
    store_select(ctx->store, ctx->query, &tasks);
    int status = store_totals(ctx->store, &tasks, TALLY_BY_SECTION, &sections, error);
    if (status == 0) {
        struct plan_page page = {ctx->store->scope.plans[0], &tasks, &sections,
                                 &ctx->store->progress, ctx->query->count > 0};
        status = plan_page_write(&document, &page, error);
    }
    tally_list_release(&sections);
    task_list_release(&tasks);
    return status;
}

/* No terminal shows an Excel file. */
static int write_xlsx(struct cmd_ctx *ctx, struct error *error)
{
    struct plan_extract extract = {.plan = ctx->store->scope.plans[0],
                                   .query = ctx->query,
                                   .progress = &ctx->store->progress,
                                   .lang = ctx->style.lang};
    if (ctx->terminal && ctx->global.output == NULL)
        return error_set(error, ERROR_USAGE,
                         "an Excel file is not for the terminal: expected --output FILE.xlsx");
    return plan_write_xlsx(&extract, ctx->out, error);
}

static const struct export exports[] = {
    {"csv", plan_write_csv, NULL, false},     {"json", plan_write_json, NULL, false},
    {"jsonl", plan_write_jsonl, NULL, false}, {"md", plan_write_md, NULL, false},
    {"html", NULL, write_html, true},         {"ics", plan_write_ics, NULL, true},
    {"xlsx", NULL, write_xlsx, false},
};

enum { EXPORTS = sizeof exports / sizeof *exports };

static int find_export(const struct cmd_ctx *ctx, const struct export **found, struct error *error)
{
    const char *names[EXPORTS + 1] = {NULL};
    if (ctx->operand_count != 1)
        return error_set(error, ERROR_USAGE,
                         "export needs one format: csv, json, jsonl, md, html, xlsx or ics");
    const char *name = ctx->operands[0];
    for (size_t i = 0; i < EXPORTS; i++) {
        names[i] = exports[i].name;
        if (strcmp(names[i], name) != 0)
            continue;
        *found = &exports[i];
        return 0;
    }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "no format «%s»%s", text_quote(quoted, name, strlen(name)),
                     suggest_among(hint, name, names));
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct export *export = NULL;
    if (find_export(ctx, &export, error) != 0)
        return -1;
    if (cmd_one_plan(ctx, error) != 0)
        return -1;
    bool todo = ((const struct export_options *)ctx->options)->calendar.todo;
    if (todo && export->writer != plan_write_ics)
        return error_set(error, ERROR_USAGE, "--todo is of a calendar: expected export ics");
    if (export->dated && cmd_require_years(ctx, error) != 0)
        return -1;
    if (export->write != NULL)
        return export->write(ctx, error);
    plan_writer *writer = todo ? plan_write_ics_todo : export->writer;
    writer(ctx->store->scope.plans[0], ctx->query, &ctx->store->progress, ctx->out);
    return 0;
}

const struct cmd cmd_export = {
    .name = "export",
    .summary =
        N_("the plan as a document: official table, JSON, Markdown, HTML, Excel or a calendar"),
    .operands = N_("FORMAT"),
    .details = N_("FORMAT is csv (the official table), json, jsonl, md, html, xlsx or ics. What\n"
                  "csv, json, jsonl and xlsx write loads again equal, columns that cchc does not\n"
                  "know included. html is a page to read or print: the numbers, charts and the\n"
                  "whole table as of --as-of. xlsx has the official table, the numbers by section\n"
                  "with charts, and each task's progress. ics is a calendar with each due date as\n"
                  "a day's event, or with --todo as a task to do; to import it again adds nothing\n"
                  "twice.\n\n"
                  "Examples:\n"
                  "  cchc export json --output plan.json\n"
                  "  cchc export html --as-of 2021-06-30 --output plan.html\n"
                  "  cchc --plan plan.csv export csv --section III\n"
                  "  cchc export xlsx --as-of 2021-06-30 --output plan.xlsx\n"
                  "  cchc export ics --lead 'phong gdnn' --output gdnn.ics\n"),
    .options = export_options,
    .options_size = sizeof(struct export_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS,
    .formats = 1U << FORMAT_TABLE,
    .run = run,
};
