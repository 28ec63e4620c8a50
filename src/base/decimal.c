// SPDX-License-Identifier: MIT
#include "base/decimal.h"

#include <string.h>

enum { SIGNIFICANT = 15 };

static void trim_zeros(struct decimal *decimal)
{
    size_t zeros = 0;
    while (zeros < decimal->count && decimal->digits[zeros] == '0')
        zeros++;
    memmove(decimal->digits, decimal->digits + zeros, decimal->count - zeros);
    decimal->count -= zeros;
    decimal->point -= (int)zeros;
    while (decimal->count > 0 && decimal->digits[decimal->count - 1] == '0')
        decimal->count--;
    if (decimal->count == 0)
        *decimal = (struct decimal){0};
}

static bool read_digits(struct decimal *decimal, const char **text)
{
    for (; **text >= '0' && **text <= '9'; ++*text) {
        if (decimal->count == DECIMAL_DIGITS_MAX)
            return false;
        decimal->digits[decimal->count++] = **text;
    }
    return true;
}

static bool read_exponent(struct decimal *decimal, const char **text)
{
    bool negative = **text == '-';
    *text += negative || **text == '+';
    size_t length = strspn(*text, "0123456789");
    int exponent = 0;
    for (size_t i = 0; i < length && exponent <= DECIMAL_DIGITS_MAX; i++)
        exponent = exponent * 10 + ((*text)[i] - '0');
    *text += length;
    decimal->point += negative ? -exponent : exponent;
    return length > 0 && exponent <= DECIMAL_DIGITS_MAX;
}

/* Rounds half up to the digits that a double holds and Excel shows. */
static void round_digits(struct decimal *decimal)
{
    if (decimal->count <= SIGNIFICANT)
        return;
    bool up = decimal->digits[SIGNIFICANT] >= '5';
    decimal->count = SIGNIFICANT;
    while (up && decimal->count > 0 && decimal->digits[decimal->count - 1] == '9')
        decimal->count--;
    if (up && decimal->count > 0)
        decimal->digits[decimal->count - 1]++;
    else if (up) {
        decimal->digits[decimal->count++] = '1';
        decimal->point++;
    }
    trim_zeros(decimal);
}

bool decimal_read(struct decimal *decimal, const char *text)
{
    *decimal = (struct decimal){.negative = *text == '-'};
    text += *text == '-' || *text == '+';
    const char *start = text;
    if (!read_digits(decimal, &text))
        return false;
    decimal->point = (int)decimal->count;
    bool whole = *text == '\0', any = decimal->count > 0;
    if (*text == '.') {
        text++;
        if (!read_digits(decimal, &text))
            return false;
        any = text > start + 1;
    }
    if (any && (*text == 'e' || *text == 'E')) {
        text++;
        if (!read_exponent(decimal, &text))
            return false;
    }
    trim_zeros(decimal);
    if (!whole)
        round_digits(decimal);
    return any && *text == '\0';
}

void decimal_add(struct strbuf *out, const struct decimal *decimal)
{
    int count = (int)decimal->count;
    if (decimal->negative && count > 0)
        strbuf_addc(out, '-');
    if (decimal->point <= 0 || count == 0)
        strbuf_addc(out, '0');
    for (int i = 0; i < decimal->point; i++)
        strbuf_addc(out, i < count ? decimal->digits[i] : '0');
    if (count == 0 || decimal->point >= count)
        return;
    strbuf_addc(out, ',');
    for (int i = decimal->point; i < 0; i++)
        strbuf_addc(out, '0');
    int first = decimal->point > 0 ? decimal->point : 0;
    strbuf_add(out, decimal->digits + first, (size_t)(count - first));
}
