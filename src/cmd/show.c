// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "plan/progress/entry_target.h"
#include "view/task_card.h"

#include <stdlib.h>

/* All entries of a task, the newest first; the caller frees them. */
static struct entry_row *find_history(const struct cmd_ctx *ctx, const struct task *task,
                                      size_t *count)
{
    size_t capacity = 0;
    struct entry_row *rows = NULL;
    const struct journal *journal = store_entries(ctx->store, task->section->plan);
    uint64_t *voided_by = journal_voided_by(journal, (struct date){0});
    struct entry_targets targets = {0};
    size_t plan_count;
    struct plan **plans = store_sharing(ctx->store, task->section->plan, &plan_count);
    entry_targets_find(&targets, journal, plans, plan_count);
    *count = 0;
    for (size_t i = journal->count; i-- > 0;) {
        if (!entry_targets_are_of(&targets, journal, i, task))
            continue;
        rows = memory_grow(rows, *count, &capacity, sizeof *rows);
        rows[(*count)++] = (struct entry_row){&journal->entries[i], voided_by[i]};
    }
    entry_targets_release(&targets);
    free(voided_by);
    return rows;
}

static void write_card(struct cmd_ctx *ctx, const struct task *task, struct json *json)
{
    struct task_row row = {.task = task,
                           .progress = &ctx->store->progress,
                           .with_plan = ctx->store->scope.plan_count > 1};
    const struct row_format *rows = ctx->format->rows;
    struct history history;
    history.rows = find_history(ctx, task, &history.count);
    if (rows == &rows_table)
        task_card_write(&row, &history, store_agencies(ctx->store), &ctx->style, ctx->out);
    else
        task_card_write_json(&row, &history, store_agencies(ctx->store), json);
    json_flush(json, ctx->out);
    free(history.rows);
}

static void write_cards(struct cmd_ctx *ctx, const struct task_list *tasks)
{
    const struct row_format *rows = ctx->format->rows;
    struct json json = {0};
    if (rows == &rows_json)
        json_lines(&json, NULL);
    for (size_t i = 0; i < tasks->count; i++) {
        if (rows == &rows_table && i > 0)
            fputs("\n", ctx->out);
        write_card(ctx, tasks->items[i], &json);
    }
    if (rows == &rows_json)
        json_end(&json);
    json_flush(&json, ctx->out);
    json_release(&json);
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    if (ctx->operand_count == 0)
        return error_set(error, ERROR_USAGE, "show needs a task's ID, as in: cchc show III.2");
    const struct row_format *rows = ctx->format->rows;
    if (rows != &rows_table && rows != &rows_json && rows != &rows_jsonl)
        return cmd_list.run(ctx, error);
    struct task_list tasks = {0};
    int status = cmd_select_tasks(ctx, &tasks, error);
    if (status == 0)
        write_cards(ctx, &tasks);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_show = {
    .name = "show",
    .summary = N_("everything about a task, and how its schedule, amount and agencies were read"),
    .operands = N_("ID…"),
    .operand_values = {VALUES_TASKS},
    .details =
        N_("JSON has milestones and agencies too; csv, tsv and md are as list writes them.\n\n"
           "Examples:\n"
           "  cchc show III.2\n"
           "  cchc show V.1 VI.1 --format json\n"),
    .needs = NEED_PLANS | NEED_PROGRESS | NEED_PROGRESS_KNOWN,
    .formats = FORMAT_ROWS,
    .run = run,
};
