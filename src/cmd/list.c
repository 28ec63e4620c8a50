// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "view/kept_columns.h"
#include "view/task_view.h"

#include <stdlib.h>

static int write_list(struct cmd_ctx *ctx, const struct task_list *tasks, struct error *error)
{
    bool with_plan = ctx->store->scope.plan_count > 1;
    struct task_row *rows = memory_alloc(tasks->count * sizeof *rows);
    for (size_t i = 0; i < tasks->count; i++) {
        rows[i] = (struct task_row){
            .task = tasks->items[i], .progress = &ctx->store->progress, .with_plan = with_plan};
    }
    struct strbuf footer = {0};
    struct error overflow;
    if (tasks->count == 0)
        strbuf_adds(&footer, _("no tasks"));
    else if (task_add_total(&footer, tasks, with_plan, ctx->style.lang, &overflow) != 0)
        strbuf_adds(&footer, overflow.text);
    struct kept_columns kept = {0};
    kept_columns_add(&kept, ctx->store->scope.plans, ctx->store->scope.plan_count);
    struct records records = {
        .more = kept.items,
        .more_count = kept.count,
        .add_heading = task_add_section_heading,
        .same_heading = task_same_section,
        .footer = strbuf_text(&footer),
    };
    records_set_rows(&records, rows, tasks->count, sizeof *rows);
    int status = cmd_write_records(
        ctx, &records, ctx->store->has_entries ? &task_progress_columns : &task_columns, error);
    strbuf_release(&footer);
    kept_columns_release(&kept);
    free(rows);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct task_list tasks = {0};
    int status = cmd_select_tasks(ctx, &tasks, error);
    if (status == 0)
        status = write_list(ctx, &tasks, error);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_list = {
    .name = "list",
    .summary = N_("tasks: filtered, sorted, with the columns asked for"),
    .operands = N_("[ID…]"),
    .operand_values = {VALUES_TASKS},
    .details = N_("What runs all year is due on 31 December, so in quarter 4; --schedule dated\n"
                  "leaves it out.\n\n"
                  "Examples:\n"
                  "  cchc list --section III\n"
                  "  cchc list --lead 'van phong so' --budget funded\n"
                  "  cchc list --search 'danh gia' --columns id,title,due\n"
                  "  cchc list --schedule dated --sort due --format csv\n"),
    .options = task_options,
    .options_size = sizeof(struct task_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_PROGRESS | NEED_MATCHES,
    .formats = FORMAT_ROWS,
    .columns = &task_columns,
    .run = run,
};
