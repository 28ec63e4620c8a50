// SPDX-License-Identifier: MIT
/* Roman numerals. */
#ifndef BASE_ROMAN_H
#define BASE_ROMAN_H

#include <stddef.h>

#define ROMAN_MOST 3999

/* Holds any numeral that roman_write writes, NUL included. */
#define ROMAN_SIZE 32

/* Writes a value, 1 to 9999, in capitals: «III». Returns `buffer`. */
const char *roman_write(char buffer[ROMAN_SIZE], unsigned value);

/* Returns the value of a numeral, up to ROMAN_MOST and in any case, or 0 if the text is not one. */
unsigned roman_value(const char *text);

/* Returns how many Roman letters, all of one case, the text begins with. */
size_t roman_length(const char *text);

#endif
