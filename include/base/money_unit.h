// SPDX-License-Identifier: MIT
/*
 * The words that units of money go by. Text is in lower case here (text_add_lower): words differ by
 * their marks, since without them a company («công ty») would be a billion and a budget («ngân
 * sách») a thousand.
 */
#ifndef BASE_MONEY_UNIT_H
#define BASE_MONEY_UNIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Reads a unit at *text, and «đồng» after it: «tỷ», «trăm triệu đồng», «tr.đ». Returns its number
 * of đồng and moves past it; 0 where none begins there.
 */
int64_t money_unit_read(const char **text);

/* The bytes of the word that begins at `text`: of letters alone. */
size_t money_word_length(const char *text);

/*
 * Reads an amount that is written out: «năm trăm triệu đồng», «một tỷ hai trăm triệu». False where
 * the text is anything else, or an amount that cannot be counted.
 */
bool money_words_read(const char *text, int64_t *vnd);

#endif
