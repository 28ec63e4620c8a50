// SPDX-License-Identifier: MIT
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "io/plan_write.h"
#include "io/plan_write_xlsx.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const char *const names[] = {"csv", "json", "jsonl", "md", "xlsx", NULL};
static plan_writer *const writers[] = {plan_write_csv, plan_write_json, plan_write_jsonl,
                                       plan_write_md, NULL};

/* `writer` is NULL for xlsx. */
static int find_writer(const struct cmd_ctx *ctx, plan_writer **writer, struct error *error)
{
    if (ctx->operand_count != 1)
        return error_set(error, ERROR_USAGE,
                         "export needs one format: csv, json, jsonl, md or xlsx");
    const char *name = ctx->operands[0];
    for (size_t i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0) {
            *writer = writers[i];
            return 0;
        }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "no format «%s»%s", text_quote(quoted, name, strlen(name)),
                     suggest(hint, name, names));
}

/* No terminal shows an Excel file. */
static int write_xlsx(struct cmd_ctx *ctx, struct error *error)
{
    struct plan_extract extract = {.plan = ctx->scope.plans[0],
                                   .query = &ctx->query,
                                   .as_of = ctx->as_of,
                                   .lang = ctx->style.lang};
    if (isatty(fileno(ctx->out)))
        return error_set(error, ERROR_USAGE,
                         "an Excel file is not for the terminal: expected --output FILE.xlsx");
    return plan_write_xlsx(&extract, ctx->out, error);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    plan_writer *writer = NULL;
    if (find_writer(ctx, &writer, error) != 0)
        return -1;
    if (ctx->scope.plan_count != 1)
        return error_set(error, ERROR_USAGE, "export writes one plan: expected one --plan");
    if (writer == NULL)
        return write_xlsx(ctx, error);
    writer(ctx->scope.plans[0], &ctx->query, ctx->out);
    return 0;
}

const struct cmd cmd_export = {
    .name = "export",
    .summary = "the plan as a document: official table, JSON, JSON Lines, Markdown or Excel",
    .operands = "FORMAT",
    .details =
        "FORMAT is csv (the official table), json, jsonl, md or xlsx. What csv, json, jsonl\n"
        "and xlsx write loads again equal, columns that cchc does not know included. xlsx has\n"
        "the official table, the numbers by section with charts, and each task's progress.\n\n"
        "Examples:\n"
        "  cchc export json --output plan.json\n"
        "  cchc --plan plan.csv export csv --section III\n"
        "  cchc export xlsx --as-of 2021-06-30 --output plan.xlsx\n",
    .option_groups = OPTION_FILTER,
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS,
    .formats = 1U << FORMAT_TABLE,
    .run = run,
};
