// SPDX-License-Identifier: MIT
#include "base/pointer_map.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void pointer_map_release(struct pointer_map *map)
{
    free(map->entries);
    *map = (struct pointer_map){0};
}

/* Fibonacci hashing: the high bits of the product are the well-mixed ones. */
static struct pointer_entry *slot_of(const struct pointer_map *map, const void *key)
{
    uint64_t hash = (uint64_t)(uintptr_t)key * UINT64_C(0x9E3779B97F4A7C15);
    size_t index = (size_t)(hash >> 32) & (map->capacity - 1);
    while (map->entries[index].used && map->entries[index].key != key)
        index = (index + 1) & (map->capacity - 1);
    return &map->entries[index];
}

static void grow(struct pointer_map *map)
{
    struct pointer_map old = *map;
    map->capacity = old.capacity > 0 ? old.capacity * 2 : 64;
    map->entries = memory_alloc(map->capacity * sizeof *map->entries);
    memset(map->entries, 0, map->capacity * sizeof *map->entries);
    for (size_t i = 0; i < old.capacity; i++)
        if (old.entries[i].used)
            *slot_of(map, old.entries[i].key) = old.entries[i];
    free(old.entries);
}

size_t *pointer_map_at(struct pointer_map *map, const void *key)
{
    if (map->count * 2 >= map->capacity)
        grow(map);
    struct pointer_entry *entry = slot_of(map, key);
    if (!entry->used) {
        *entry = (struct pointer_entry){.key = key, .number = POINTER_MAP_NONE, .used = 1};
        map->count++;
    }
    return &entry->number;
}
