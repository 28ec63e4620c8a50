// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/timeline_view.h"

#include <stdlib.h>

static int write_records(struct cmd_ctx *ctx, const struct timeline_row *rows, size_t count,
                         struct error *error)
{
    struct records records = {.footer = ""};
    records_set_rows(&records, rows, count, sizeof *rows);
    return cmd_write_records(ctx, &records, &timeline_columns, error);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    int year;
    size_t count;
    if (cmd_require_years(ctx, error) != 0 || cmd_plan_year(ctx, &year, error) != 0)
        return -1;
    struct task_list tasks = {0};
    task_list_select(&tasks, &ctx->query, &ctx->scope);
    struct timeline_row *rows =
        timeline_rows(&tasks, &ctx->progress, ctx->scope.plan_count > 1, &count);
    int status = 0;
    bool chosen =
        arguments_has(&ctx->arguments, "columns") || arguments_has(&ctx->arguments, "sort");
    if (ctx->format != FORMAT_TABLE || chosen)
        status = write_records(ctx, rows, count, error);
    else if (count == 0)
        fprintf(ctx->out, "%s\n", _("no tasks"));
    else
        timeline_write(rows, count, year, &ctx->style, ctx->out);
    free(rows);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_timeline = {
    .name = "timeline",
    .summary = N_("the year as bars in the terminal"),
    .operands = "",
    .details = N_("A line for each milestone, its bar from its first day to its last. The as-of\n"
                  "date is marked. Machine formats give a row a milestone, with its standing.\n\n"
                  "Examples:\n"
                  "  cchc timeline\n"
                  "  cchc timeline --section III --as-of 2021-08-15\n"),
    .option_groups = OPTION_FILTER | OPTION_ROWS,
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_MATCHES,
    .formats = FORMATS_ALL,
    .columns = &timeline_columns,
    .run = run,
};
