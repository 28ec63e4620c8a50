// SPDX-License-Identifier: MIT
/*
 * Which section and task of one plan is which of another, though numbers have shifted and words
 * have changed. Sections are found by code and title, then by title, then by code. Tasks are found
 *
 *   1. in the same section by number and title,
 *   2. in the same section by title,
 *   3. anywhere by title,
 *   4. by likeness of their titles (plan/likeness.h), the most alike first: one that stands in the
 *      same place (same section and number, or beside the same neighbour) must be 40 % alike, any
 *      other 60 %, and of two that are near, the one in the same place is taken.
 *
 * «Same section» means sections that were found to be the same. Titles are compared folded; tasks
 * with one title are taken in the document's order. A blank title is like any in the same section
 * and number, and like no other. What is left has been removed, or added.
 */
#ifndef PLAN_PLAN_MATCH_H
#define PLAN_PLAN_MATCH_H

#include "plan/plan.h"

#define UNMATCHED ((size_t)-1)

enum plan_side { PLAN_OLD, PLAN_NEW, PLAN_SIDES };

/* Of each item on a side, by its index in its plan: the index of the other side's, or UNMATCHED. */
struct pairing {
    size_t counts[PLAN_SIDES];
    size_t *partners[PLAN_SIDES];
};

struct plan_match {
    struct pairing sections, tasks;
};

/* Filled by plan_match_run, released by plan_match_release. The same plans give the same pairs. */
void plan_match_run(struct plan_match *match, const struct plan *old, const struct plan *new);
void plan_match_release(struct plan_match *match);

#endif
