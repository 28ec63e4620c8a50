// SPDX-License-Identifier: MIT
/* Binary search. */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/* Returns the index of the first of `count` items whose number is at least `wanted`, or `count` if
 * there is none. `number` returns an item's number; the items are in ascending order of it. */
size_t search_lower(const void *items, size_t count, uint64_t wanted,
                    uint64_t (*number)(const void *items, size_t index));

#endif
