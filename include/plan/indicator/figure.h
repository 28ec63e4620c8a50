// SPDX-License-Identifier: MIT
/* Numbers of indicators: «99,99 %», «7/7», «1.200 lượt». Exact, never floating point. */
#ifndef PLAN_INDICATOR_FIGURE_H
#define PLAN_INDICATOR_FIGURE_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The value is number / 10^decimals; for «7/7», 7 of 7. */
struct figure {
    int64_t number, of; /* `of` is 0 if not given */
    unsigned decimals;
};

/*
 * Reads a text of `length` bytes as a number: `,` is the decimal mark and `.` groups thousands, or
 * is the decimal mark if no group can follow. Returns false if the text is not a number, can be
 * read two ways («1,000» that is no percentage) or has more than 15 digits.
 */
bool figure_read(struct figure *figure, const char *text, size_t length, bool percentage);

/* Appends the number with `mark` as decimal mark, ',' for people: «99,99», «7/7». */
void figure_add(struct strbuf *out, const struct figure *figure, char mark);

/*
 * Compares two numbers, as strcmp. With `percentage`, one that is «of» some counts as a percentage.
 */
int figure_compare(const struct figure *a, const struct figure *b, bool percentage);

#endif
