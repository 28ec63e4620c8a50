// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "plan/summary/summary.h"
#include "view/status_view.h"
#include "view/summary_view.h"
#include "view/task_view.h"

#include <stdlib.h>

struct status_options {
    struct group_options group;
    struct query query;
    struct row_options rows;
};
static const struct option_use status_options[] = {
    {&group_option_group, offsetof(struct status_options, group)},
    {&filter_option_group, offsetof(struct status_options, query)},
    {&row_option_group, offsetof(struct status_options, rows)},
    {NULL, 0},
};

static int write_groups(struct cmd_ctx *ctx, const struct summary_list *list, enum summary_by by,
                        struct error *error)
{
    struct summary_row *rows = summary_rows(list);
    char as_of[DATE_TEXT_SIZE];
    bool titled = by == SUMMARY_BY_SECTION || by == SUMMARY_BY_PLAN;
    struct records records = {
        .total = &rows[list->count],
        .as_of = date_format(as_of, ctx->store->progress.as_of),
        .footer = "",
    };
    records_set_rows(&records, rows, list->count, sizeof *rows);
    struct strbuf shown = {0};
    struct column_table columns = status_columns_shown(&shown, &list->total, titled);
    int status = cmd_write_records(ctx, &records, &columns, error);
    strbuf_release(&shown);
    free(rows);
    return status;
}

/* Rows of all open milestones whose due date has passed. */
static size_t add_overdue(const struct cmd_ctx *ctx, const struct task *task, struct task_row *rows)
{
    const struct schedule *schedule = progress_schedule(&ctx->store->progress, task);
    size_t count = 0;
    for (unsigned i = 0; i < schedule->count; i++) {
        if (progress_milestone_state(&ctx->store->progress, task, i) != OPEN_OVERDUE)
            continue;
        if (rows != NULL)
            rows[count] = (struct task_row){
                .task = task,
                .progress = &ctx->store->progress,
                .with_plan = ctx->store->scope.plan_count > 1,
                .milestone = &schedule->milestones[i],
                .milestone_index = schedule->count > 1 ? i + 1 : 0,
            };
        count++;
    }
    return count;
}

static int compare_due(const void *a, const void *b)
{
    const struct task_row *x = *(const struct task_row *const *)a;
    const struct task_row *y = *(const struct task_row *const *)b;
    int order = date_compare(x->milestone->due, y->milestone->due);
    return order != 0 ? order : (x > y) - (x < y);
}

/* More than a page or two nobody reads here. */
enum { OVERDUE_SHOWN = 50 };

static void add_not_shown(struct strbuf *out, const struct cmd_ctx *ctx, size_t count)
{
    char more[LANG_TEXT_SIZE];
    strbuf_addf(out, _("and %s more: `cchc list --status overdue` lists them all"),
                lang_count(more, ctx->style.lang, count - OVERDUE_SHOWN));
}

/* Below the numbers, for people: what is overdue, the longest first. */
static int write_overdue(struct cmd_ctx *ctx, const struct task_list *tasks, struct error *error)
{
    size_t count = 0, used = 0;
    for (size_t i = 0; i < tasks->count; i++)
        count += add_overdue(ctx, tasks->items[i], NULL);
    if (count == 0)
        return 0;
    struct task_row *rows = memory_alloc(count * sizeof *rows);
    for (size_t i = 0; i < tasks->count; i++)
        used += add_overdue(ctx, tasks->items[i], rows + used);
    struct records records = {.footer = ""};
    records_set_rows(&records, rows, count, sizeof *rows);
    qsort((void *)records.rows, count, sizeof *records.rows, compare_due);
    int status = records_choose(&records, &due_columns, "id,title,lead,due,days_late",
                                ctx->format->rows, error);
    struct strbuf footer = {0};
    if (count > OVERDUE_SHOWN) {
        records.row_count = OVERDUE_SHOWN;
        add_not_shown(&footer, ctx, count);
        records.footer = footer.text;
    }
    if (status == 0) {
        fprintf(ctx->out, "\n%s\n", _("Overdue, the longest first:"));
        records_write(&records, ctx->format->rows, &ctx->style, ctx->out);
    }
    strbuf_release(&footer);
    records_release(&records);
    free(rows);
    return status;
}

/* Writes how far targets are reached, once any of them was measured. */
static void write_targets(const struct cmd_ctx *ctx, const struct task_list *tasks)
{
    struct target_summary targets = {0};
    struct strbuf text = {0}, wrapped = {0};
    target_summary_run(&targets, tasks, &ctx->store->progress);
    if (targets.count > 0) {
        status_add_targets(&text, &targets);
        text_add_wrapped(&wrapped, text.text, style_wrap(&ctx->style));
        fprintf(ctx->out, "\n%s\n", wrapped.text);
    }
    strbuf_release(&text);
    strbuf_release(&wrapped);
    target_summary_release(&targets);
}

static void narrow_need(const struct cmd_ctx *ctx, struct store_need *need)
{
    const struct status_options *options = ctx->options;
    need->totals = true;
    need->by = group_options_by(&options->group);
    need->shown = ctx->format->rows == &rows_table ? SHOWS_OVERDUE | SHOWS_TARGETS : 0;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct task_list tasks = {0};
    struct summary_list list = {0};
    const struct status_options *options = ctx->options;
    enum summary_by by = group_options_by(&options->group);
    int status = cmd_require_years(ctx, error);
    if (status == 0) {
        store_select(ctx->store, ctx->query, &tasks);
        status = store_totals(ctx->store, &tasks, by, &list, error);
    }
    bool table = ctx->format->rows == &rows_table;
    if (status == 0 && table) {
        status_write_summary(&list.total, ctx->store->progress.as_of, &ctx->style, ctx->out);
        struct strbuf other = {0};
        cmd_add_other_year(&other, ctx, ctx->store->progress.as_of);
        fprintf(ctx->out, "%s\n", other.length > 0 ? other.text + 1 : "");
        fputs(other.length > 0 ? "\n" : "", ctx->out);
        strbuf_release(&other);
    }
    if (status == 0)
        status = write_groups(ctx, &list, by, error);
    if (status == 0 && table)
        write_targets(ctx, &tasks);
    if (status == 0 && table)
        status = write_overdue(ctx, &tasks, error);
    summary_list_release(&list);
    task_list_release(&tasks);
    return status;
}

const struct cmd cmd_status = {
    .name = "status",
    .summary = N_("the state of the tasks on a date: done on time or late, in time, overdue"),
    .operands = "",
    .details = N_("What is due on the as-of date is still in time. Every task is in one of: done\n"
                  "on time, done late, done without a due date; open in time, overdue, open\n"
                  "without a due date; cancelled. completion_percent is the share of the done in\n"
                  "those not cancelled.\n\n"
                  "Examples:\n"
                  "  cchc status\n"
                  "  cchc status --as-of 2021-06-30 --by lead\n"
                  "  cchc status --section VII --format json\n"),
    .options = status_options,
    .options_size = sizeof(struct status_options),
    .needs = NEED_PLANS | NEED_QUERY | NEED_DATE | NEED_PROGRESS | NEED_PROGRESS_KNOWN |
             NEED_CELLS_SHOWN | NEED_MATCHES,
    .narrow_need = narrow_need,
    .cells = 1U << TASK_LEAD,
    .formats = FORMAT_ROWS,
    .columns = &status_columns,
    .run = run,
};
