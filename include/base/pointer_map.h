// SPDX-License-Identifier: MIT
/* A hash map from pointers to numbers, for interned strings, where equal strings are the same
 * pointer. */
#ifndef BASE_POINTER_MAP_H
#define BASE_POINTER_MAP_H

#include <stddef.h>

/* The number of a key that was not given one yet. */
#define POINTER_MAP_NONE ((size_t)-1)

/* A zeroed map is empty. */
struct pointer_map {
    struct pointer_entry {
        const void *key; /* may be NULL */
        size_t number;
        int used;
    } * entries;
    size_t count, capacity;
};

void pointer_map_release(struct pointer_map *map);

/* Returns the number of a key, to read or to set; a new key has POINTER_MAP_NONE. The pointer is
 * valid until the next call. */
size_t *pointer_map_at(struct pointer_map *map, const void *key);

#endif
