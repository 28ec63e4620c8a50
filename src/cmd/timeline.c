// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/timeline_view.h"

#include <stdlib.h>

/* The bars of the rows that the options choose, in their order. */
static int write_bars(struct cmd_ctx *ctx, struct records *records, int year, struct error *error)
{
    size_t all = records->row_count;
    if (cmd_arrange_records(ctx, records, &timeline_columns, error) != 0)
        return -1;
    if (all == 0) {
        fprintf(ctx->out, "%s\n", _("no tasks"));
        return 0;
    }
    struct timeline_row *rows = memory_alloc(records->row_count * sizeof *rows);
    for (size_t i = 0; i < records->row_count; i++)
        rows[i] = *(const struct timeline_row *)records->rows[i];
    timeline_write(rows, records->row_count, year, &ctx->style, ctx->out);
    if (records->row_count < all)
        fprintf(ctx->out, _("first %zu of %zu rows\n"), records->row_count, all);
    free(rows);
    return 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    int year;
    size_t count;
    if (cmd_require_years(ctx, error) != 0 || cmd_plan_year(ctx, &year, error) != 0)
        return -1;
    struct task_list tasks = {0};
    struct records records = {.footer = ""};
    const struct row_options *options = cmd_row_options(ctx);
    bool bars =
        ctx->format->rows == &rows_table && options->columns == NULL && options->sort == NULL;
    store_select(ctx->store, ctx->query, &tasks);
    struct timeline_row *rows =
        timeline_rows(&tasks, &ctx->store->progress, ctx->store->scope.plan_count > 1, &count);
    records_set_rows(&records, rows, count, sizeof *rows);
    int status = bars ? write_bars(ctx, &records, year, error)
                      : cmd_write_records(ctx, &records, &timeline_columns, error);
    records_release(&records);
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
    .options = task_options,
    .options_size = sizeof(struct task_options),
    .needs =
        NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_PROGRESS_KNOWN | NEED_MATCHES,
    .formats = FORMAT_ROWS,
    .columns = &timeline_columns,
    .run = run,
};
