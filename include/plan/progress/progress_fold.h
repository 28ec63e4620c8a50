// SPDX-License-Identifier: MIT
/*
 * A journal on its way into a progress, from day to day: its entries are put in order and their
 * tasks found once, and each is gone over once as its day comes. A day on which an entry is taken
 * back is the exception: what is before it is gone over again, in no more memory.
 */
#ifndef PLAN_PROGRESS_PROGRESS_FOLD_H
#define PLAN_PROGRESS_PROGRESS_FOLD_H

#include "plan/progress/progress.h"

/* Borrows the progress, the plans and the journal, which must not change meanwhile. */
struct progress_fold {
    struct progress *progress;
    const struct journal *journal;
    struct entry_targets targets;         /* what each entry is about, in the journal's order */
    const struct journal_entry **entries; /* in the order in which they count */
    uint64_t *voided_by;                  /* as of the day reached, NULL for none so far */
    size_t folded;                        /* of the entries, from the first */
};

void progress_fold_init(struct progress_fold *fold, struct progress *progress,
                        struct plan *const *plans, size_t count, const struct journal *journal);
void progress_fold_release(struct progress_fold *fold);

/*
 * Folds all that counts by a date, not earlier than the one before (unset: all of it), and makes it
 * the progress's. From a second date on, the progress must have nothing of another journal.
 */
void progress_fold_to(struct progress_fold *fold, struct date as_of);

#endif
