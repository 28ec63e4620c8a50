// SPDX-License-Identifier: MIT
/* Pairs of items of an old plan and a new one, each item in at most one pair. */
#ifndef PLAN_DIFF_PAIRING_H
#define PLAN_DIFF_PAIRING_H

#include <stddef.h>

#define UNMATCHED ((size_t)-1)

enum plan_side { PLAN_OLD, PLAN_NEW, PLAN_SIDES };

/* For each side and item index: the index of the partner on the other side, or UNMATCHED. */
struct pairing {
    size_t counts[PLAN_SIDES];
    size_t *partners[PLAN_SIDES];
};

/* Starts with `old` and `new` items, all without a partner. The caller releases it. */
void pairing_init(struct pairing *pairing, size_t old, size_t new);
void pairing_release(struct pairing *pairing);

/* Makes two items partners. */
void pairing_add(struct pairing *pairing, size_t old, size_t new);

#endif
