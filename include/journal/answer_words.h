// SPDX-License-Identifier: MIT
/* What agencies call the columns of their answers (data/answer-words.csv), in both languages. */
#ifndef JOURNAL_ANSWER_WORDS_H
#define JOURNAL_ANSWER_WORDS_H

#include <stdint.h>

/*
 * The column that a heading means: one of enum entry_column, -1 for none. What stands in brackets
 * behind it does not count; `unit` is the unit of money that it says there, 0 where it says none.
 */
int answer_column_find(const char *heading, int64_t *unit);

#endif
