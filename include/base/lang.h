// SPDX-License-Identifier: MIT
/*
 * The languages of the program's output, and how each writes numbers and dates. The source is in
 * English; another built-in language is data/NAME.po and its row in base/lang.c. Any other is read
 * from an installed catalogue, one per process, and writes dates in the ISO form.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/catalogue.h"
#include "base/date.h"
#include "base/strbuf.h"

#include <stdint.h>

#define LANG_TEXT_SIZE 48

/* An index into lang_names. Code may name these languages. */
enum lang { LANG_EN, LANG_VI, LANG_INSTALLED };

/* "en", "vi", the installed language if one was opened, then NULL. */
extern const char *lang_names[LANG_INSTALLED + 2];

/*
 * Finds a language by its name («fr») or by a locale («fr_CA.UTF-8»: fr_CA, else fr). One that is
 * not built in is read from FOLDER/NAME/LC_MESSAGES/cchc.mo and replaces the one read before.
 * Returns 1; 0 if there is no such language; -1 with an error if its catalogue cannot be read.
 * `folder` may be NULL: none is installed.
 */
int lang_open(enum lang *lang, const char *name, const char *folder, struct error *error);

/*
 * Returns the language of the environment: the first available one of `wanted` ($LANGUAGE,
 * «fr:vi»), else the locale's, else English. The locales C, C.UTF-8 and POSIX mean English,
 * whatever is wanted (GNU gettext manual, 2.3.3). Skips catalogues that cannot be read. `wanted`
 * and `locale` may be NULL.
 */
enum lang lang_of_environment(const char *wanted, const char *locale, const char *folder);

/* Returns the catalogue of the language's messages; NULL for English. */
const struct catalogue *lang_catalogue(enum lang lang);

/* Appends a number with grouped thousands: «1,285» or «1.285». */
void lang_add_count(struct strbuf *out, enum lang lang, uint64_t count);

/* Appends a number and the noun in its plural form: «6 tasks», «1 task». */
void lang_add_plural(struct strbuf *out, enum lang lang, size_t count, const char *one,
                     const char *many);

/* Appends an amount in millions, exact: «1,285.5» or «1.285,5». */
void lang_add_millions(struct strbuf *out, enum lang lang, int64_t vnd);

/* Appends a share as a percentage; `thousandths` is not negative: «11.4%» or «11,4%». */
void lang_add_share(struct strbuf *out, enum lang lang, int64_t thousandths);

/*
 * Appends «30 June 2021» or «30/6/2021». In Vietnamese, days below 10 and the months 1 and 2 get a
 * leading zero (Decree 30/2020/NĐ-CP, annex I), so that no digit can be put before them. The date
 * must be set.
 */
void lang_add_date(struct strbuf *out, enum lang lang, struct date date);

/* Appends a date for a table: 2021-06-30 or 30/06/2021. An unset date gives no text in the ISO
 * form. */
void lang_add_day(struct strbuf *out, enum lang lang, struct date date);

/* Returns the name of a quarter, 1 to 4, in the language of base/message.h: «Q1», «Quý I». */
const char *lang_quarter(int quarter);

/* Write the texts of the functions above into `text`, and return it. */
const char *lang_count(char text[LANG_TEXT_SIZE], enum lang lang, uint64_t count);
const char *lang_millions(char text[LANG_TEXT_SIZE], enum lang lang, int64_t vnd);
const char *lang_date(char text[LANG_TEXT_SIZE], enum lang lang, struct date date);

/* Writes thousandths as a percentage without its sign: «11.4», «0.0». Returns `text`. */
const char *lang_percent(char text[LANG_TEXT_SIZE], enum lang lang, int64_t thousandths);

#endif
