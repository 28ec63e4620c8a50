// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "cmd/cmd.h"
#include "view/task_card.h"

static void write_card(struct cmd_ctx *ctx, const struct task *task, size_t index)
{
    struct task_row row = {.task = task, .with_plan = ctx->scope.plan_count > 1};
    if (ctx->format == FORMAT_TABLE) {
        fputs(index > 0 ? "\n" : "", ctx->out);
        task_card_write(&row, &ctx->agencies, &ctx->style, ctx->out);
        return;
    }
    if (ctx->format == FORMAT_JSON)
        fputs(index > 0 ? ",\n" : "[\n", ctx->out);
    task_card_write_json(&row, &ctx->agencies, ctx->out);
    if (ctx->format == FORMAT_JSONL)
        fputs("\n", ctx->out);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->operand_count == 0)
        return error_set(error, ERROR_USAGE, "show needs a task's ID, as in: cchc show III.2");
    bool flat = ctx->format == FORMAT_CSV || ctx->format == FORMAT_TSV || ctx->format == FORMAT_MD;
    if (flat)
        return cmd_list.run(ctx, error);
    struct task_list tasks = {0};
    int status = cmd_select_tasks(ctx, &tasks, error);
    for (size_t i = 0; i < tasks.count && status == 0; i++)
        write_card(ctx, tasks.items[i], i);
    if (status == 0 && ctx->format == FORMAT_JSON)
        fputs("\n]\n", ctx->out);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_show = {
    .name = "show",
    .summary = "all of a task, and how its schedule, amount and agencies were read",
    .operands = "ID…",
    .details = "JSON has milestones and agencies too; csv, tsv and md are as list writes them.\n\n"
               "Examples:\n"
               "  cchc show III.2\n"
               "  cchc show V.1 VI.1 --format json\n",
    .needs = NEED_PLANS | NEED_PROGRESS,
    .formats = FORMATS_ALL,
    .run = run,
};
