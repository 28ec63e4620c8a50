// SPDX-License-Identifier: MIT
/*
 * Memory that is freed all at once. A plan owns one arena; its tasks and strings live in it until
 * the plan is freed. Strings that repeat (agencies, schedules) are stored once.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>
#include <stdint.h>

struct arena_block;

struct arena {
    struct arena_block *blocks; /* the newest first */
    struct arena_string {
        const char *text; /* NULL: a free place */
        uint32_t hash, length;
    } * strings; /* open-addressed set of the interned strings */
    size_t string_count, string_capacity;
};

/* A zeroed arena is an empty one. arena_release frees all that came from it. */
void arena_release(struct arena *arena);

/* Zeroed memory, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* A copy that ends in NUL. */
const char *arena_copy(struct arena *arena, const char *text, size_t length);

/* The same, and the same pointer for the same bytes, of which there are less than 4 GiB. */
const char *arena_intern(struct arena *arena, const char *text, size_t length);

/* The interned string with those bytes, NULL where there is none. */
const char *arena_find(const struct arena *arena, const char *text, size_t length);

/*
 * Takes over all that came from the other arena, which is empty afterwards. Strings interned there
 * stay pointers of their own.
 */
void arena_take(struct arena *arena, struct arena *other);

#endif
