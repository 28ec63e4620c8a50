// SPDX-License-Identifier: MIT
/*
 * The words of data/column-words.csv, and a search for them in headings. A line of the file has a
 * meaning, its words, their weight at the start of a part of a heading (parts are separated by
 * commas, slashes, brackets and «và»), their weight behind other known words of the part, and the
 * only role behind which that second weight is full. Case never counts. Marks count only if «=»
 * stands before the words and the heading has marks at all. «^» means that the words must be a
 * whole part, «!» that they must be the whole heading. A meaning that begins with «+» is a trait:
 * it refines the role that other words give, and its words may stand anywhere in a heading.
 */
#ifndef READ_TABLE_COLUMN_WORDS_H
#define READ_TABLE_COLUMN_WORDS_H

#include "read/table/column_role.h"
#include "read/table/heading.h"

#include <stddef.h>

/* The meanings of words: a role, or something that makes a role together with other words. */
enum {
    MEANING_OFFICE = ROLES, /* «cơ quan»: who leads, unless words say that it coordinates */
    MEANING_FUND,           /* «NSTW»: a budget, of one source */
    MEANING_UNIT, /* «ĐVT»: ignored if a unit of money follows, else a column without a role */
    MEANING_COUNT
};

/* The traits of a heading's words, as bits. TRAIT_OFFICE marks the words with which an office's
 * name begins. */
enum {
    TRAIT_DEADLINE = 1,   /* +deadline */
    TRAIT_END = 1 << 1,   /* +end: with a start it is both ends */
    TRAIT_TOTAL = 1 << 2, /* +total: of the columns beside it */
    TRAIT_QUANTITY = 1 << 3,
    TRAIT_STATE = 1 << 4, /* +state: of the state's money «NSTW» and «NSĐP» are shares */
    TRAIT_SHARE = 1 << 5,
    TRAIT_CHAIR = 1 << 6, /* +chair: no person's word */
    TRAIT_PERCENTAGE = 1 << 7,
    TRAIT_PARTIAL = 1 << 8, /* +partial: money of one kind */
    TRAIT_OFFICE = 1 << 9,
};

/* The meaning of a phrase in a heading. */
struct word_match {
    int meaning;             /* an enum column_role, or more; -1: no phrase begins here */
    unsigned weight, within; /* as the first of its segment, and after another one */
    int after;               /* what that one must say, -1: anything */
    size_t length;           /* in words */
};

/* Returns the longest phrase that begins at a word of the heading and ends in its segment. */
struct word_match column_words_match(struct column_words *words, const struct heading *heading,
                                     size_t at);

/* Returns the traits of the phrases that stand in a heading. */
unsigned column_words_traits(struct column_words *words, const struct heading *heading);

/* Returns whether a cell begins as the name of an office. */
bool column_words_begin_office(struct column_words *words, const char *cell);

#endif
