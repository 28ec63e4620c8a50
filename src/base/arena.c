// SPDX-License-Identifier: MIT
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

void arena_release(struct arena *arena)
{
    while (arena->blocks != NULL) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    free(arena->strings);
    *arena = (struct arena){0};
}

static char *take(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->blocks;
    if (block == NULL || block->size - block->used < size) {
        size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
        block = memory_alloc(sizeof *block + room);
        *block = (struct arena_block){.next = arena->blocks, .size = room};
        arena->blocks = block;
    }
    char *bytes = block->bytes + block->used;
    block->used += size;
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    struct arena_block *block = arena->blocks;
    if (block != NULL) {
        size_t aligned = (block->used + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
        block->used = aligned < block->size ? aligned : block->size;
    }
    return memset(take(arena, size), 0, size);
}

/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
static uint64_t hash(const char *text, size_t length)
{
    uint64_t value = 14695981039346656037U;
    for (size_t i = 0; i < length; i++)
        value = (value ^ (unsigned char)text[i]) * 1099511628211U;
    return value;
}

static const char **slot_of(const struct arena *arena, const char *text, size_t length)
{
    size_t mask = arena->string_capacity - 1;
    size_t index = (size_t)hash(text, length) & mask;
    while (arena->strings[index] != NULL && (strncmp(arena->strings[index], text, length) != 0 ||
                                             arena->strings[index][length] != '\0'))
        index = (index + 1) & mask;
    return &arena->strings[index];
}

static void grow(struct arena *arena)
{
    struct arena old = *arena;
    arena->string_capacity = old.string_capacity > 0 ? old.string_capacity * 2 : 256;
    arena->strings = memory_alloc(arena->string_capacity * sizeof *arena->strings);
    memset(arena->strings, 0, arena->string_capacity * sizeof *arena->strings);
    for (size_t i = 0; i < old.string_capacity; i++)
        if (old.strings[i] != NULL)
            *slot_of(arena, old.strings[i], strlen(old.strings[i])) = old.strings[i];
    free(old.strings);
}

const char *arena_copy(struct arena *arena, const char *text, size_t length)
{
    char *copy = take(arena, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

const char *arena_intern(struct arena *arena, const char *text, size_t length)
{
    if (arena->string_count * 2 >= arena->string_capacity)
        grow(arena);
    const char **slot = slot_of(arena, text, length);
    if (*slot == NULL) {
        *slot = arena_copy(arena, text, length);
        arena->string_count++;
    }
    return *slot;
}
