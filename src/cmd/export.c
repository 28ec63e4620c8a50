// SPDX-License-Identifier: MIT
#include "base/suggest.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "io/plan_write.h"

#include <string.h>

static const char *const names[] = {"csv", "json", "jsonl", "md", "ics", NULL};
enum { CSV, JSON, JSONL, MD, ICS };
static plan_writer *const writers[] = {
    [CSV] = plan_write_csv, [JSON] = plan_write_json, [JSONL] = plan_write_jsonl,
    [MD] = plan_write_md,   [ICS] = plan_write_ics,
};

static int find_format(const struct cmd_ctx *ctx, int *format, struct error *error)
{
    if (ctx->operand_count != 1)
        return error_set(error, ERROR_USAGE,
                         "export needs one format: csv, json, jsonl, md or ics");
    const char *name = ctx->operands[0];
    for (int i = 0; names[i] != NULL; i++)
        if (strcmp(names[i], name) == 0) {
            *format = i;
            return 0;
        }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "no format «%s»%s", text_quote(quoted, name, strlen(name)),
                     suggest(hint, name, names));
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    int format;
    bool todo = arguments_has(&ctx->arguments, "todo");
    if (find_format(ctx, &format, error) != 0)
        return -1;
    if (ctx->scope.plan_count != 1)
        return error_set(error, ERROR_USAGE, "export writes one plan: expected one --plan");
    if (todo && format != ICS)
        return error_set(error, ERROR_USAGE, "--todo is of a calendar: expected export ics");
    if (format == ICS && cmd_require_years(ctx, error) != 0)
        return -1;
    plan_writer *writer = todo ? plan_write_ics_todo : writers[format];
    writer(ctx->scope.plans[0], &ctx->query, ctx->as_of, ctx->out);
    return 0;
}

const struct cmd cmd_export = {
    .name = "export",
    .summary = "the plan as a document: official table, JSON, JSON Lines, Markdown or a calendar",
    .operands = "FORMAT",
    .details =
        "FORMAT is csv (the official table), json, jsonl, md or ics. What csv, json and jsonl\n"
        "write loads again equal, columns that cchc does not know included. ics is a calendar\n"
        "with each due date as a day's event, or with --todo as a task to do; to import it again\n"
        "adds nothing twice.\n\n"
        "Examples:\n"
        "  cchc export json --output plan.json\n"
        "  cchc --plan plan.csv export csv --section III\n"
        "  cchc export ics --lead 'phong gdnn' --output gdnn.ics\n",
    .option_groups = OPTION_FILTER | OPTION_EXPORT,
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS,
    .formats = 1U << FORMAT_TABLE,
    .run = run,
};
