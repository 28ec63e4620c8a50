// SPDX-License-Identifier: MIT
/* Exact decimal numbers in text, read with a decimal point and written with a comma. */
#ifndef BASE_DECIMAL_H
#define BASE_DECIMAL_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

#define DECIMAL_DIGITS_MAX 400

/*
 * The value is 0.DIGITS times ten to the power of `point`; the digits neither begin nor end with 0.
 */
struct decimal {
    char digits[DECIMAL_DIGITS_MAX + 1];
    size_t count;
    int point;
    bool negative;
};

/*
 * Reads «-12.50» or «1.5e-3». A number with a decimal point or an exponent is rounded half up to 15
 * digits, the precision of a double. Returns false if the text is not a number of at most
 * DECIMAL_DIGITS_MAX digits.
 */
bool decimal_read(struct decimal *decimal, const char *text);

/* Appends the number without an exponent, with the Vietnamese decimal comma: «-12,5». */
void decimal_add(struct strbuf *out, const struct decimal *decimal);

#endif
