// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "io/plan_write.h"

#include <string.h>

static const char *const names[] = {"csv", "json", "jsonl", "md", NULL};
static plan_writer *const writers[] = {plan_write_csv, plan_write_json, plan_write_jsonl,
                                       plan_write_md};

static int find_writer(const struct cmd_ctx *ctx, plan_writer **writer, struct error *error)
{
    if (ctx->operand_count != 1)
        return error_set(error, ERROR_USAGE, "export needs one format: csv, json, jsonl or md");
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

static int run(struct cmd_ctx *ctx, struct error *error)
{
    plan_writer *writer = NULL;
    if (find_writer(ctx, &writer, error) != 0)
        return -1;
    if (ctx->scope.plan_count != 1)
        return error_set(error, ERROR_USAGE, "export writes one plan: expected one --plan");
    writer(ctx->scope.plans[0], &ctx->query, ctx->out);
    return 0;
}

const struct cmd cmd_export = {
    .name = "export",
    .summary = N_("the plan as a document: official table, JSON, JSON Lines or Markdown"),
    .operands = N_("FORMAT"),
    .details =
        N_("FORMAT is csv (the official table), json, jsonl or md. What csv, json and jsonl\n"
           "write loads again equal, columns that cchc does not know included.\n\n"
           "Examples:\n"
           "  cchc export json --output plan.json\n"
           "  cchc --plan plan.csv export csv --section III\n"),
    .option_groups = OPTION_FILTER,
    .needs = NEED_PLANS | NEED_QUERY | NEED_PROGRESS,
    .formats = 1U << FORMAT_TABLE,
    .run = run,
};
