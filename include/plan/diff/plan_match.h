// SPDX-License-Identifier: MIT
/*
 * Which section and task of one plan is which of another, though numbers have shifted and words
 * have changed. Sections are found by code and title, then by title, then by code. Tasks are found
 *
 *   1. in the same section by number and title,
 *   2. in the same section by title,
 *   3. anywhere by title,
 *   4. by likeness of their titles (plan/diff/title_match.h),
 *   5. in the same section by number, where all cells but the title say the same.
 *
 * «Same section» means sections that were found to be the same. Cells are compared folded; tasks
 * with one title are taken in the document's order. What is left has been removed, or added. Of two
 * years' plans (`years_apart`), which know theirs, the years in the words are what they are to the
 * plan's own (plan/next_year/year_words.h).
 */
#ifndef PLAN_DIFF_PLAN_MATCH_H
#define PLAN_DIFF_PLAN_MATCH_H

#include "plan/diff/pairing.h"
#include "plan/plan.h"

#include <stdbool.h>

struct plan_match {
    struct pairing sections, tasks;
    /*
     * Of the new plan's tasks that have a partner: not in the same section, or among the fewest
     * that must be taken out for the rest of the section to be in the old order.
     */
    bool *moved;
};

/* Filled by plan_match_run, released by plan_match_release. The same plans give the same pairs. */
void plan_match_run(struct plan_match *match, const struct plan *old, const struct plan *new,
                    bool years_apart);
void plan_match_release(struct plan_match *match);

#endif
