// SPDX-License-Identifier: MIT
#include "base/money.h"

#include "base/money_unit.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *const money_unit_names[] = {"vnd", "thousand", "million", "billion", NULL};
const int64_t money_named_units[] = {MONEY_VND, MONEY_THOUSAND, MONEY_MILLION, MONEY_BILLION};

bool money_add(int64_t *total, int64_t vnd)
{
    int64_t sum;
    if (__builtin_add_overflow(*total, vnd, &sum))
        return false;
    *total = sum;
    return true;
}

/* The digits of a figure, and how many of them are decimals. */
struct figure {
    char digits[40];
    int count, decimals;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " ");
}

/* «50» above «300» in a cell may be two figures, or one that was broken at the cell's edge. */
static bool breaks_figure(const char *text)
{
    for (; *text != '\0'; text++) {
        const char *next = text + 1;
        size_t spaces = 0;
        uint32_t code_point;
        for (size_t used; is_digit(*text); next += used) {
            used = text_decode(next, &code_point);
            if (!text_is_space(code_point))
                break;
            spaces += code_point == '\n' || code_point == '\r' ? 2 : 1;
        }
        if (spaces > 1 && is_digit(*next))
            return true;
    }
    return false;
}

/*
 * Counts the bytes that may be one figure: digits, marks between them, spaces before three of them.
 */
static size_t figure_length(const char *text)
{
    size_t i = 0;
    while (is_digit(text[i]) ||
           (i > 0 && (text[i] == '.' || text[i] == ',') && is_digit(text[i + 1])) ||
           (i > 0 && text[i] == ' ' && strspn(text + i + 1, "0123456789") == 3))
        i++;
    return i;
}

/* A way to write figures. */
struct style {
    char group, decimal;
};

/* Reads a figure of this style. Returns false if it has another style or too many digits. */
static bool read_in_style(const char *text, size_t length, struct style style,
                          struct figure *figure)
{
    size_t whole = strspn(text, "0123456789");
    bool grouped = whole <= 3 && *text != '0';
    while (grouped && whole < length && text[whole] == style.group &&
           strspn(text + whole + 1, "0123456789") == 3)
        whole += 4;
    size_t part = whole < length && text[whole] == style.decimal
                      ? strspn(text + whole + 1, "0123456789") + 1
                      : 0;
    *figure = (struct figure){.decimals = part > 0 ? (int)part - 1 : 0};
    for (size_t i = 0; i < length && figure->count < (int)sizeof figure->digits; i++)
        if (is_digit(text[i]))
            figure->digits[figure->count++] = text[i];
    return whole + part == length && figure->decimals < figure->count;
}

/* «2.5» and «1,200.50» are English figures; «1000.000» is only a slip of the pen. */
static bool is_plain_english(const char *text, const struct figure *figure)
{
    return memchr(text, ',', strcspn(text, ".")) != NULL || figure->decimals < 3 || *text == '0';
}

enum reading { READ, READ_TWO_WAYS, READ_NO_WAY };

/* Tries Vietnamese first; «1,000» may be English too, «1,000,000» is only English. */
static enum reading read_unnamed(const char *text, size_t length, struct figure *figure)
{
    static const struct style vietnamese = {'.', ','}, english = {',', '.'};
    static const struct style spaced = {' ', ','}, english_spaced = {' ', '.'};
    struct figure other;
    bool is_vietnamese = read_in_style(text, length, vietnamese, figure);
    bool is_english = read_in_style(text, length, english, &other);
    if (is_vietnamese && is_english && memchr(text, ',', length) != NULL)
        return READ_TWO_WAYS;
    if (is_vietnamese || read_in_style(text, length, spaced, figure))
        return READ;
    if (!is_english && !read_in_style(text, length, english_spaced, &other))
        return READ_NO_WAY;
    *figure = other;
    return is_plain_english(text, figure) ? READ : READ_NO_WAY;
}

static enum reading read_named(const char *text, size_t length, char decimal, struct figure *figure)
{
    struct style style = {decimal == '.' ? ',' : '.', decimal}, spaced = {' ', decimal};
    return read_in_style(text, length, style, figure) || read_in_style(text, length, spaced, figure)
               ? READ
               : READ_NO_WAY;
}

static int no_amount(struct error *error)
{
    return error_set(error, ERROR_DATA,
                     "is no amount: expected a figure, or one with đồng, nghìn, triệu or tỷ");
}

/* Reads a figure and moves *text past it. Returns -1 with the reason if there is none. */
static int read_figure(const char **text, char named_mark, struct figure *figure,
                       struct error *error)
{
    const char *p = *text;
    size_t length = figure_length(p), digits = 0;
    if (length == 0)
        return no_amount(error);
    for (size_t i = 0; i < length; i++)
        digits += is_digit(p[i]);
    if (digits > sizeof figure->digits)
        return error_set(error, ERROR_DATA, "has too many digits");
    enum reading reading = named_mark != 0 ? read_named(p, length, named_mark, figure)
                                           : read_unnamed(p, length, figure);
    if (reading == READ_TWO_WAYS) {
        error_set(error, ERROR_DATA, "can be read two ways: expected %.*s.%.3s for thousands",
                  (int)(length - 4), p, p + length - 3);
        return error_settle(error, SETTLED_BY_DECIMAL_MARK);
    }
    if (reading == READ_NO_WAY)
        return error_set(error, ERROR_DATA,
                         "is not a figure as written here: '%c' groups thousands, '%c' is the "
                         "decimal mark",
                         named_mark == '.' ? ',' : '.', named_mark == '.' ? '.' : ',');
    *text = p + length;
    return 0;
}

static int scale(const struct figure *figure, int64_t unit, int64_t *vnd, struct error *error)
{
    int64_t value = 0;
    int decimals = figure->decimals, count = figure->count;
    while (decimals > 0 && figure->digits[count - 1] == '0') {
        count--;
        decimals--;
    }
    for (int i = 0; i < count; i++)
        if (__builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, figure->digits[i] - '0', &value))
            return error_set(error, ERROR_DATA, "is larger than can be counted");
    for (; decimals > 0; decimals--, unit /= 10)
        if (unit == 1)
            return error_set(error, ERROR_DATA, "is not a whole number of đồng");
    if (__builtin_mul_overflow(value, unit, vnd))
        return error_set(error, ERROR_DATA, "is larger than can be counted");
    return 0;
}

/* Reads the unit after a figure. Returns 0 if no word follows, -1 if the word is not a unit. */
static int64_t read_unit(const char **text)
{
    const char *p = skip_spaces(*text);
    bool bracket = *p == '(';
    p = skip_spaces(p + bracket);
    size_t length = money_word_length(p);
    if (length == 0)
        return bracket ? -1 : 0;
    bool is_k = length == 1 && *p == 'k'; /* «500k» occurs with figures only, not in headings */
    int64_t unit = is_k ? MONEY_THOUSAND : money_unit_read(&p);
    p = bracket ? skip_spaces(p + is_k) : p + is_k;
    if (unit == 0 || (bracket && *p != ')'))
        return -1;
    *text = p + bracket;
    return unit;
}

/* «1 tỷ rưỡi» is one and a half units. */
static int64_t read_half(const char **text, int64_t unit)
{
    static const char half[] = "rưỡi";
    const char *p = skip_spaces(*text);
    if (unit <= MONEY_VND || strncmp(p, half, strlen(half)) != 0)
        return 0;
    *text = p + strlen(half);
    p = skip_spaces(*text);
    int64_t dong = money_unit_read(&p);
    if (dong == MONEY_VND)
        *text = p;
    return unit / 2;
}

/* «50.000.000,-»: the mark says that nothing follows. */
static const char *pass_closing(const char *text)
{
    static const char *const closings[] = {",-", ".-", ",–", ",--"};
    for (size_t i = 0; i < sizeof closings / sizeof *closings; i++) {
        size_t length = strlen(closings[i]);
        if (strncmp(text, closings[i], length) == 0 && !is_digit(*skip_spaces(text + length)))
            return text + length;
    }
    return text;
}

static int check_limit(int64_t vnd, struct money_rules rules, struct error *error)
{
    if (rules.limit == 0 || vnd / rules.unit < rules.limit)
        return 0;
    if (rules.limit == MONEY_LIMIT_UNSTATED)
        error_set(error, ERROR_DATA,
                  "is too large for million đồng, and no unit is stated: expected one in the "
                  "column's heading");
    else
        error_set(error, ERROR_DATA,
                  "is too large for the unit of its column: expected another one with the figure");
    return error_settle(error, SETTLED_BY_UNIT);
}

/* Reads a figure and its unit, which is smaller than `*larger`, the unit of the figure before. */
static int read_part(const char **text, struct money_rules rules, int64_t *larger, int64_t *vnd,
                     struct error *error)
{
    struct figure figure;
    if (read_figure(text, rules.decimal_mark, &figure, error) != 0)
        return -1;
    *text = pass_closing(*text);
    int64_t unit = read_unit(text);
    if (unit < 0 || (*larger > 0 && (unit == 0 || unit >= *larger)))
        return no_amount(error);
    if (scale(&figure, unit > 0 ? unit : rules.unit, vnd, error) != 0)
        return -1;
    if (unit == 0 && check_limit(*vnd, rules, error) != 0)
        return -1;
    if (!money_add(vnd, read_half(text, unit)))
        return error_set(error, ERROR_DATA, "is larger than can be counted");
    *larger = unit > 0 ? unit : MONEY_VND;
    *text = skip_spaces(*text);
    return 0;
}

static int read_amount(const char *text, struct money_rules rules, int64_t *vnd,
                       struct error *error)
{
    *vnd = 0;
    if (money_words_read(text, vnd))
        return 0;
    *vnd = 0;
    for (int64_t larger = 0, part = 0; *text != '\0';) {
        if (read_part(&text, rules, &larger, &part, error) != 0)
            return -1;
        if (!money_add(vnd, part))
            return error_set(error, ERROR_DATA, "is larger than can be counted");
    }
    return 0;
}

int money_parse(const char *text, struct money_rules rules, int64_t *vnd, struct error *error)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    int status;
    if (lower.length == 0 || breaks_figure(text))
        status = no_amount(error);
    else
        status = read_amount(lower.text, rules, vnd, error);
    strbuf_release(&lower);
    return status;
}

const char *money_format(char buffer[MONEY_TEXT_SIZE], int64_t vnd, int64_t unit, char group_mark,
                         char decimal_mark)
{
    uint64_t size = vnd < 0 ? 0 - (uint64_t)vnd : (uint64_t)vnd;
    uint64_t rest = size % (uint64_t)unit;
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%" PRIu64, size / (uint64_t)unit);
    char *out = buffer;
    if (vnd < 0)
        *out++ = '-';
    for (int i = 0; i < count; i++) {
        if (i > 0 && (count - i) % 3 == 0 && group_mark != 0)
            *out++ = group_mark;
        *out++ = digits[i];
    }
    if (rest > 0)
        *out++ = decimal_mark;
    for (uint64_t place = (uint64_t)unit / 10; rest > 0; place /= 10) {
        *out++ = (char)('0' + rest / place);
        rest %= place;
    }
    *out = '\0';
    return buffer;
}
