// SPDX-License-Identifier: MIT
/*
 * Adopts progress into an adjusted plan. For each task and title that entries have and the plan no
 * longer has, it finds the task that this is now, or none. Entries are carried over only if that is
 * certain:
 *
 *   - one task of the plan has the title, and one had it before; if several have it, section, lead
 *     and schedule must tell which;
 *   - or the old plan is given, the task has a partner there (plan/diff/plan_match.h) in the same
 *     section with the same lead, schedule and output, most words are the same, no number and no
 *     word of level or order differs, and no other task is similar.
 *
 * An entry of a milestone is carried to a milestone of the same name and time. All others are set
 * aside, as gone or in doubt, with a reason.
 */
#ifndef PLAN_DIFF_ADOPTION_H
#define PLAN_DIFF_ADOPTION_H

#include "plan/agency.h"
#include "plan/progress/entry_target.h"

struct adoption_item {
    const char *task, *title; /* as in the entries; the title is NULL if they have none */
    const char *former_title; /* the title, else the old plan's; NULL if unknown */
    size_t entries;
    const struct journal_entry *entry; /* the first of them */
    int64_t spent_vnd;                 /* the last value recorded, or SPENT_UNSET */
    bool undecided;                    /* no decision in the journal is about it yet */

    enum entry_decision decision; /* DECIDES_NOTHING: it stays as it is */
    const struct task *to;        /* for DECIDES_CARRIED */
    unsigned milestone;           /* of that task; 0: the task itself */
    const char *reason;           /* a message, not yet translated */
};

/* A zeroed adoption is empty. It borrows the journal and the plans. */
struct adoption {
    struct adoption_item *items;
    size_t count, capacity;
    struct entry_targets targets;
    struct arena arena;
};

/*
 * Lists the ids and titles of a plan's stray entries, in the journal's order. If `old`, which may
 * be NULL, is the plan that they were made for, lists those of entries without titles too. `plans`
 * are all plans that share the journal.
 */
void adoption_init(struct adoption *adoption, const struct journal *journal,
                   struct plan *const *plans, size_t count, const struct plan *plan,
                   const struct plan *old);
void adoption_release(struct adoption *adoption);

/* Decides about every item without a decision. `old` may be NULL. */
void adoption_decide(struct adoption *adoption, const struct plan *plan, const struct plan *old,
                     const struct agency_table *agencies);

#endif
