// SPDX-License-Identifier: MIT
#include "store/store.h"

#include "base/memory.h"
#include "base/parallel.h"
#include "store/journal_share.h"

#include <stdlib.h>
#include <string.h>

/* Fewer tasks than this are checked before a thread has started. */
enum { TASKS_MANY = 10000 };

struct checking {
    const struct store *store;
    check_rule_set ignored;
    const struct journal **journals; /* what each plan of the scope has of its journal */
    struct journal_share *shares;    /* of the journals that several plans have */
    size_t share_count;
    struct finding_list *findings;
};

/* The plans that share a journal stand together, in the scope as among all. */
static void share_journals(struct checking *checking)
{
    const struct query_scope *scope = &checking->store->scope;
    const struct store *store = checking->store;
    for (size_t asked = 0; asked < scope->plan_count;) {
        size_t count;
        const struct journal *journal = store_entries(store, scope->plans[asked]);
        struct plan **plans = store->kind->sharing(store, scope->plans[asked], &count);
        struct journal_share *share = &checking->shares[checking->share_count];
        if (count > 1 && journal->count > 0) {
            journal_share_init(share, journal, plans, count);
            checking->share_count++;
        }
        for (size_t i = 0; i < count && asked < scope->plan_count; i++)
            if (scope->plans[asked] == plans[i])
                checking->journals[asked++] = share->items != NULL ? &share->items[i] : journal;
    }
}

static void check_one(void *context, size_t index)
{
    struct checking *checking = context;
    const struct store *store = checking->store;
    struct agency_table agencies = {.base = &store->agencies}; /* the plan's own */
    agency_table_add_own(&agencies, &store->scope.plans[index], 1, false);
    check_plan(&checking->findings[index], store->scope.plans[index], &agencies,
               checking->journals[index], store->progress.as_of, checking->ignored);
    agency_table_release(&agencies);
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

struct finding_list *store_check(const struct store *store, check_rule_set ignored)
{
    size_t count = store->scope.plan_count;
    struct checking checking = {.store = store, .ignored = ignored};
    checking.journals = new_zeroed(count, sizeof *checking.journals);
    checking.shares = new_zeroed(count, sizeof *checking.shares);
    checking.findings = new_zeroed(count, sizeof *checking.findings);
    share_journals(&checking);
    parallel_run(count_tasks(&store->scope) < TASKS_MANY ? 1 : store->jobs, count, check_one,
                 &checking);
    for (size_t i = 0; i < checking.share_count; i++)
        journal_share_release(&checking.shares[i]);
    free(checking.shares);
    free((void *)checking.journals);
    return checking.findings;
}
