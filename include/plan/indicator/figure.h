// SPDX-License-Identifier: MIT
/* Numbers of indicators: «99,99 %», «7/7», «1.200 lượt». Exact, never floating point. */
#ifndef PLAN_INDICATOR_FIGURE_H
#define PLAN_INDICATOR_FIGURE_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* number / 10^decimals, and of how many, where that is said: 7 of 7. */
struct figure {
    int64_t number, of; /* of: 0 where it is not said */
    unsigned decimals;
};

/*
 * Reads the figures that a text of `length` bytes is: `,` is the decimal mark and `.` groups
 * thousands, or is one where what follows cannot be a group. False where it is none, may be two
 * («1,000» that is no percentage), or has more than 15 figures.
 */
bool figure_read(struct figure *figure, const char *text, size_t length, bool percentage);

/* Appends it with a decimal comma for people, else a point: «99,99», «7/7». */
void figure_add(struct strbuf *out, const struct figure *figure, char mark);

/* The order of two figures; `percentage`: what is «of» some is a percentage of it. */
int figure_compare(const struct figure *a, const struct figure *b, bool percentage);

#endif
