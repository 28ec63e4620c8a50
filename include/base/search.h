// SPDX-License-Identifier: MIT
/* Searching in what is ordered. */
#ifndef BASE_SEARCH_H
#define BASE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

/*
 * Returns the index of the first of `count` items whose number is not below `wanted`, or `count`
 * where there is none. `number` gives an item's number; the items ascend by it.
 */
size_t search_lower(const void *items, size_t count, uint64_t wanted,
                    uint64_t (*number)(const void *items, size_t index));

#endif
