// SPDX-License-Identifier: MIT
/* Splits the one journal that several plans share into the entries of each. */
#ifndef STORE_JOURNAL_SHARE_H
#define STORE_JOURNAL_SHARE_H

#include "plan/progress/journal.h"

/* Zeroed is empty. It borrows the journal. */
struct journal_share {
    struct journal *items; /* one per plan, in their order; not to be released one by one */
    struct journal_entry *entries;
};

/*
 * Shares a journal's entries out by the plans that they name, in one pass. An entry that names
 * none, or one that is not among the plans, goes to the first.
 */
void journal_share_init(struct journal_share *share, const struct journal *journal,
                        struct plan *const *plans, size_t count);
void journal_share_release(struct journal_share *share);

#endif
