// SPDX-License-Identifier: MIT
/*
 * Finds the sections and tasks of one plan in another, even if numbers have shifted and words have
 * changed. Sections are matched by code and title, then by title, then by code. Tasks are matched
 *
 *   1. in the same section by number and title,
 *   2. in the same section by title,
 *   3. anywhere by title,
 *   4. by similar titles (plan/diff/title_match.h),
 *   5. in the same section by number, if all cells except the title agree.
 *
 * «Same section» means matched sections. Cells are compared folded; tasks with equal titles are
 * paired in the document's order. Tasks without a match were removed or added. With `years_apart`,
 * the plans are of two known years, and years in their words are compared relative to the plan's
 * own (plan/next_year/year_words.h).
 */
#ifndef PLAN_DIFF_PLAN_MATCH_H
#define PLAN_DIFF_PLAN_MATCH_H

#include "plan/diff/pairing.h"
#include "plan/plan.h"

#include <stdbool.h>

struct plan_match {
    struct pairing sections, tasks;
    /* For each task of the new plan with a partner: it changed its section, or is one of the fewest
     * tasks to take out so that the rest of the section is in the old order. */
    bool *moved;
};

/* Fills a match, which plan_match_release frees. The same plans always give the same pairs. */
void plan_match_run(struct plan_match *match, const struct plan *old, const struct plan *new,
                    bool years_apart);
void plan_match_release(struct plan_match *match);

#endif
