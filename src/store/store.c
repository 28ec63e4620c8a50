// SPDX-License-Identifier: MIT
#include "store/store.h"

#include "base/memory.h"
#include "read/builtin.h"
#include "read/table/column_role.h"

#include <stdlib.h>

void store_free(struct store *store)
{
    if (store == NULL)
        return;
    progress_release(&store->progress);
    agency_table_release(&store->agencies);
    arena_release(&store->paths);
    free(store->notices);
    free(store->scope.plans);
    free(store->plans);
    store->kind->free(store);
}

int store_load(struct store *store, const struct store_need *need, struct error *error)
{
    store->scope.agencies = &store->agencies;
    store->scope.progress = &store->progress;
    store->progress.as_of = need->as_of;
    store->two_plans = need->two_plans;
    return store->kind->load(store, need, error);
}

const struct agency_table *store_agencies(struct store *store)
{
    if (!store->knows_own)
        agency_table_add_own(&store->agencies, store->scope.plans, store->scope.plan_count,
                             store->two_plans);
    store->knows_own = true;
    return &store->agencies;
}

bool store_can_answer(struct store *store)
{
    if (store->errors.count == 0)
        return true;
    bool cells = store->keep_cells && store->errors.count == store->errors.in_cells;
    if (!(store->keep_going || cells) || store->scope.plan_count == 0)
        return false;
    error_list_join(&store->refused, &store->errors);
    store->errors = (struct error_list){0};
    return true;
}

void store_select(const struct store *store, const struct query *query, struct task_list *tasks)
{
    task_list_select(tasks, query, &store->scope);
}

int store_totals(struct store *store, const struct task_list *tasks, enum summary_by by,
                 struct summary_list *list, struct error *error)
{
    const struct agency_table *agencies = by == SUMMARY_BY_LEAD ? store_agencies(store) : NULL;
    return summary_list_run(list, tasks, &store->shares, by, agencies, &store->progress, error);
}

const struct journal *store_entries(const struct store *store, const struct plan *plan)
{
    return store->kind->entries(store, plan);
}

bool store_shares_file(const struct store *store, const struct plan *plan)
{
    return store->kind->shares_file(store, plan);
}

struct plan **store_sharing(const struct store *store, const struct plan *plan, size_t *count)
{
    return store->kind->sharing(store, plan, count);
}

struct plan *store_read_plan(struct store *store, const char *path)
{
    return store->kind->read_plan(store, path);
}

int store_check_journal(struct store *store, const struct plan *plan,
                        struct journal_findings *findings, struct error *error)
{
    return store->kind->check_journal(store, plan, findings, error);
}

enum store_file store_owned_file(struct store *store, const char *path)
{
    return store->kind->keeps(store, path);
}

void store_periods(struct reporting_windows *windows)
{
    builtin_periods(windows);
}

void store_add_notice(struct store *store, struct store_notice notice)
{
    store->notices = memory_grow(store->notices, store->notice_count, &store->notice_capacity,
                                 sizeof *store->notices);
    store->notices[store->notice_count++] = notice;
}

const char *const *store_role_names(void)
{
    return column_role_names;
}
