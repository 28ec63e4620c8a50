// SPDX-License-Identifier: MIT
#include "base/letters.h"

const char *column_letters(char buffer[COLUMN_LETTERS_SIZE], size_t column)
{
    char *at = buffer + COLUMN_LETTERS_SIZE - 1;
    *at = '\0';
    for (size_t left = column + 1; left > 0; left = (left - 1) / 26)
        *--at = (char)('A' + (left - 1) % 26);
    return at;
}
