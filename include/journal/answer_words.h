// SPDX-License-Identifier: MIT
/*
 * The words by which agencies head the columns of their answers and state the status of a task
 * (data/answer-words.csv), in both languages.
 */
#ifndef JOURNAL_ANSWER_WORDS_H
#define JOURNAL_ANSWER_WORDS_H

#include "plan/progress/journal.h"

#include <stdint.h>

/*
 * Returns the column that a heading means, an enum entry_column, or -1. Text in brackets at its end
 * is ignored, except that `unit` gets the unit of money in it, or 0.
 */
int answer_column_find(const char *heading, int64_t *unit);

/* Returns the status that a cell says, in any of the words; TASK_UNSET for none. */
enum task_status answer_status_find(const char *text);

#endif
