// SPDX-License-Identifier: MIT
/* What a plan gives a task: an amount, words, or nothing. */
#ifndef PLAN_BUDGET_H
#define PLAN_BUDGET_H

#include "base/error.h"
#include "base/money.h"

enum budget_kind {
    BUDGET_MISSING,     /* a blank cell */
    BUDGET_UNSPECIFIED, /* words: «Theo quy định» */
    BUDGET_AMOUNT,      /* an amount, which may be 0 */
};
_Static_assert(BUDGET_MISSING < BUDGET_UNSPECIFIED && BUDGET_UNSPECIFIED < BUDGET_AMOUNT,
               "sorted, amounts come first and blanks last");

struct budget {
    enum budget_kind kind;
    int64_t vnd; /* 0 unless an amount */
};

/*
 * Reads a budget cell (NULL where blank). An amount may have its source with it: «50 (NS tỉnh)»,
 * «Ngân sách tỉnh: 50», «200 (NSTW 150; NSĐP 50)». What begins like a figure, or has an amount
 * somewhere in its words («khoảng 200»), must be read as one, else it is an error; dashes or dots
 * alone are a blank; anything else is words. `error` gets the sentence, no place.
 */
int budget_parse(const char *text, struct money_rules rules, struct budget *budget,
                 struct error *error);

#endif
