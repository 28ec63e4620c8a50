// SPDX-License-Identifier: MIT
#include "base/lang.h"

#include "base/message.h"
#include "base/money.h"

#include <string.h>

const char *const lang_names[LANG_COUNT + 1] = {"en", "vi", NULL};

enum lang lang_of_locale(const char *locale)
{
    return locale != NULL && strncmp(locale, "vi", 2) == 0 ? LANG_VI : LANG_EN;
}

static void add_figure(struct strbuf *out, enum lang lang, int64_t value, int64_t unit)
{
    char buffer[MONEY_TEXT_SIZE];
    char group = lang == LANG_VI ? '.' : ',', decimal = lang == LANG_VI ? ',' : '.';
    strbuf_adds(out, money_format(buffer, value, unit, group, decimal));
}

void lang_add_count(struct strbuf *out, enum lang lang, uint64_t count)
{
    add_figure(out, lang, (int64_t)count, 1);
}

void lang_add_plural(struct strbuf *out, enum lang lang, size_t count, const char *one,
                     const char *many)
{
    lang_add_count(out, lang, count);
    strbuf_addf(out, " %s", message_plural(one, many, count));
}

void lang_add_millions(struct strbuf *out, enum lang lang, int64_t vnd)
{
    add_figure(out, lang, vnd, MONEY_MILLION);
}

void lang_add_date(struct strbuf *out, enum lang lang, struct date date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    if (lang == LANG_VI)
        strbuf_addf(out, "%d/%d/%d", date.day, date.month, date.year);
    else
        strbuf_addf(out, "%d %s %d", date.day, months[date.month - 1], date.year);
}
