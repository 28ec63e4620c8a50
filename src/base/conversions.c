// SPDX-License-Identifier: MIT
#include "base/conversions.h"

#include <stddef.h>
#include <string.h>

enum { CONVERSIONS_MOST = 16 };

struct conversion {
    const char *text; /* after the percent sign and the argument's number */
    size_t length, number;
};

/* Returns the number of the argument in «%2$s» and moves *at past it, or returns 0. */
static size_t read_number(const char **at)
{
    size_t digits = strspn(*at, "0123456789"), number = 0;
    if (digits == 0 || digits > 2 || (*at)[digits] != '$')
        return 0;
    for (size_t i = 0; i < digits; i++)
        number = number * 10 + (size_t)((*at)[i] - '0');
    *at += digits + 1;
    return number > 0 ? number : CONVERSIONS_MOST + 1; /* there is no argument 0 */
}

/* Finds the next conversion from *at on. Returns false at the end. */
static bool next_conversion(const char **at, struct conversion *found)
{
    const char *sign = strchr(*at, '%');
    while (sign != NULL && sign[1] == '%')
        sign = strchr(sign + 2, '%');
    if (sign == NULL)
        return false;
    *at = sign + 1;
    found->number = read_number(at);
    found->text = *at;
    *at += strspn(*at, "-+ #0'I123456789.*$hlLqjzt");
    if (**at != '\0')
        ++*at;
    found->length = (size_t)(*at - found->text);
    return true;
}

bool conversions_agree(const char *english, const char *translation)
{
    struct conversion wanted[CONVERSIONS_MOST], found;
    size_t count = 0, in_order = 0;
    unsigned used = 0;
    bool numbered = false;
    while (next_conversion(&english, &found)) {
        if (found.length == 0 || strchr("diouxXeEfFgGaAcspn", found.text[found.length - 1]) == NULL)
            return true;
        if (count == CONVERSIONS_MOST || found.number > 0)
            return false;
        wanted[count++] = found;
    }
    while (next_conversion(&translation, &found)) {
        numbered |= found.number > 0;
        size_t i = found.number > 0 ? found.number - 1 : in_order++;
        if (i >= count || found.length != wanted[i].length ||
            memcmp(found.text, wanted[i].text, found.length) != 0)
            return false;
        if (numbered && (in_order > 0 || memchr(found.text, '*', found.length) != NULL))
            return false; /* all numbered or none, and no width that is an argument too */
        used |= 1U << i;
    }
    return used == (1U << count) - 1;
}
