// SPDX-License-Identifier: MIT
/* Roman numerals. */
#ifndef BASE_ROMAN_H
#define BASE_ROMAN_H

#include <stddef.h>

#define ROMAN_MOST 3999

/* Long enough for any numeral that roman_write writes, NUL included. */
#define ROMAN_SIZE 32

/* Writes a value from 1 to 9999 in capitals: «III». Returns `buffer`. */
const char *roman_write(char buffer[ROMAN_SIZE], unsigned value);

/* The value of a text that is a numeral up to ROMAN_MOST, in any case; 0 where it is none. */
unsigned roman_value(const char *text);

/* The length of the Roman letters, all of one case, that the text begins with. */
size_t roman_length(const char *text);

#endif
