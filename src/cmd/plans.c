// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/plan_view.h"
#include "view/role_view.h"
#include "view/task_view.h"

#include <stdlib.h>
#include <string.h>

/* The rows of all plans, and last that of them together. */
struct listing {
    const struct cmd_ctx *ctx;
    struct plan_row *rows;
    size_t count;
};

static int summarise_plans(struct listing *listing, struct error *error)
{
    struct summary *total = &listing->rows[listing->count].summary;
    for (size_t p = 0; p < listing->count; p++) {
        const struct plan *plan = listing->rows[p].plan = listing->ctx->store->scope.plans[p];
        for (size_t i = 0; i < plan->task_count; i++)
            if (summary_add(&listing->rows[p].summary, plan->tasks[i],
                            &listing->ctx->store->progress, NULL, error) != 0)
                return -1;
        if (summary_join(total, &listing->rows[p].summary, error) != 0)
            return -1;
    }
    return 0;
}

/* Returns whether --columns, --sort or the format ask for what `check` finds. */
static bool needs_findings(const struct cmd_ctx *ctx)
{
    const struct row_options *options = cmd_row_options(ctx);
    const struct column *order =
        options->sort != NULL ? column_find(&plan_columns, options->sort) : NULL;
    struct records records = {0};
    struct error ignored;
    bool needs = order != NULL && plan_column_is_of_findings(order);
    records_choose(&records, &plan_columns, options->columns, ctx->format->rows, &ignored);
    for (size_t i = 0; i < records.column_count; i++)
        needs |= plan_column_is_of_findings(records.columns[i]);
    records_release(&records);
    return needs;
}

static void count_findings(struct listing *listing)
{
    struct plan_row *total = &listing->rows[listing->count];
    struct finding_list *lists = store_check(listing->ctx->store, 0);
    for (size_t p = 0; p < listing->count; p++) {
        for (int i = 0; i < SEVERITIES; i++) {
            listing->rows[p].findings[i] = lists[p].severity_count[i];
            total->findings[i] += lists[p].severity_count[i];
        }
        finding_list_release(&lists[p]);
    }
    free(lists);
}

static bool is_any_titled(const struct listing *listing)
{
    for (size_t p = 0; p < listing->count; p++)
        if (listing->rows[p].plan->title != NULL)
            return true;
    return false;
}

static int write_plans(struct cmd_ctx *ctx, const struct listing *listing, struct error *error)
{
    struct task_list tasks = {0};
    struct strbuf footer = {0};
    char as_of[DATE_TEXT_SIZE];
    store_select(ctx->store, ctx->query, &tasks);
    int status = task_add_total(&footer, &tasks, listing->count > 1, ctx->style.lang, error);
    task_list_release(&tasks);
    if (status == 0) {
        struct records records = {
            .total = &listing->rows[listing->count],
            .rows_key = "plans",
            .as_of = date_format(as_of, ctx->store->progress.as_of),
            .footer = strbuf_text(&footer),
        };
        records_set_rows(&records, listing->rows, listing->count, sizeof *listing->rows);
        status = cmd_write_records(
            ctx, &records, is_any_titled(listing) ? &plan_columns : &plan_columns_untitled, error);
    }
    strbuf_release(&footer);
    return status;
}

struct plans_options {
    bool roles;
    struct row_options rows;
};
static const struct option plans_items[] = {
    {"roles", 0, NULL, N_("each column of their tables, and what it was taken for"),
     OPTION_FIELD(struct plans_options, roles)},
};
static const struct option_group plans_group = {N_("What of them:"), OPTION_ITEMS(plans_items)};
static const struct option_use plans_options[] = {
    {&plans_group, 0},
    {&row_option_group, offsetof(struct plans_options, rows)},
    {NULL, 0},
};

static int write_roles(struct cmd_ctx *ctx, struct error *error)
{
    struct role_row *rows = NULL;
    size_t count = 0, capacity = 0;
    for (size_t p = 0; p < ctx->store->scope.plan_count; p++) {
        const struct plan *plan = ctx->store->scope.plans[p];
        for (size_t i = 0; i < plan->column_count; i++) {
            rows = memory_grow(rows, count, &capacity, sizeof *rows);
            rows[count++] = (struct role_row){plan, i};
        }
    }
    struct records records = {.footer = count > 0 ? "" : _("no plan was read from a table")};
    records_set_rows(&records, rows, count, sizeof *rows);
    bool several = ctx->store->scope.plan_count > 1;
    int status =
        cmd_write_records(ctx, &records, several ? &role_columns_of_plans : &role_columns, error);
    free(rows);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    if (((const struct plans_options *)ctx->options)->roles)
        return write_roles(ctx, error);
    struct listing listing = {.ctx = ctx, .count = ctx->store->scope.plan_count};
    size_t size = (listing.count + 1) * sizeof *listing.rows;
    listing.rows = memset(memory_alloc(size), 0, size);
    int status = summarise_plans(&listing, error);
    if (status == 0 && needs_findings(ctx))
        count_findings(&listing);
    if (status == 0)
        status = write_plans(ctx, &listing, error);
    free(listing.rows);
    return status;
}

const struct cmd cmd_plans = {
    .name = "plans",
    .summary = N_("the plans that were read: tasks, budget, completion, findings"),
    .operands = "",
    .details = N_("Errors and findings are those of check, which lists them. --in PLAN asks any\n"
                  "command for only the plan with this id; repeat it for several. --keep-going\n"
                  "answers without the files that cannot be read. --roles shows what each column\n"
                  "was taken for; --role ROLE=HEADER says it where the heading does not.\n\n"
                  "Examples:\n"
                  "  cchc plans --plan folder\n"
                  "  cchc plans --plan commune.xlsx --roles\n"
                  "  cchc plans --plan folder --sort completion_percent --as-of 2021-06-30\n"
                  "  cchc plans --plan province.csv --format csv --columns id,tasks,budget_vnd\n"),
    .options = plans_options,
    .options_size = sizeof(struct plans_options),
    .needs = NEED_PLANS | NEED_DATE | NEED_PROGRESS,
    .formats = FORMAT_ROWS,
    .columns = &plan_columns,
    .run = run,
};
