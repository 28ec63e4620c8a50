// SPDX-License-Identifier: MIT
/* Classifies a row of an official table by its words. */
#ifndef READ_TABLE_OUTLINE_WORDS_H
#define READ_TABLE_OUTLINE_WORDS_H

#include <stdbool.h>

/* Returns the text folded by text_fold; the caller frees it. */
char *outline_fold(const char *text);

/* Returns whether the text names a total: «Tổng cộng», «Cộng mục I», «Tổng số (I+II)». */
bool outline_is_total(const char *text);

/* Returns whether the text begins as a goal: «Mục tiêu: …», «Chỉ tiêu», «Yêu cầu». */
bool outline_is_goal(const char *text);

/* Returns whether a cell begins as the end of a document does: «Nơi nhận»; in a row that is not
 * `titled`, also a signer's office or a date. */
bool outline_closes(const char *cell, bool titled);

/* Returns whether the text has letters and all of them are capitals. */
bool outline_is_in_capitals(const char *text);

#endif
