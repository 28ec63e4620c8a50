// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "cmd/cmd.h"
#include "plan/plan_index.h"
#include "plan/progress/entry_target.h"
#include "plan/progress/update.h"
#include "view/update_view.h"

#include <stdlib.h>
#include <string.h>

/* Returns whether an entry is about a task that was asked for; with no operand, every one is. */
static bool is_listed(const struct journal *journal, size_t index, const struct cmd_ctx *ctx,
                      struct plan_index *others, const struct entry_targets *about,
                      const struct update_target *targets)
{
    const struct journal_entry *entry = &journal->entries[index];
    struct task_id id;
    if (entry->plan != NULL && plan_index_find(others, entry->plan) >= 0)
        return false;
    for (size_t i = 0; i < ctx->operand_count; i++) {
        const struct update_target *target = &targets[i];
        if (entry_targets_are_of(about, journal, index, target->task) &&
            (target->milestone == 0 || target->milestone == about->tasks[index].milestone ||
             (about->tasks[index].task == NULL && task_id_parse(entry->task, &id) &&
              target->milestone == id.milestone)))
            return true;
    }
    return ctx->operand_count == 0;
}

/* The newest first. */
static size_t add_rows(const struct cmd_ctx *ctx, const struct plan *plan,
                       struct plan_index *others, const struct update_target *targets,
                       struct entry_row *rows)
{
    const struct journal *journal = store_entries(ctx->store, plan);
    size_t count = 0;
    uint64_t *voided_by = journal_voided_by(journal, (struct date){0});
    struct entry_targets about = {0};
    size_t plan_count = 0;
    struct plan **plans =
        ctx->operand_count > 0 ? store_sharing(ctx->store, plan, &plan_count) : NULL;
    entry_targets_find(&about, journal, plans, plan_count);
    for (size_t i = journal->count; i-- > 0;)
        if (is_listed(journal, i, ctx, others, &about, targets))
            rows[count++] = (struct entry_row){&journal->entries[i], voided_by[i]};
    entry_targets_release(&about);
    free(voided_by);
    return count;
}

/* Several journals have numbers of their own: their entries stand by the time of recording, then by
 * plan, then by number. */
static int compare_times(const void *a, const void *b)
{
    const struct entry_row *x = a, *y = b;
    const char *u = x->entry->recorded_at, *v = y->entry->recorded_at;
    const char *p = x->entry->plan, *q = y->entry->plan;
    int order = strcmp(v != NULL ? v : "", u != NULL ? u : "");
    if (order == 0)
        order = strcmp(p != NULL ? p : "", q != NULL ? q : "");
    return order != 0 ? order : (x->entry->seq < y->entry->seq) - (x->entry->seq > y->entry->seq);
}

/* The plans that --in leaves aside: their entries may stand in the journals all the same. */
static void list_others(const struct store *store, struct plan_index *others)
{
    for (size_t i = 0, asked = 0; i < store->plan_count; i++) {
        if (asked < store->scope.plan_count && store->scope.plans[asked] == store->plans[i])
            asked++;
        else
            plan_index_add(others, store->plans[i]);
    }
}

/* Plans of the scope, one per journal; the caller frees the array. */
static const struct plan **list_journals(const struct store *store, size_t *count)
{
    const struct query_scope *scope = &store->scope;
    const struct plan **plans = memory_alloc(scope->plan_count * sizeof *plans);
    const struct journal *last = NULL;
    *count = 0;
    for (size_t i = 0; i < scope->plan_count; i++) {
        const struct journal *journal = store_entries(store, scope->plans[i]);
        if (journal != last) /* those who share one stand together */
            plans[(*count)++] = scope->plans[i];
        last = journal;
    }
    return plans;
}

static int write_log(struct cmd_ctx *ctx, const struct update_target *targets, struct error *error)
{
    size_t most = 0, count = 0, journal_count;
    struct plan_index others = {0};
    const struct plan **plans = list_journals(ctx->store, &journal_count);
    list_others(ctx->store, &others);
    for (size_t i = 0; i < journal_count; i++)
        most += store_entries(ctx->store, plans[i])->count;
    struct entry_row *rows = memory_alloc(most * sizeof *rows);
    for (size_t i = 0; i < journal_count; i++)
        count += add_rows(ctx, plans[i], &others, targets, rows + count);
    if (journal_count > 1)
        qsort(rows, count, sizeof *rows, compare_times);
    struct records records = {.footer = count > 0 ? "" : _("nothing is recorded")};
    records_set_rows(&records, rows, count, sizeof *rows);
    bool several = ctx->store->scope.plan_count > 1;
    int status =
        cmd_write_records(ctx, &records, several ? &entry_columns_of_plans : &entry_columns, error);
    plan_index_release(&others);
    free((void *)plans);
    free(rows);
    return status;
}

static int run(struct cmd_ctx *ctx, struct error *error)
{
    struct update_target *targets = memory_alloc(ctx->operand_count * sizeof *targets);
    int status = 0;
    for (size_t i = 0; i < ctx->operand_count && status == 0; i++)
        status = update_target_find(&targets[i], ctx->operands[i], &ctx->store->scope, error);
    if (status == 0)
        status = write_log(ctx, targets, error);
    free(targets);
    return status;
}

const struct cmd cmd_log = {
    .name = "log",
    .summary = N_("what was recorded: who, when and what, the newest first"),
    .operands = N_("[ID…]"),
    .operand_values = {VALUES_TASKS},
    .details = N_("Entries that were undone, and those of tasks that the plan does not have, are\n"
                  "listed too.\n\n"
                  "Examples:\n"
                  "  cchc log\n"
                  "  cchc log III.2 V.1/1\n"
                  "  cchc log --format csv --columns all\n"),
    .options = row_options_alone,
    .options_size = sizeof(struct row_options),
    .needs = NEED_PLANS | NEED_PROGRESS,
    .formats = FORMAT_ROWS,
    .columns = &entry_columns,
    .run = run,
};
