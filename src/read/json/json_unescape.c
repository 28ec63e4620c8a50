// SPDX-License-Identifier: MIT
#include "read/json/json_unescape.h"

#include "base/text.h"

#include <string.h>

static uint32_t hex4(const char *digits)
{
    uint32_t value = 0;
    for (int i = 0; i < 4; i++) {
        uint32_t c = (unsigned char)digits[i];
        value = value * 16 + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return value;
}

/* The character of an escape, which `at` is moved behind. */
static uint32_t take_escape(const char **at)
{
    static const char letters[] = "bfnrt", controls[] = "\b\f\n\r\t";
    const char c = (*at)[1], *letter = strchr(letters, c);
    *at += 2;
    if (c != 'u')
        return (unsigned char)(letter != NULL ? controls[letter - letters] : c);
    uint32_t unit = hex4(*at);
    *at += 4;
    if (unit < 0xD800 || unit > 0xDBFF)
        return unit;
    uint32_t low = hex4(*at + 2); /* of a surrogate pair */
    *at += 6;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
}

void json_unescape(char *text)
{
    char *out = strchr(text, '\\');
    const char *at = out;
    while (at != NULL && *at == '\\') {
        out += text_encode(out, take_escape(&at));
        size_t plain = strcspn(at, "\\");
        memmove(out, at, plain);
        out += plain;
        at += plain;
    }
    if (out != NULL)
        *out = '\0';
}
