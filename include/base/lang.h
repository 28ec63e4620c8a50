// SPDX-License-Identifier: MIT
/*
 * The languages that people read answers in, and how each writes figures and dates. The program is
 * written in English; another language that is built in is data/NAME.po and its row in base/lang.c.
 * Any other is read from a catalogue that was installed, one in a process; it writes dates as ISO
 * does.
 */
#ifndef BASE_LANG_H
#define BASE_LANG_H

#include "base/catalogue.h"
#include "base/date.h"
#include "base/strbuf.h"

#include <stdint.h>

#define LANG_TEXT_SIZE 48

/* An index of lang_names; these are spoken of by name. */
enum lang { LANG_EN, LANG_VI, LANG_INSTALLED };

/* "en", "vi", the installed language that was opened, if any, then NULL. */
extern const char *lang_names[LANG_INSTALLED + 2];

/*
 * Finds a language by its name («fr»), or the one of a locale's («fr_CA.UTF-8» is fr_CA, else fr).
 * One that is not built in is read from FOLDER/NAME/LC_MESSAGES/cchc.mo and takes the place of the
 * one that was read before. Returns 1; 0 where there is no such language; -1 with an error where
 * its catalogue cannot be read. `folder` may be NULL: none is installed.
 */
int lang_open(enum lang *lang, const char *name, const char *folder, struct error *error);

/*
 * Returns the language of the environment: the first that there is of $LANGUAGE («fr:vi»), which
 * counts only with a locale other than C, C.UTF-8 and POSIX (GNU gettext manual, 2.3.3), else the
 * locale's, else English. A catalogue that cannot be read is passed over. Takes NULL.
 */
enum lang lang_of_environment(const char *wanted, const char *locale, const char *folder);

/* The catalogue of its messages; NULL for English. */
const struct catalogue *lang_catalogue(enum lang lang);

/* 1285 as «1,285» or «1.285». */
void lang_add_count(struct strbuf *out, enum lang lang, uint64_t count);

/* «6 tasks», «1 task». */
void lang_add_plural(struct strbuf *out, enum lang lang, size_t count, const char *one,
                     const char *many);

/* Money in millions, exact: «1,285.5» or «1.285,5». */
void lang_add_millions(struct strbuf *out, enum lang lang, int64_t vnd);

/* A share in thousandths, from 0: «11.4 %» or «11,4 %». */
void lang_add_share(struct strbuf *out, enum lang lang, int64_t thousandths);

/*
 * «30 June 2021» or «30/6/2021», where days below 10 and the months 1 and 2 have a zero (Decree
 * 30/2020/NĐ-CP, annex I: no figure can then be put before them). The date must be set.
 */
void lang_add_date(struct strbuf *out, enum lang lang, struct date date);

/* A date in a table: 2021-06-30 or 30/06/2021. */
void lang_add_day(struct strbuf *out, enum lang lang, struct date date);

/* The same into a buffer, as words of a sentence; each returns it. */
/* A quarter, 1 to 4, in the language in use: «Q1», «Quý I». */
const char *lang_quarter(int quarter);

const char *lang_count(char text[LANG_TEXT_SIZE], enum lang lang, uint64_t count);
const char *lang_millions(char text[LANG_TEXT_SIZE], enum lang lang, int64_t vnd);
const char *lang_date(char text[LANG_TEXT_SIZE], enum lang lang, struct date date);

/* Thousandths as a figure of hundredths: «11.4», «0.0». */
const char *lang_percent(char text[LANG_TEXT_SIZE], enum lang lang, int64_t thousandths);

#endif
