// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/agency_view.h"

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct agency_list list = {0};
    const struct query_scope *scope = &ctx->store->scope;
    agency_list_run(&list, scope->plans, scope->plan_count, store_agencies(ctx->store));
    struct strbuf footer = {0};
    lang_add_plural(&footer, ctx->style.lang, list.count, "agency", "agencies");
    struct records records = {.footer = footer.text};
    records_set_rows(&records, list.items, list.count, sizeof *list.items);
    int status = cmd_write_records(ctx, &records, &agency_columns, error);
    strbuf_release(&footer);
    agency_list_release(&list);
    return status;
}

const struct cmd cmd_agencies = {
    .name = "agencies",
    .summary = N_("every agency: how often it leads and coordinates, under which names"),
    .operands = "",
    .details =
        N_("The names of one office are told by rules («Sở TT&TT», «VP UBND») and by the\n"
           "country's standing offices. What these do not know, agencies.csv beside the plan\n"
           "may say: below «office,names», each line an office and its other names.\n\n"
           "Examples:\n"
           "  cchc agencies\n"
           "  cchc --plan plan.csv agencies --sort name --format csv\n"),
    .options = row_options_alone,
    .options_size = sizeof(struct row_options),
    .needs = NEED_PLANS,
    .cells = 1U << TASK_LEAD | 1U << TASK_COORDINATING,
    .formats = FORMAT_ROWS,
    .columns = &agency_columns,
    .run = run,
};
