// SPDX-License-Identifier: MIT
/*
 * What becomes of progress whose plan was adjusted: for each task and title that entries stand
 * under and the plan has no more, the task that it is now, or none. An entry is carried over only
 * where that is certain:
 *
 *   - one task of the plan has its title, and one had it before; of several, the section, the lead
 *     and the schedule must tell which;
 *   - or the old plan is at hand, its task has a partner there (plan/diff/plan_match.h) in the same
 *     section with the same lead, schedule and output, most words are the same, no figure and no
 *     word of level or order differs, and no other task is like it.
 *
 * An entry of a milestone is carried to a milestone of the same name and time. All else is set
 * aside, as gone or in doubt, with the reason.
 */
#ifndef PLAN_DIFF_ADOPTION_H
#define PLAN_DIFF_ADOPTION_H

#include "plan/agency.h"
#include "plan/progress/entry_target.h"

struct adoption_item {
    const char *task, *title; /* that entries stand under; the title NULL where they have none */
    const char *former_title; /* the title, or the old plan's; NULL where not known */
    size_t entries;
    const struct journal_entry *entry; /* the first of them */
    int64_t spent_vnd;                 /* the last that they say, SPENT_UNSAID */
    bool undecided;                    /* no decision in the journal is about it yet */

    enum entry_decision decision; /* DECIDES_NOTHING: it stays as it is */
    const struct task *to;        /* of DECIDES_CARRIED */
    unsigned milestone;           /* of it, 0: the task */
    const char *reason;           /* to be translated */
};

/* Zeroed is empty. Borrows the journal and the plans. */
struct adoption {
    struct adoption_item *items;
    size_t count, capacity;
    struct entry_targets targets;
    struct arena arena;
};

/*
 * Lists what entries of a plan stand under, in the journal's order: what counts for no task of it,
 * and with an old plan, of which they were made, also entries without titles. `plans` are all that
 * share the journal.
 */
void adoption_init(struct adoption *adoption, const struct journal *journal,
                   struct plan *const *plans, size_t count, const struct plan *plan,
                   const struct plan *old);
void adoption_release(struct adoption *adoption);

/* Decides about all that nobody has decided about. `old` may be NULL. */
void adoption_decide(struct adoption *adoption, const struct plan *plan, const struct plan *old,
                     const struct agency_table *agencies);

#endif
