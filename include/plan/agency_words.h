// SPDX-License-Identifier: MIT
/*
 * The words of data/offices.csv, one per line: «what,words,also».
 *
 *   part      «words» stand for the abbreviation «also» anywhere in a name
 *   kind      only for the first word of a name: «P. Nội vụ»
 *   matter    only for the end of a department's name: «Phòng NV»
 *   begins    a word that offices begin with; `stands`: one that is also a name by itself
 *   common    words that a name without a capital begins with
 *   place     a word after an office's name that says where it is: «tỉnh Cà Mau», «các xã»
 *   several   offices that are named together, next to another one
 *   office    the whole name of a standing office of the country, before or after the mergers of
 *             2025; any other word («sở») is the kind of an office that deals with «words»
 *
 * The file is read at the first question, by any thread.
 */
#ifndef PLAN_AGENCY_WORDS_H
#define PLAN_AGENCY_WORDS_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

/* The position in a name where an abbreviation counts. */
enum brief_position { BRIEF_PART, BRIEF_KIND, BRIEF_MATTER, BRIEF_POSITIONS };

/*
 * Appends a text in the plain form that names are compared in: folded, i for y, all dashes as «-».
 */
void agency_add_plain(struct strbuf *out, const char *text, size_t length);

/* Returns whether a byte of a plain text only separates words. */
bool agency_is_mark(char byte);

/* Returns the words of an abbreviation, as they are in keys, or NULL. Marks in it are ignored. */
const char *agency_words_of(enum brief_position position, const char *brief, size_t length);

/* Returns whether a plain text begins with a word that offices begin with and goes on. Sets `alone`
 * if the whole text is such a word and a name by itself. */
bool agency_words_begin(const char *plain, bool *alone);

/* Returns whether a plain text begins with words of a name without a capital. */
bool agency_words_are_common(const char *plain);

/* Returns whether a key is that of one or several known offices, with or without their place:
 * «sở nội vụ», «ủy ban nhân dân các xã». */
bool agency_is_known(const char *key);

#endif
