// SPDX-License-Identifier: MIT
#include "base/search.h"

size_t search_lower(const void *items, size_t count, uint64_t wanted,
                    uint64_t (*number)(const void *items, size_t index))
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (number(items, middle) < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
