// SPDX-License-Identifier: MIT
/*
 * Money: a 64-bit count of đồng, never floating point. Figures are Vietnamese: `.` groups thousands
 * («1.000» is one thousand), `,` is the decimal mark. Figures that can only be English
 * («1,000,000», «2.5») are read as English. A figure that can be read two ways («1,000»), is not a
 * whole number of đồng, or does not fit is an error, never a guess.
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* A unit is its number of đồng: đồng, nghìn, triệu, tỷ. */
#define MONEY_VND INT64_C(1)
#define MONEY_THOUSAND INT64_C(1000)
#define MONEY_MILLION INT64_C(1000000)
#define MONEY_BILLION INT64_C(1000000000)

/* Holds any amount that money_format writes, NUL included. */
#define MONEY_TEXT_SIZE 40

/*
 * From so many units on, a figure without its own unit is implausible: the limits for a document
 * that states no unit, and for one that states million or more.
 */
#define MONEY_LIMIT_UNSTATED INT64_C(100000)
#define MONEY_LIMIT_STATED INT64_C(1000000)

/* How figures are read: the unit of those that have none, and the decimal mark if the user named
 * one. */
struct money_rules {
    int64_t unit;
    char decimal_mark; /* '.', ',' or 0: Vietnamese, ambiguous figures refused */
    int64_t limit;     /* refuses a unitless figure of this many units or more; 0: none */
};

/*
 * Reads an amount: a figure («1.000», «1 000», «0,5») with or without its own unit («1,2 tỷ», «500
 * nghìn đồng», «1 tỷ 200 triệu», «500k»), or one in words («năm trăm triệu đồng»). Returns 0, or -1
 * with an error; the caller adds its location.
 */
int money_parse(const char *text, struct money_rules rules, int64_t *vnd, struct error *error);

/*
 * Returns the unit that a heading or a JSON `unit` names («triệu VNĐ», «1.000 đồng», "million"), 0
 * if it names none, or MONEY_UNIT_WRONG if it names two or one that is not supported («USD», «100
 * đồng»). «đồng» is a unit if it stands alone, in brackets or after a colon, but not as part of a
 * name («Lâm Đồng»).
 */
#define MONEY_UNIT_WRONG INT64_C(-1)
#define MONEY_UNIT_MAX (1000 * MONEY_BILLION)
int64_t money_unit_find(const char *text);

/*
 * The names of the four units in options and settings, ending with NULL, and their values in đồng.
 */
extern const char *const money_unit_names[];
extern const int64_t money_named_units[];

/* Adds `vnd` to `*total`. On overflow returns false and leaves `*total` unchanged. */
bool money_add(int64_t *total, int64_t vnd);

/* Writes the amount in `unit`, exact: 1285000000 in million is "1,285" with group mark ',' and
 * decimal mark '.'. Group mark 0 groups nothing. Returns `buffer`. */
const char *money_format(char buffer[MONEY_TEXT_SIZE], int64_t vnd, int64_t unit, char group_mark,
                         char decimal_mark);

#endif
