// SPDX-License-Identifier: MIT
#include "base/roman.h"

#include <string.h>
#include <strings.h>

static const char letters[] = "IVXLCDM", small_letters[] = "ivxlcdm";

static unsigned letter_value(char c)
{
    static const unsigned values[] = {1, 5, 10, 50, 100, 500, 1000};
    const char *letter = c != '\0' ? strchr(small_letters, c | 0x20) : NULL;
    return letter != NULL ? values[letter - small_letters] : 0;
}

const char *roman_write(char buffer[ROMAN_SIZE], unsigned value)
{
    static const struct {
        unsigned value;
        const char *text;
    } parts[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                 {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                 {5, "V"},    {4, "IV"},   {1, "I"}};
    char *out = buffer;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        for (; value >= parts[i].value; value -= parts[i].value)
            out = stpcpy(out, parts[i].text);
    *out = '\0';
    return buffer;
}

/* Each value has only one correct numeral: «IIII» and «IC» are refused. */
unsigned roman_value(const char *text)
{
    int total = 0;
    for (const char *p = text; *p != '\0'; p++) {
        int value = (int)letter_value(*p);
        if (value == 0 || total > ROMAN_MOST)
            return 0;
        total += value < (int)letter_value(p[1]) ? -value : value;
    }
    char canonical[ROMAN_SIZE];
    if (total <= 0 || total > ROMAN_MOST)
        return 0;
    roman_write(canonical, (unsigned)total);
    return strcasecmp(canonical, text) == 0 ? (unsigned)total : 0;
}

size_t roman_length(const char *text)
{
    size_t length = strspn(text, letters);
    return length > 0 ? length : strspn(text, small_letters);
}
