// SPDX-License-Identifier: MIT
#include "plan/diff/diff.h"
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/change_view.h"

#include <stdlib.h>

struct years_options {
    bool distinct;
};
static const struct option years_items[] = {
    {"years", 0, NULL, N_("two years' plans: the year itself is no change"),
     OPTION_FIELD(struct years_options, distinct)},
};
static const struct option_group years_group = {N_("Years:"), OPTION_ITEMS(years_items)};

struct diff_options {
    struct years_options years;
    struct row_options rows;
};
static const struct option_use diff_options[] = {
    {&years_group, offsetof(struct diff_options, years)},
    {&row_option_group, offsetof(struct diff_options, rows)},
    {NULL, 0},
};

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
    bool years = ((const struct diff_options *)ctx->options)->years.distinct;
    if (years && cmd_require_years(ctx, error) != 0)
        return -1;
    int status = diff_run(&diff, ctx->store->scope.plans[0], ctx->store->scope.plans[1],
                          store_agencies(ctx->store), years, error);
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
    .operand_values = {VALUES_PLAN_FILES},
    .details =
        N_("OLD and NEW are plans in any format; one of them may be - for standard input.\n"
           "A task is found again by its id, by its title where numbers have shifted, and by\n"
           "a title much like its own. Words that say the same time or office in another\n"
           "way are reworded, not rescheduled or reassigned. The exit code is 1 where the\n"
           "plans differ. With --years, «năm 2021» in the plan of 2021 is «năm 2022» in that\n"
           "of 2022, and a task due a year later is due when it was.\n\n"
           "Examples:\n"
           "  cchc diff plan.csv adjusted.csv\n"
           "  cchc diff plan.csv adjusted.json --format md --output changes.md\n"
           "  cchc diff plan.csv adjusted.csv --format json\n"
           "  cchc diff plan-2021.csv plan-2022.csv --years\n"),
    .options = diff_options,
    .options_size = sizeof(struct diff_options),
    .needs = NEED_OPERAND_PLANS,
    .formats = FORMAT_ROWS,
    .columns = &change_columns,
    .run = run,
};
