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
 * The column that a heading means: one of enum entry_column, -1 for none. What stands in brackets
 * behind it does not count; `unit` is the unit of money that it says there, 0 if it says none.
 */
int answer_column_find(const char *heading, int64_t *unit);

/* Returns the status that a cell says, in any of the words; TASK_UNSET for none. */
enum task_status answer_status_find(const char *text);

#endif
