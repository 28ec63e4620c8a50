// SPDX-License-Identifier: MIT
/*
 * The words of data/offices.csv, a line for each: «what,words,also».
 *
 *   part      «words» stand for the abbreviation «also» wherever it stands in a name
 *   kind      for the first word of a name alone: «P. Nội vụ»
 *   matter    for the end of a department's name alone: «Phòng NV»
 *   begins    a word that offices begin with; `stands`: one that is a name by itself too
 *   common    words that a name without a capital begins with
 *   place     a word behind an office's name that says where it is: «tỉnh Cà Mau», «các xã»
 *   several   offices that are named together, beside another one
 *   office    the country's standing offices, before the mergers of 2025 and after, by their whole
 *             name; any other word («sở») is the kind of an office that is for «words»
 *
 * It is read when it is first asked for, by any thread.
 */
#ifndef PLAN_AGENCY_WORDS_H
#define PLAN_AGENCY_WORDS_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* Where an abbreviation stands for something. */
enum brief_place { BRIEF_PART, BRIEF_KIND, BRIEF_MATTER, BRIEF_PLACES };

/* Appends a text folded, i for y, with all dashes alike: what both sides are compared in. */
void agency_add_plain(struct strbuf *out, const char *text, size_t length);

/* Whether a byte of such a text only divides words. */
bool agency_is_mark(char byte);

/*
 * The words of an abbreviation, as they are in keys; its marks do not count. NULL where it is none.
 */
const char *agency_words_of(enum brief_place place, const char *brief, size_t length);

/*
 * Whether a plain text begins with a word that offices begin with, and `alone`, whether that is a
 * name as it stands.
 */
bool agency_words_begin(const char *plain, bool *alone);

/* Whether it begins with words of a name without a capital. */
bool agency_words_are_common(const char *plain);

/* Whether a key is that of a standing office, or of several, with its place behind it or without:
 * «sở nội vụ», «ủy ban nhân dân các xã». */
bool agency_is_standing(const char *key);

#endif
