// SPDX-License-Identifier: MIT
#include "base/lang.h"

#include "base/embed.h"
#include "base/message.h"
#include "base/money.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

EMBED(messages_vi, MESSAGES "/vi.mo");

static void write_month_named(char text[LANG_TEXT_SIZE], struct date date)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    snprintf(text, LANG_TEXT_SIZE, "%d %s %d", date.day, months[date.month - 1], date.year);
}

static void write_day_first(char text[LANG_TEXT_SIZE], struct date date)
{
    snprintf(text, LANG_TEXT_SIZE, date.month < 3 ? "%02d/%02d/%d" : "%02d/%d/%d", date.day,
             date.month, date.year);
}

static const struct language {
    const char *catalogue;
    char group, decimal; /* marks of figures */
    bool day_first;      /* in tables, else as ISO has it */
    void (*write_date)(char text[LANG_TEXT_SIZE], struct date date);
} languages[] = {
    {NULL, ',', '.', false, write_month_named},
    {messages_vi_start, '.', ',', true, write_day_first},
};
const char *const lang_names[] = {"en", "vi", NULL};
_Static_assert(sizeof lang_names / sizeof *lang_names == sizeof languages / sizeof *languages + 1,
               "each language has its name");

/* The language that a locale's name begins with: «vi», «vi_VN.UTF-8»; -1 for none that is known. */
static int find_lang(const char *locale)
{
    size_t length = strcspn(locale, "_.@:");
    for (int i = 0; lang_names[i] != NULL; i++)
        if (strlen(lang_names[i]) == length && strncmp(locale, lang_names[i], length) == 0)
            return i;
    return -1;
}

/* GNU's rule: wishes do not count where the locale is that of programs. */
static bool is_plain(const char *locale)
{
    return locale == NULL || strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0 ||
           strncmp(locale, "C.", 2) == 0;
}

enum lang lang_of_wishes(const char *wishes, const char *locale)
{
    int found = -1;
    while (wishes != NULL && *wishes != '\0' && found < 0 && !is_plain(locale)) {
        found = find_lang(wishes);
        wishes += strcspn(wishes, ":");
        wishes += *wishes == ':';
    }
    if (found < 0 && locale != NULL)
        found = find_lang(locale);
    return found >= 0 ? (enum lang)found : LANG_EN;
}

const char *lang_catalogue(enum lang lang)
{
    return languages[lang].catalogue;
}

static const char *write_figure(char *text, enum lang lang, int64_t value, int64_t unit)
{
    _Static_assert(LANG_TEXT_SIZE >= MONEY_TEXT_SIZE, "a figure fits");
    return money_format(text, value, unit, languages[lang].group, languages[lang].decimal);
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
    snprintf(text, LANG_TEXT_SIZE, "%" PRId64 "%c%" PRId64, thousandths / 10,
             languages[lang].decimal, thousandths % 10);
    return text;
}

void lang_add_share(struct strbuf *out, enum lang lang, int64_t thousandths)
{
    char text[LANG_TEXT_SIZE];
    strbuf_addf(out, "%s%%", lang_percent(text, lang, thousandths));
}

const char *lang_quarter(int quarter)
{
    static const char *const names[] = {N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4")};
    return message(names[quarter - 1]);
}

const char *lang_date(char text[LANG_TEXT_SIZE], enum lang lang, struct date date)
{
    languages[lang].write_date(text, date);
    return text;
}

void lang_add_date(struct strbuf *out, enum lang lang, struct date date)
{
    char text[LANG_TEXT_SIZE];
    strbuf_adds(out, lang_date(text, lang, date));
}

void lang_add_day(struct strbuf *out, enum lang lang, struct date date)
{
    char text[DATE_TEXT_SIZE];
    if (languages[lang].day_first)
        lang_add_date(out, lang, date);
    else
        strbuf_adds(out, date_format(text, date));
}
