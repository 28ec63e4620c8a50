// SPDX-License-Identifier: MIT
/* Spreadsheet names of columns: «A», «AB». */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include <stddef.h>

#define COLUMN_LETTERS_SIZE 16

/* Writes the letters of a column, counted from 0, at the buffer's end. Returns their beginning. */
const char *column_letters(char buffer[COLUMN_LETTERS_SIZE], size_t column);

#endif
