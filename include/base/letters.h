// SPDX-License-Identifier: MIT
/* A column as a spreadsheet calls it: «A», «AB». */
#ifndef BASE_LETTERS_H
#define BASE_LETTERS_H

#include <stddef.h>

#define COLUMN_LETTERS_SIZE 16

/* Writes the letters of a column, which counts from 0. Returns where they begin in the buffer. */
const char *column_letters(char buffer[COLUMN_LETTERS_SIZE], size_t column);

#endif
