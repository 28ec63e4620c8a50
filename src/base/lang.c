// SPDX-License-Identifier: MIT
#include "base/lang.h"

#include "base/embed.h"
#include "base/file.h"
#include "base/message.h"
#include "base/money.h"

#include <errno.h>
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

static void write_iso(char text[LANG_TEXT_SIZE], struct date date)
{
    char iso[DATE_TEXT_SIZE];
    snprintf(text, LANG_TEXT_SIZE, "%s", date_format(iso, date));
}

/* The last row is the installed language's; its marks come from its catalogue. */
static struct language {
    char group, decimal; /* of numbers */
    bool day_first;      /* in tables; otherwise the ISO form */
    void (*write_date)(char text[LANG_TEXT_SIZE], struct date date);
} languages[] = {
    {',', '.', false, write_month_named},
    {'.', ',', true, write_day_first},
    {' ', '.', false, write_iso},
};
enum { NAME_SIZE = 24 };
const char *lang_names[LANG_INSTALLED + 2] = {"en", "vi"};
_Static_assert(sizeof lang_names / sizeof *lang_names == sizeof languages / sizeof *languages + 1,
               "each language has its name");

/* The language that was read from an installed catalogue. */
static struct {
    char name[NAME_SIZE];
    struct strbuf bytes, path;
    struct catalogue catalogue;
} installed;

const struct catalogue *lang_catalogue(enum lang lang)
{
    static struct catalogue vietnamese;
    if (lang == LANG_VI && vietnamese.bytes == NULL) {
        struct error none; /* msgfmt's output has no errors */
        catalogue_open(&vietnamese, messages_vi_start,
                       (size_t)(messages_vi_end - messages_vi_start), &none);
        vietnamese.trusted = true;
    }
    return lang == LANG_EN ? NULL : lang == LANG_VI ? &vietnamese : &installed.catalogue;
}

/* Takes the marks from the catalogue's translation of 1,234.5; the group mark is one character, any
 * kind of space, or missing. */
static void take_marks(struct language *language, const struct catalogue *catalogue)
{
    const char *figure = catalogue_find(catalogue, NC_("figure", "1,234.5"), 1);
    const char *rest = figure != NULL ? strstr(figure, "234") : NULL;
    language->group = ' ';
    language->decimal = '.';
    if (rest == NULL || *figure != '1' ||
        (strcmp(rest, "234.5") != 0 && strcmp(rest, "234,5") != 0))
        return;
    language->decimal = rest[3];
    if (rest == figure + 1)
        language->group = '\0';
    else if (rest == figure + 2 && strchr(".,'", figure[1]) != NULL && figure[1] != rest[3])
        language->group = figure[1];
}

/* Keeps the language that was read before, if this one cannot be read. */
static int open_installed(const char *name, const char *folder, struct error *error)
{
    struct strbuf bytes = {0};
    struct catalogue catalogue;
    int status = -1;
    strbuf_clear(&installed.path);
    strbuf_addf(&installed.path, "%s/%s/LC_MESSAGES/cchc.mo", folder, name);
    if (file_read(&bytes, installed.path.text) == 0)
        status = catalogue_open(&catalogue, strbuf_text(&bytes), bytes.length, error);
    else if (errno == ENOENT || errno == ENOTDIR)
        status = 0;
    else
        error_set(error, ERROR_SYSTEM, "%s", message_of_errno(errno));
    if (status != 0 || bytes.length == 0) {
        strbuf_release(&bytes);
        error->path = installed.path.text;
        return status;
    }
    strbuf_release(&installed.bytes);
    installed.bytes = bytes;
    installed.catalogue = catalogue;
    snprintf(installed.name, sizeof installed.name, "%s", name);
    lang_names[LANG_INSTALLED] = installed.name;
    take_marks(&languages[LANG_INSTALLED], &catalogue);
    return 1;
}

/* The name becomes part of a path, so it has only letters, digits and «_». */
static int open_name(enum lang *lang, const char *name, const char *folder, struct error *error)
{
    for (int i = LANG_EN; i < LANG_INSTALLED; i++)
        if (strcmp(name, lang_names[i]) == 0) {
            *lang = (enum lang)i;
            return 1;
        }
    *lang = LANG_INSTALLED;
    if (lang_names[LANG_INSTALLED] != NULL && strcmp(name, lang_names[LANG_INSTALLED]) == 0)
        return 1;
    return folder != NULL && *name != '\0' ? open_installed(name, folder, error) : 0;
}

int lang_open(enum lang *lang, const char *name, const char *folder, struct error *error)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
    char typed[NAME_SIZE];
    size_t length = strcspn(name, ".@");
    if (length >= sizeof typed || strspn(name, letters) != length)
        return 0;
    snprintf(typed, sizeof typed, "%.*s", (int)length, name);
    int status = open_name(lang, typed, folder, error);
    char *country = strchr(typed, '_');
    if (status != 0 || country == NULL)
        return status;
    *country = '\0';
    return open_name(lang, typed, folder, error);
}

enum lang lang_of_environment(const char *wanted, const char *locale, const char *folder)
{
    enum lang lang;
    struct error ignored;
    char name[NAME_SIZE];
    if (locale == NULL || strncmp(locale, "C.", 2) == 0 || strcmp(locale, "C") == 0 ||
        strcmp(locale, "POSIX") == 0)
        return LANG_EN;
    for (size_t length; wanted != NULL && *wanted != '\0'; wanted += length) {
        length = strcspn(wanted, ":");
        snprintf(name, sizeof name, "%.*s", (int)(length < NAME_SIZE ? length : 0), wanted);
        if (lang_open(&lang, name, folder, &ignored) > 0)
            return lang;
        length += wanted[length] == ':';
    }
    return lang_open(&lang, locale, folder, &ignored) > 0 ? lang : LANG_EN;
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
