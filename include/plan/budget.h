// SPDX-License-Identifier: MIT
/* The budget of a task: an amount, words, or nothing. */
#ifndef PLAN_BUDGET_H
#define PLAN_BUDGET_H

#include "base/error.h"
#include "base/money.h"

enum budget_kind {
    BUDGET_MISSING,     /* the cell is blank */
    BUDGET_UNSPECIFIED, /* words: «Theo quy định» */
    BUDGET_AMOUNT,      /* an amount, possibly 0 */
};
_Static_assert(BUDGET_MISSING < BUDGET_UNSPECIFIED && BUDGET_UNSPECIFIED < BUDGET_AMOUNT,
               "sorted, amounts come first and blanks last");

struct budget {
    enum budget_kind kind;
    int64_t vnd; /* 0 for the other kinds */
};

/*
 * Reads a budget cell (NULL if blank). The source may be next to the amount: «50 (NS tỉnh)», «Ngân
 * sách tỉnh: 50», «200 (NSTW 150; NSĐP 50)». A text that begins like a figure or has an amount
 * among its words («khoảng 200») is an error unless it is an amount as a whole; dashes or dots
 * alone are a blank; anything else is words. Returns 0, or -1 with an error without a location.
 */
int budget_parse(const char *text, struct money_rules rules, struct budget *budget,
                 struct error *error);

#endif
