// SPDX-License-Identifier: MIT
/* Which item of an old plan is which of a new one: pairs, each item in at most one. */
#ifndef PLAN_DIFF_PAIRING_H
#define PLAN_DIFF_PAIRING_H

#include <stddef.h>

#define UNMATCHED ((size_t)-1)

enum plan_side { PLAN_OLD, PLAN_NEW, PLAN_SIDES };

/* Of each item on a side, by its index in its plan: the index of the other side's, or UNMATCHED. */
struct pairing {
    size_t counts[PLAN_SIDES];
    size_t *partners[PLAN_SIDES];
};

/* Starts with so many items on each side, none of which has a partner; the caller releases it. */
void pairing_init(struct pairing *pairing, size_t old, size_t new);
void pairing_release(struct pairing *pairing);

/* Makes two items partners. */
void pairing_add(struct pairing *pairing, size_t old, size_t new);

#endif
