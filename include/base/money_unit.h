// SPDX-License-Identifier: MIT
/* The words for units of money. All text here is in lower case with its marks (text_add_lower):
 * without them a company («công ty») would be a billion and a budget («ngân sách») a thousand. */
#ifndef BASE_MONEY_UNIT_H
#define BASE_MONEY_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Reads a unit at *text, with a «đồng» after it: «tỷ», «trăm triệu đồng», «tr.đ». Returns its
 * number of đồng and moves *text past it, or returns 0 if no unit begins there. */
int64_t money_unit_read(const char **text);

/* Returns the bytes of the word that begins at `text`, letters only. */
size_t money_word_length(const char *text);

/* Reads an amount that is written out: «năm trăm triệu đồng», «một tỷ hai trăm triệu». Returns
 * false if the text is anything else, or an amount that does not fit. */
bool money_words_read(const char *text, int64_t *vnd);

#endif
