// SPDX-License-Identifier: MIT
/*
 * Pairs tasks with similar titles, by the words they share. A word in many titles («thực hiện»)
 * counts less than a rare one, so that the titles of one office are not confused:
 *
 *   likeness(a, b) = 2 · weight(words in both) / (weight(words of a) + weight(words of b))
 *   weight(word)   = 1 + ⌊log₂(titles / titles that have it)⌋
 *
 * This is Dice's coefficient, weighted. Words are runs of letters and digits; a word that a title
 * has twice counts once. All numbers are whole, so the result is the same on every machine.
 */
#ifndef PLAN_DIFF_TITLE_MATCH_H
#define PLAN_DIFF_TITLE_MATCH_H

#include "plan/diff/pairing.h"

/*
 * Pairs tasks that are UNMATCHED so far, the most similar first. For each side, `titles` are
 * folded, NULL if blank; `ids` are equal pointers for equal section and number. Tasks in the
 * same place, or next to the same neighbour, must be 30 % alike, others 60 %; of two that are
 * close, the one in the same place wins. A blank title is like any in the same section and number.
 *
 * Candidates are found by shared words and shared pairs of words. If many thousands of tasks are
 * left, words that most of them have are not used to find candidates, so that the time stays
 * proportional to the tasks; titles made only of such words may then be missed.
 */
void title_match_run(struct pairing *tasks, const char *const *const titles[PLAN_SIDES],
                     const char *const *const ids[PLAN_SIDES]);

#endif
