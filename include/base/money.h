// SPDX-License-Identifier: MIT
/*
 * Money: a 64-bit count of đồng, never floating point. Figures are Vietnamese: `.` groups
 * thousands («1.000» is one thousand), `,` is the decimal mark. Those that can only be English
 * («1,000,000», «2.5») are read as such. What can be read two ways («1,000»), is not a whole number
 * of đồng, or does not fit is an error, never a guess.
 */
#ifndef BASE_MONEY_H
#define BASE_MONEY_H

#include "base/error.h"

#include <stdbool.h>
#include <stdint.h>

/* Units are their number of đồng: đồng, nghìn, triệu, tỷ. */
#define MONEY_VND INT64_C(1)
#define MONEY_THOUSAND INT64_C(1000)
#define MONEY_MILLION INT64_C(1000000)
#define MONEY_BILLION INT64_C(1000000000)

/* Long enough for any amount as money_format writes it, NUL included. */
#define MONEY_TEXT_SIZE 40

/*
 * Bare figures from which on nobody believes them to be million đồng: so many where the document
 * states no unit, and where it states million or more.
 */
#define MONEY_LIMIT_UNSTATED INT64_C(100000)
#define MONEY_LIMIT_STATED INT64_C(1000000)

/* What figures are read by: the unit of a bare figure, and the decimal mark where one is named. */
struct money_rules {
    int64_t unit;
    char decimal_mark; /* '.', ',' or 0: Vietnamese figures, ambiguous ones refused */
    int64_t limit;     /* a bare figure of so many units or more is refused; 0: none is */
};

/*
 * Reads an amount: a figure («1.000», «1 000», «0,5») with or without a unit of its own («1,2 tỷ»,
 * «500 nghìn đồng», «1 tỷ 200 triệu», «500k»), or one in words («năm trăm triệu đồng»). On failure
 * `error` says what was wrong; its place is the caller's to add.
 */
int money_parse(const char *text, struct money_rules rules, int64_t *vnd, struct error *error);

/*
 * The unit that a header or a JSON `unit` names («triệu VNĐ», «1.000 đồng», "million"), 0 where it
 * names none, MONEY_UNIT_WRONG where it is none of ours («USD», «100 đồng») or two. «đồng» is a
 * unit where it stands alone, in brackets or behind a colon, never as a word of a name («Lâm
 * Đồng»).
 */
#define MONEY_UNIT_WRONG INT64_C(-1)
#define MONEY_UNIT_MAX (1000 * MONEY_BILLION)
int64_t money_unit_find(const char *text);

/* The names that options and settings have for the four units, up to NULL, and their đồng. */
extern const char *const money_unit_names[];
extern const int64_t money_named_units[];

/* Adds, or returns false on overflow and leaves `*total` as it was. */
bool money_add(int64_t *total, int64_t vnd);

/*
 * The amount in `unit`, exact: 1285000000 in million is "1,285" with group mark ',' and decimal
 * mark '.'. Group mark 0 writes bare digits.
 */
const char *money_format(char buffer[MONEY_TEXT_SIZE], int64_t vnd, int64_t unit, char group_mark,
                         char decimal_mark);

#endif
