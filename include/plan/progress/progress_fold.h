// SPDX-License-Identifier: MIT
/*
 * Applies a journal to a progress day by day: entries are sorted and their tasks found once, and
 * each is applied once, when its day comes. If an entry has been voided by that day, everything
 * before is applied again, without more memory.
 */
#ifndef PLAN_PROGRESS_PROGRESS_FOLD_H
#define PLAN_PROGRESS_PROGRESS_FOLD_H

#include "plan/progress/progress.h"

/* Borrows the progress, the plans and the journal, which must not change meanwhile. */
struct progress_fold {
    struct progress *progress;
    const struct journal *journal;
    struct entry_targets targets;         /* the task of each entry, in the journal's order */
    const struct journal_entry **entries; /* in the order in which they count */
    uint64_t *voided_by;                  /* as of the current day; NULL if nothing is voided yet */
    size_t folded;                        /* the number of entries applied */
};

void progress_fold_init(struct progress_fold *fold, struct progress *progress,
                        struct plan *const *plans, size_t count, const struct journal *journal);
void progress_fold_release(struct progress_fold *fold);

/*
 * Applies all entries up to a date, which must not be before the last one (unset: all entries), and
 * makes it the progress's date. From the second date on, the progress must hold no other journal.
 */
void progress_fold_to(struct progress_fold *fold, struct date as_of);

#endif
