// SPDX-License-Identifier: MIT
/* Compares two titles on their own, without the others of their plans (plan/diff/title_match.h). */
#ifndef PLAN_DIFF_TITLE_LIKENESS_H
#define PLAN_DIFF_TITLE_LIKENESS_H

#include <stdbool.h>

/* From this likeness on, one title may be a rewording of the other. */
#define TITLES_ALIKE 600
/* From this likeness on it is one, unless something else speaks against it. */
#define TITLES_ONE_MATTER 750

/* Returns the share of words that both titles have, in thousandths (Dice's coefficient). */
unsigned title_likeness(const char *a, const char *b);

/* Returns whether the titles differ in a word that makes them different tasks: a number or numeral,
 * a level («tỉnh», «huyện», «xã»), an order («đợt», «lần», «quý») or a negation («không»). */
bool titles_contrast(const char *a, const char *b);

#endif
