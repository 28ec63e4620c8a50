// SPDX-License-Identifier: MIT
/* How alike two titles alone are, without the others of their plans (plan/diff/title_match.h). */
#ifndef PLAN_DIFF_TITLE_LIKENESS_H
#define PLAN_DIFF_TITLE_LIKENESS_H

#include <stdbool.h>

/* From here on, one may be the other reworded. */
#define TITLES_ALIKE 600
/* And from here on it is, where nothing else speaks against it. */
#define TITLES_ONE_MATTER 750

/* Returns the share of their words that both have, in thousandths (Dice's coefficient). */
unsigned title_likeness(const char *a, const char *b);

/*
 * Returns whether they differ by a word that makes another task: a figure or a numeral, a level
 * («tỉnh», «huyện», «xã»), an order («đợt», «lần», «quý»), or a word that reverses («không»).
 */
bool titles_contrast(const char *a, const char *b);

#endif
