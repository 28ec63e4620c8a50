// SPDX-License-Identifier: MIT
#include "plan/indicator/figure.h"

#include <string.h>

enum { FIGURES_MAX = 15, GROUP = 3 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The marks in a figure: how many, the last one, and the digits after it. */
struct marks {
    size_t count, behind;
    char last;
    bool mixed, grouped; /* mixed: two kinds; grouped: three digits after each */
};

static bool find_marks(struct marks *marks, const char *text, size_t length)
{
    *marks = (struct marks){.grouped = true};
    size_t before = 0;
    for (size_t i = 0; i < length; i++) {
        if (is_digit(text[i])) {
            before++;
            continue;
        }
        bool mark = text[i] == ',' || text[i] == '.';
        if (!mark || before == 0 || i + 1 == length)
            return false;
        marks->mixed |= marks->count > 0 && text[i] != marks->last;
        marks->grouped &= marks->count > 0 ? before == GROUP : before <= GROUP;
        marks->last = text[i];
        marks->count++;
        before = 0;
    }
    marks->behind = before;
    marks->grouped &= before == GROUP;
    return true;
}

static bool read_number(struct figure *figure, const char *text, size_t length, bool percentage)
{
    struct marks marks;
    if (length == 0 || !find_marks(&marks, text, length) || marks.mixed)
        return false;
    bool grouped = marks.count > 0 && marks.last == '.' && marks.grouped && !percentage;
    if (!grouped && marks.count > 1)
        return false;
    if (marks.count == 1 && !grouped && marks.behind == GROUP && !percentage)
        return false;
    size_t figures = 0;
    figure->number = 0;
    for (size_t i = 0; i < length; i++) {
        if (!is_digit(text[i]))
            continue;
        if (++figures > FIGURES_MAX)
            return false;
        figure->number = figure->number * 10 + (text[i] - '0');
    }
    figure->decimals = marks.count == 1 && !grouped ? (unsigned)marks.behind : 0;
    return true;
}

bool figure_read(struct figure *figure, const char *text, size_t length, bool percentage)
{
    struct figure of;
    const char *slash = memchr(text, '/', length);
    *figure = (struct figure){0};
    if (slash == NULL)
        return read_number(figure, text, length, percentage);
    size_t before = (size_t)(slash - text);
    if (!read_number(figure, text, before, false) ||
        !read_number(&of, slash + 1, length - before - 1, false))
        return false;
    figure->of = of.number;
    return figure->decimals == 0 && of.decimals == 0 && of.number > 0 &&
           figure->number <= of.number;
}

void figure_add(struct strbuf *out, const struct figure *figure, char mark)
{
    int64_t scale = 1;
    for (unsigned i = 0; i < figure->decimals; i++)
        scale *= 10;
    strbuf_add_number(out, figure->number / scale);
    if (figure->decimals > 0)
        strbuf_addf(out, "%c%0*lld", mark, (int)figure->decimals,
                    (long long)(figure->number % scale));
    if (figure->of > 0)
        strbuf_addf(out, "/%lld", (long long)figure->of);
}

__extension__ typedef __int128 wide; /* holds the product of two numbers of 15 digits */

/* Sets a fraction of two whole numbers. */
static void ratio_of(const struct figure *figure, bool percentage, wide *above, wide *below)
{
    *above = figure->number;
    *below = 1;
    for (unsigned i = 0; i < figure->decimals; i++)
        *below *= 10;
    if (percentage && figure->of > 0) {
        *above *= 100;
        *below *= figure->of;
    }
}

int figure_compare(const struct figure *a, const struct figure *b, bool percentage)
{
    wide x, x_below, y, y_below;
    ratio_of(a, percentage, &x, &x_below);
    ratio_of(b, percentage, &y, &y_below);
    x *= y_below;
    y *= x_below;
    return (x > y) - (x < y);
}
