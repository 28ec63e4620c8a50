// SPDX-License-Identifier: MIT
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "io/plan_write.h"
#include "plan/tally.h"
#include "view/plan_page.h"

#include <string.h>

/* A document that a plan is written as: by io what loads again, by view what people read. */
struct export
{
    const char *name;
    plan_writer *writer;
    int (*write)(struct cmd_ctx * ctx, struct error * error);
};

static int write_html(struct cmd_ctx *ctx, struct error *error)
{
    struct document document = {.format = &document_html, .out = ctx->out, .lang = ctx->style.lang};
    struct task_list tasks = {0};
    struct tally_list sections = {0};
    int status = cmd_require_years(ctx, error);
    if (status == 0) {
        task_list_select(&tasks, &ctx->query, &ctx->scope);
        status =
            tally_list_run(&sections, &tasks, TALLY_BY_SECTION, &ctx->agencies, ctx->as_of, error);
    }
    if (status == 0) {
        struct plan_page page = {ctx->scope.plans[0], &tasks, &sections, ctx->as_of,
                                 ctx->query.count > 0};
        status = plan_page_write(&document, &page, error);
    }
    tally_list_release(&sections);
    task_list_release(&tasks);
    return status;
}

static const struct export exports[] = {
    {"csv", plan_write_csv, NULL},     {"json", plan_write_json, NULL},
    {"jsonl", plan_write_jsonl, NULL}, {"md", plan_write_md, NULL},
    {"html", NULL, write_html},
};

enum { EXPORTS = sizeof exports / sizeof *exports };

static int find_export(const struct cmd_ctx *ctx, const struct export **found, struct error *error)
{
    const char *names[EXPORTS + 1] = {NULL};
    if (ctx->operand_count != 1)
        return error_set(error, ERROR_USAGE,
                         "export needs one format: csv, json, jsonl, md or html");
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
                     suggest(hint, name, names));
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    const struct export *export = NULL;
    if (find_export(ctx, &export, error) != 0)
        return -1;
    if (ctx->scope.plan_count != 1)
        return error_set(error, ERROR_USAGE, "export writes one plan: expected one --plan");
    if (export->write != NULL)
        return export->write(ctx, error);
    export->writer(ctx->scope.plans[0], &ctx->query, ctx->out);
    return 0;
}

const struct cmd cmd_export = {
    .name = "export",
    .summary = "the plan as a document: official table, JSON, JSON Lines, Markdown or HTML",
    .operands = "FORMAT",
    .details =
        "FORMAT is csv (the official table), json, jsonl, md or html. What csv, json and jsonl\n"
        "write loads again equal, columns that cchc does not know included. html is a page\n"
        "to read or print: the numbers, charts and the whole table as of --as-of.\n\n"
        "Examples:\n"
        "  cchc export json --output plan.json\n"
        "  cchc export html --as-of 2021-06-30 --output plan.html\n"
        "  cchc --plan plan.csv export csv --section III\n",
    .option_groups = OPTION_FILTER,
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS,
    .formats = 1U << FORMAT_TABLE,
    .run = run,
};
