// SPDX-License-Identifier: MIT
/* What the words of a row in an official table say of it. */
#ifndef READ_TABLE_OUTLINE_WORDS_H
#define READ_TABLE_OUTLINE_WORDS_H

#include <stdbool.h>

/* Folded (text_fold); the caller frees it. */
char *outline_fold(const char *text);

/* «Tổng cộng», «Cộng mục I», «Tổng số (I+II)». */
bool outline_is_total(const char *text);

/* «Mục tiêu: …», «Chỉ tiêu», «Yêu cầu». */
bool outline_is_goal(const char *text);

/* Whether a cell begins as the end of a document does: «Nơi nhận»; in a row that is not `titled` a
   signer's office or a date, too. */
bool outline_closes(const char *cell, bool titled);

/* Whether it has letters, and all of them are capitals. */
bool outline_is_in_capitals(const char *text);

#endif
