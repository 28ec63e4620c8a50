// SPDX-License-Identifier: MIT
/* Decimal numbers as text, exact: what files write with a point is read and written with a comma.
 */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

#define DECIMAL_DIGITS_MAX 400

/* 0.DIGITS times ten to the `point`, without zeros at the ends of the digits. */
struct decimal {
    char digits[DECIMAL_DIGITS_MAX + 1];
    size_t count;
    int point;
    bool negative;
};

/*
 * Reads «-12.50», «1.5e-3». What is no whole number is rounded, half up, to the 15 digits that a
 * double holds. Returns false where the text is no number of at most DECIMAL_DIGITS_MAX digits.
 */
bool decimal_read(struct decimal *decimal, const char *text);

/* Appends it without an exponent, with the decimal mark of Vietnamese figures: «-12,5». */
void decimal_add(struct strbuf *out, const struct decimal *decimal);

#endif
