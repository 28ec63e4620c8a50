// SPDX-License-Identifier: MIT
#include "plan/diff/pairing.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void pairing_init(struct pairing *pairing, size_t old, size_t new)
{
    pairing->counts[PLAN_OLD] = old;
    pairing->counts[PLAN_NEW] = new;
    for (int side = 0; side < PLAN_SIDES; side++) {
        size_t size = pairing->counts[side] * sizeof *pairing->partners[side];
        pairing->partners[side] = memset(memory_alloc(size), 0xFF, size); /* all UNMATCHED */
    }
}

void pairing_release(struct pairing *pairing)
{
    for (int side = 0; side < PLAN_SIDES; side++)
        free(pairing->partners[side]);
    *pairing = (struct pairing){0};
}

void pairing_add(struct pairing *pairing, size_t old, size_t new)
{
    pairing->partners[PLAN_OLD][old] = new;
    pairing->partners[PLAN_NEW][new] = old;
}
