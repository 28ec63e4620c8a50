// SPDX-License-Identifier: MIT
/*
 * Tasks whose titles are alike, by the words they share. A word that many titles have («thực hiện»)
 * counts less than one that few have, so that the titles of one office are not taken for each
 * other:
 *
 *   likeness(a, b) = 2 · weight(words in both) / (weight(words of a) + weight(words of b))
 *   weight(word)   = 1 + ⌊log₂(titles / titles that have it)⌋
 *
 * which is Dice's coefficient, weighted. Words are the letters and figures between other marks; one
 * that a title has twice counts once. All is whole numbers: the same on each machine.
 */
#ifndef PLAN_DIFF_TITLE_MATCH_H
#define PLAN_DIFF_TITLE_MATCH_H

#include "plan/diff/pairing.h"

/*
 * Pairs tasks that are UNMATCHED so far, the most alike first. By side, `titles` are folded, NULL
 * where blank, and `places` are equal, as pointers, where section and number are. Tasks in the same
 * place, or beside the same neighbour, must be 30 % alike, others 60 %; of two that are near, the
 * one in the same place is taken. A blank title is like any in the same section and number.
 *
 * Titles are found through the words they share, and the pairs of words. Where many thousands are
 * left, what most of them have finds none, so that the time stays in proportion to the tasks:
 * titles made of such words alone may then be missed.
 */
void title_match_run(struct pairing *tasks, const char *const *const titles[PLAN_SIDES],
                     const char *const *const places[PLAN_SIDES]);

#endif
