// SPDX-License-Identifier: MIT
#include "store/journal_share.h"

#include "base/memory.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

/* The number of the plan that each entry goes to; the caller frees them. */
static size_t *find_plans(const struct journal *journal, struct plan *const *plans, size_t count)
{
    size_t *found = memory_alloc(journal->count * sizeof *found);
    struct plan_index ids = {0};
    for (size_t i = 0; i < count; i++)
        plan_index_add(&ids, plans[i]);
    for (size_t i = 0; i < journal->count; i++) {
        const char *name = journal->entries[i].plan;
        long number = name != NULL ? plan_index_find(&ids, name) : 0;
        found[i] = number > 0 ? (size_t)number : 0;
    }
    plan_index_release(&ids);
    return found;
}

void journal_share_init(struct journal_share *share, const struct journal *journal,
                        struct plan *const *plans, size_t count)
{
    size_t *plan_of = find_plans(journal, plans, count);
    share->items = memory_alloc(count * sizeof *share->items);
    share->entries = memory_alloc(journal->count * sizeof *share->entries);
    for (size_t i = 0; i < count; i++)
        share->items[i] = (struct journal){.path = journal->path, .beside = journal->beside};
    for (size_t i = 0; i < journal->count; i++)
        share->items[plan_of[i]].count++;
    struct journal_entry *next = share->entries;
    for (size_t i = 0; i < count; i++) {
        share->items[i].entries = next;
        next += share->items[i].count;
        share->items[i].count = 0;
    }
    for (size_t i = 0; i < journal->count; i++) {
        struct journal *item = &share->items[plan_of[i]];
        item->entries[item->count++] = journal->entries[i];
    }
    free(plan_of);
}

void journal_share_release(struct journal_share *share)
{
    free(share->items);
    free(share->entries);
    *share = (struct journal_share){0};
}
