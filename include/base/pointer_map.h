// SPDX-License-Identifier: MIT
/* Numbers by address: for interned strings, of which equal ones are one pointer. */
#ifndef BASE_POINTER_MAP_H
#define BASE_POINTER_MAP_H

#include <stddef.h>

/* What a key has before it is given a number. */
#define POINTER_MAP_NONE ((size_t)-1)

/* Zeroed is empty. */
struct pointer_map {
    struct pointer_entry {
        const void *key; /* NULL may be one */
        size_t number;
        int used;
    } * entries;
    size_t count, capacity;
};

void pointer_map_release(struct pointer_map *map);

/* The number of a key, to read or to set; POINTER_MAP_NONE in a new one. Good until the next. */
size_t *pointer_map_at(struct pointer_map *map, const void *key);

#endif
