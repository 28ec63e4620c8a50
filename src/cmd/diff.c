// SPDX-License-Identifier: MIT
#include "plan/diff/diff.h"
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/change_view.h"

#include <stdlib.h>

static int write_changes(struct cmd_ctx *ctx, const struct diff *diff, struct error *error)
{
    bool headed = cmd_row_options(ctx)->sort == NULL;
    struct change_row *rows = memory_alloc(diff->count * sizeof *rows);
    for (size_t i = 0; i < diff->count; i++) {
        rows[i] = (struct change_row){&diff->items[i]};
    }
    struct strbuf footer = {0};
    change_add_totals(&footer, diff, ctx->style.lang);
    struct records records = {
        .add_heading = change_add_heading,
        .same_heading = change_same_heading,
        .footer = strbuf_text(&footer),
    };
    records_set_rows(&records, rows, diff->count, sizeof *rows);
    int status = cmd_write_records(ctx, &records,
                                   headed ? &change_columns : &change_columns_unheaded, error);
    strbuf_release(&footer);
    free(rows);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct diff diff = {0};
    int status = diff_run(&diff, ctx->store->scope.plans[0], ctx->store->scope.plans[1],
                          &ctx->store->agencies, error);
    if (status == 0)
        status = write_changes(ctx, &diff, error);
    ctx->found = diff.count > 0;
    diff_release(&diff);
    return status;
}

const struct cmd cmd_diff = {
    .name = "diff",
    .summary = N_("what an adjusted plan changes, task by task"),
    .operands = N_("OLD NEW"),
    .details =
        N_("OLD and NEW are plans in any format; one of them may be - for standard input.\n"
           "A task is found again by its id, by its title where numbers have shifted, and by\n"
           "a title much like its own. Words that say the same time or office in another\n"
           "way are reworded, not rescheduled or reassigned. The exit code is 1 where the\n"
           "plans differ.\n\n"
           "Examples:\n"
           "  cchc diff plan.csv adjusted.csv\n"
           "  cchc diff plan.csv adjusted.json --format md --output changes.md\n"
           "  cchc diff plan.csv adjusted.csv --format json\n"),
    .options = row_options_alone,
    .options_size = sizeof(struct row_options),
    .needs = NEED_OPERAND_PLANS,
    .formats = FORMAT_ROWS,
    .columns = &change_columns,
    .run = run,
};
