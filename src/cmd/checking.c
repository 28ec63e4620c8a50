// SPDX-License-Identifier: MIT
#include "cmd/checking.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "plan/progress/journal_share.h"

#include <stdlib.h>
#include <string.h>

/* Fewer tasks than this are checked before a thread has started. */
enum { TASKS_MANY = 10000 };

struct checking {
    const struct cmd_ctx *ctx;
    check_rule_set ignored;
    const struct journal **journals; /* what each plan of the scope has of its journal */
    struct journal_share *shares;    /* of the journals that several plans have */
    struct finding_list *findings;
};

/* The scope is in the order of the plans, and these in that of the journals. */
static void share_journals(struct checking *checking)
{
    const struct cmd_ctx *ctx = checking->ctx;
    size_t asked = 0;
    for (size_t j = 0; j < ctx->journal_count; j++) {
        const struct journal *journal = &ctx->journals[j];
        struct journal_share *share = &checking->shares[j];
        size_t count;
        struct plan **plans = cmd_plans_of(ctx, journal, &count);
        if (count > 1 && journal->count > 0)
            journal_share_init(share, journal, plans, count);
        for (size_t i = 0; i < count && asked < ctx->scope.plan_count; i++)
            if (ctx->scope.plans[asked] == plans[i])
                checking->journals[asked++] = share->items != NULL ? &share->items[i] : journal;
    }
}

static void check_one(void *context, size_t index)
{
    struct checking *checking = context;
    const struct cmd_ctx *ctx = checking->ctx;
    check_plan(&checking->findings[index], ctx->scope.plans[index], &ctx->agencies,
               checking->journals[index], checking->ignored);
}

static size_t count_tasks(const struct query_scope *scope)
{
    size_t count = 0;
    for (size_t i = 0; i < scope->plan_count; i++)
        count += scope->plans[i]->task_count;
    return count;
}

static void *new_zeroed(size_t count, size_t size)
{
    return memset(memory_alloc(count * size), 0, count * size);
}

struct finding_list *checking_run(const struct cmd_ctx *ctx, check_rule_set ignored)
{
    size_t count = ctx->scope.plan_count;
    struct checking checking = {.ctx = ctx, .ignored = ignored};
    checking.journals = new_zeroed(count, sizeof *checking.journals);
    checking.shares = new_zeroed(ctx->journal_count, sizeof *checking.shares);
    checking.findings = new_zeroed(count, sizeof *checking.findings);
    share_journals(&checking);
    parallel_run(count_tasks(&ctx->scope) < TASKS_MANY ? 1 : ctx->jobs, count, check_one,
                 &checking);
    for (size_t j = 0; j < ctx->journal_count; j++)
        journal_share_release(&checking.shares[j]);
    free(checking.shares);
    free((void *)checking.journals);
    return checking.findings;
}
