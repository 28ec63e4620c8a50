// SPDX-License-Identifier: MIT
/*
 * A journal on its way into a progress, from day to day: its entries are put in order and their
 * tasks found once, and each is gone over once as its day comes. A day on which an entry is taken
 * back is the exception: what is before it is gone over again, in no more memory.
 */
#ifndef PLAN_PROGRESS_PROGRESS_FOLD_H
#define PLAN_PROGRESS_PROGRESS_FOLD_H

#include "plan/progress/progress.h"
#include "plan/task_id.h"

/* Borrows the progress, the plans and the journal, which must not change meanwhile. */
struct progress_fold {
    struct progress *progress;
    const struct journal *journal;
    struct task_reference *about;         /* what each entry is about, in the journal's order */
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

/* Why an entry says nothing of a plan. */
enum entry_fault { ENTRY_FITS, ENTRY_OF_OTHER_PLAN, ENTRY_NO_TASK, ENTRY_NO_MILESTONE };

/* For each entry, whether the plan has what it is about; the caller frees them. */
enum entry_fault *progress_entry_faults(const struct journal *journal, const struct plan *plan);

#endif
