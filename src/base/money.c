// SPDX-License-Identifier: MIT
#include "base/money.h"

#include "base/strbuf.h"
#include "base/text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/*
 * Unit words in lower case. With their marks, since without them a company («công ty») would be a
 * billion and a budget («ngân sách») a thousand; bare only where nothing else is written so.
 */
static const struct unit_word {
    const char *word;
    int64_t unit;
} unit_words[] = {
    {"tỷ", MONEY_BILLION},     {"tỉ", MONEY_BILLION},      {"billion", MONEY_BILLION},
    {"triệu", MONEY_MILLION},  {"trieu", MONEY_MILLION},   {"trđ", MONEY_MILLION},
    {"tr", MONEY_MILLION},     {"million", MONEY_MILLION}, {"nghìn", MONEY_THOUSAND},
    {"nghin", MONEY_THOUSAND}, {"ngàn", MONEY_THOUSAND},   {"thousand", MONEY_THOUSAND},
    {"đồng", MONEY_VND},       {"dong", MONEY_VND},        {"vnđ", MONEY_VND},
    {"vnd", MONEY_VND},        {"đ", MONEY_VND},           {"₫", MONEY_VND},
};

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " ");
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]))
        length++;
    return length;
}

static int64_t unit_of_word(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++)
        if (strlen(unit_words[i].word) == length && strncmp(unit_words[i].word, word, length) == 0)
            return unit_words[i].unit;
    return 0;
}

/* «1.000 đồng» as a unit: what the figure before the word multiplies it by; 0 for no such unit. */
static int64_t figure_before(const char *start, const char *word)
{
    int64_t factor = 1;
    int zeros = 0;
    const char *p = word;
    while (p > start && p[-1] == ' ')
        p--;
    if (p == start || p[-1] < '0' || p[-1] > '9')
        return 1;
    for (; p > start && (p[-1] == '0' || p[-1] == '.' || p[-1] == ','); p--)
        if (p[-1] == '0' && ++zeros <= 9)
            factor *= 10;
    bool one = p > start && p[-1] == '1' && (p - 1 == start || p[-2] < '0' || p[-2] > '9');
    return one && (zeros == 3 || zeros == 6 || zeros == 9) ? factor : 0;
}

static bool is_foreign(const char *word, size_t length)
{
    static const char *const currencies[] = {"usd", "eur", "jpy", "cny", "gbp", "euro"};
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        if (strlen(currencies[i]) == length && strncmp(currencies[i], word, length) == 0)
            return true;
    return false;
}

int64_t money_unit_find(const char *text)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    int64_t found = 0;
    const char *start = strbuf_text(&lower);
    for (const char *p = start; *p != '\0' && found != MONEY_UNIT_WRONG;) {
        size_t length = word_length(p);
        int64_t unit = unit_of_word(p, length), factor = unit > 0 ? figure_before(start, p) : 1;
        if (is_foreign(p, length) || factor == 0)
            found = MONEY_UNIT_WRONG;
        else if (unit > 0 && found <= MONEY_VND)
            found = unit * factor;
        p += length > 0 ? length : 1;
    }
    strbuf_release(&lower);
    return found;
}

/* «Ngân sách tỉnh: 100»: what the words lead up to. */
static bool ends_in_figure(const char *text)
{
    const char *colon = strrchr(text, ':'), *figure = colon != NULL ? colon + 1 : "";
    figure += strspn(figure, " ");
    return *figure != '\0' && strspn(figure, "0123456789., ") == strlen(figure);
}

bool money_stands_in(const char *text)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    bool found = ends_in_figure(strbuf_text(&lower));
    for (const char *p = strbuf_text(&lower); *p != '\0' && !found;) {
        size_t digits = strspn(p, "0123456789.,");
        const char *word = p + digits + strspn(p + digits, " ");
        found = digits > 0 && unit_of_word(word, word_length(word)) > 0;
        p += digits > 0 ? digits : 1;
    }
    strbuf_release(&lower);
    return found;
}

bool money_add(int64_t *total, int64_t vnd)
{
    int64_t sum;
    if (__builtin_add_overflow(*total, vnd, &sum))
        return false;
    *total = sum;
    return true;
}

/* A figure taken apart: its digits, and how many of them stand after the decimal mark. */
struct figure {
    char digits[40];
    int count, decimals;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Digits in groups of three after `mark`; returns the bytes that belong to the whole part. */
static size_t grouped_length(const char *text, char mark)
{
    size_t lead = strspn(text, "0123456789"), end = lead;
    if (lead > 3 || lead == 0 || text[0] == '0')
        return lead;
    while (text[end] == mark && strspn(text + end + 1, "0123456789") == 3)
        end += 4;
    return end;
}

static int add_digits(struct figure *figure, const char *text, size_t length, bool decimals)
{
    for (size_t i = 0; i < length; i++) {
        if (!is_digit(text[i]))
            continue;
        if (figure->count == (int)sizeof figure->digits)
            return -1;
        figure->digits[figure->count++] = text[i];
        figure->decimals += decimals;
    }
    return 0;
}

/* «1,000» with nothing else to tell: a thousand in English, one in Vietnamese. */
static bool is_ambiguous(const char *text, size_t whole)
{
    return text[whole] == ',' && whole <= 3 && text[0] != '0' && memchr(text, '.', whole) == NULL &&
           memchr(text, ' ', whole) == NULL && strspn(text + whole + 1, "0123456789") == 3 &&
           (text[whole + 4] != '.' || !is_digit(text[whole + 5]));
}

static int no_amount(struct error *error)
{
    return error_set(error, ERROR_DATA,
                     "is no amount: expected a figure, or one with đồng, nghìn, triệu or tỷ");
}

/* Reads a figure at *text and moves past it; -1 with the reason where it is none. */
static int read_figure(const char **text, char named_mark, struct figure *figure,
                       struct error *error)
{
    *figure = (struct figure){0};
    const char *p = *text;
    char decimal = named_mark == '.' ? '.' : ',', group = decimal == '.' ? ',' : '.';
    size_t whole = grouped_length(p, group);
    if (whole == strspn(p, "0123456789"))
        whole = grouped_length(p, ' ');
    if (whole == 0)
        return no_amount(error);
    if (named_mark == 0 && is_ambiguous(p, whole))
        return error_set(
            error, ERROR_DATA,
            "can be read two ways: expected %.*s.%.3s for thousands, or --decimal-mark "
            "to say what the comma is",
            (int)whole, p, p + whole + 1);
    int fits = add_digits(figure, p, whole, false);
    p += whole;
    if (*p == decimal && is_digit(p[1])) {
        size_t decimals = strspn(p + 1, "0123456789");
        fits |= add_digits(figure, p + 1, decimals, true);
        p += decimals + 1;
    }
    if (fits != 0)
        return error_set(error, ERROR_DATA, "has too many digits");
    if ((*p == '.' || *p == ',') && is_digit(p[1]))
        return error_set(error, ERROR_DATA,
                         "is not a figure as written here: '%c' groups thousands, '%c' is the "
                         "decimal mark",
                         group, decimal);
    *text = p;
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

/* A unit and «đồng» after it; 0 where no word follows, -1 where it is no unit. */
static int64_t read_unit(const char **text)
{
    const char *p = skip_spaces(*text);
    bool bracket = *p == '(';
    p = skip_spaces(p + bracket);
    size_t length = word_length(p);
    if (length == 0)
        return bracket ? -1 : 0;
    int64_t unit = unit_of_word(p, length);
    if (unit == 0)
        return -1;
    p += length;
    if (*p == '.')
        p++;
    const char *next = skip_spaces(p);
    size_t next_length = word_length(next);
    if (unit > MONEY_VND && next_length > 0 && unit_of_word(next, next_length) == MONEY_VND)
        p = next + next_length + (next[next_length] == '.');
    p = bracket ? skip_spaces(p) : p;
    if (bracket && *p != ')')
        return -1;
    *text = p + bracket;
    return unit;
}

static int read_amount(const char *text, struct money_rules rules, int64_t *vnd,
                       struct error *error)
{
    *vnd = 0;
    for (int64_t larger = 0; *text != '\0';) {
        struct figure figure;
        if (read_figure(&text, rules.decimal_mark, &figure, error) != 0)
            return -1;
        int64_t unit = read_unit(&text), part = 0;
        if (unit < 0 || (larger > 0 && (unit == 0 || unit >= larger)))
            return no_amount(error);
        if (scale(&figure, unit > 0 ? unit : rules.unit, &part, error) != 0)
            return -1;
        if (!money_add(vnd, part))
            return error_set(error, ERROR_DATA, "is larger than can be counted");
        larger = unit > 0 ? unit : MONEY_VND;
        text = skip_spaces(text);
    }
    return 0;
}

int money_parse(const char *text, struct money_rules rules, int64_t *vnd, struct error *error)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    int status;
    if (lower.length == 0)
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
