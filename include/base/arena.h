// SPDX-License-Identifier: MIT
/* Memory that is freed all at once. A plan owns one arena; its tasks and strings live in it until
 * the plan is freed. Strings that repeat (agencies, schedules) are stored once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* the newest one first */
    struct arena_string {
        const char *text; /* NULL: the slot is free */
        uint32_t hash, length;
    } * strings; /* open-addressed set of the interned strings */
    size_t string_count, string_capacity;
};

/* A zeroed arena is empty. arena_release frees everything that was allocated from it. */
void arena_release(struct arena *arena);

/* Returns zeroed memory that is aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* Returns a copy of the bytes that ends in NUL. */
const char *arena_copy(struct arena *arena, const char *text, size_t length);

/* Returns a copy that ends in NUL; equal bytes always give the same pointer. `length` is below 4
 * GiB. */
const char *arena_intern(struct arena *arena, const char *text, size_t length);

/* Returns the interned string with these bytes, or NULL if there is none. */
const char *arena_find(const struct arena *arena, const char *text, size_t length);

/* Moves everything in `other` to `arena` and leaves `other` empty. Strings interned in `other` stay
 * valid, but arena_intern and arena_find do not know them. */
void arena_take(struct arena *arena, struct arena *other);

#endif
