// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/task_card.h"

#include <stdlib.h>
#include <string.h>

static bool is_about(const struct journal_entry *entry, const struct task *task)
{
    struct task_id id;
    return (entry->plan == NULL || strcmp(entry->plan, task->section->plan->id) == 0) &&
           entry->task != NULL && task_id_parse(entry->task, &id) && task_id_names(&id, task);
}

/* All entries of a task, the newest first; the caller frees them. */
static struct entry_row *find_history(const struct cmd_ctx *ctx, const struct task *task,
                                      size_t *count)
{
    size_t capacity = 0;
    struct entry_row *rows = NULL;
    const struct journal *journal = store_entries(ctx->store, task->section->plan);
    uint64_t *voided_by = journal_voided_by(journal, (struct date){0});
    *count = 0;
    for (size_t i = journal->count; i-- > 0;) {
        if (!is_about(&journal->entries[i], task))
            continue;
        rows = memory_grow(rows, *count, &capacity, sizeof *rows);
        rows[(*count)++] = (struct entry_row){&journal->entries[i], voided_by[i]};
    }
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
        task_card_write(&row, &history, &ctx->store->agencies, &ctx->style, ctx->out);
    else
        task_card_write_json(&row, &history, &ctx->store->agencies, json);
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
    .summary = N_("all of a task, and how its schedule, amount and agencies were read"),
    .operands = N_("ID…"),
    .details =
        N_("JSON has milestones and agencies too; csv, tsv and md are as list writes them.\n\n"
           "Examples:\n"
           "  cchc show III.2\n"
           "  cchc show V.1 VI.1 --format json\n"),
    .needs = NEED_PLANS | NEED_PROGRESS,
    .formats = FORMAT_ROWS,
    .run = run,
};
