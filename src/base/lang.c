// SPDX-License-Identifier: MIT
#include "base/lang.h"

#include "base/message.h"
#include "base/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

const char *const lang_names[LANG_COUNT + 1] = {"en", "vi", NULL};

enum lang lang_of_locale(const char *locale)
{
    return locale != NULL && strncmp(locale, "vi", 2) == 0 ? LANG_VI : LANG_EN;
}

static char decimal_mark(enum lang lang)
{
    return lang == LANG_VI ? ',' : '.';
}

static const char *write_figure(char *text, enum lang lang, int64_t value, int64_t unit)
{
    _Static_assert(LANG_TEXT_SIZE >= MONEY_TEXT_SIZE, "a figure fits");
    char group = lang == LANG_VI ? '.' : ',';
    return money_format(text, value, unit, group, decimal_mark(lang));
}

const char *lang_count(char text[LANG_TEXT_SIZE], enum lang lang, uint64_t count)
{
    return write_figure(text, lang, (int64_t)count, 1);
}

void lang_add_count(struct strbuf *out, enum lang lang, uint64_t count)
{
    char text[LANG_TEXT_SIZE];
    strbuf_adds(out, lang_count(text, lang, count));
}

void lang_add_plural(struct strbuf *out, enum lang lang, size_t count, const char *one,
                     const char *many)
{
    lang_add_count(out, lang, count);
    strbuf_addf(out, " %s", message_plural(one, many, count));
}

const char *lang_millions(char text[LANG_TEXT_SIZE], enum lang lang, int64_t vnd)
{
    return write_figure(text, lang, vnd, MONEY_MILLION);
}

void lang_add_millions(struct strbuf *out, enum lang lang, int64_t vnd)
{
    char text[LANG_TEXT_SIZE];
    strbuf_adds(out, lang_millions(text, lang, vnd));
}

const char *lang_percent(char text[LANG_TEXT_SIZE], enum lang lang, int64_t thousandths)
{
    snprintf(text, LANG_TEXT_SIZE, "%" PRId64 "%c%" PRId64, thousandths / 10, decimal_mark(lang),
             thousandths % 10);
    return text;
}

void lang_add_share(struct strbuf *out, enum lang lang, int64_t thousandths)
{
    char text[LANG_TEXT_SIZE];
    strbuf_addf(out, "%s %%", lang_percent(text, lang, thousandths));
}

const char *lang_date(char text[LANG_TEXT_SIZE], enum lang lang, struct date date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (lang == LANG_VI)
        snprintf(text, LANG_TEXT_SIZE, date.month < 3 ? "%02d/%02d/%d" : "%02d/%d/%d", date.day,
                 date.month, date.year);
    else
        snprintf(text, LANG_TEXT_SIZE, "%d %s %d", date.day, months[date.month - 1], date.year);
    return text;
}

void lang_add_date(struct strbuf *out, enum lang lang, struct date date)
{
    char text[LANG_TEXT_SIZE];
    strbuf_adds(out, lang_date(text, lang, date));
}
