// SPDX-License-Identifier: MIT
/* The last step of plan/plan_match.h: tasks whose titles are alike, the most alike first. */
#ifndef PLAN_TITLE_MATCH_H
#define PLAN_TITLE_MATCH_H

#include "plan/plan_match.h"

/*
 * Pairs tasks that are UNMATCHED so far. By side, `titles` are folded, NULL where blank, and
 * `places` are equal, as pointers, where section and number are. Titles are found through the words
 * they share. Where many thousands are left, words that most of them have find none, so that the
 * time stays in proportion to the tasks: alike titles made of such words alone may then be missed.
 */
void title_match_run(struct pairing *tasks, const char *const *const titles[PLAN_SIDES],
                     const char *const *const places[PLAN_SIDES]);

/* Makes two items partners. */
void pairing_add(struct pairing *pairing, size_t old, size_t new);

#endif
