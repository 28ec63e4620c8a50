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

/* Mixes in eight bytes at a time by a multiplication; the high bits are the well-mixed ones. */
static uint32_t hash(const char *text, size_t length)
{
    const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t value = length * factor, word;
    for (; length > sizeof word; text += sizeof word, length -= sizeof word) {
        memcpy(&word, text, sizeof word);
        value = (value ^ word) * factor;
        value ^= value >> 29;
    }
    word = 0;
    memcpy(&word, text, length);
    value = (value ^ word) * factor;
    return (uint32_t)((value ^ value >> 29) * factor >> 32);
}

static struct arena_string *slot_of(const struct arena *arena, uint32_t hashed, const char *text,
                                    size_t length)
{
    size_t mask = arena->string_capacity - 1;
    for (size_t index = hashed & mask;; index = (index + 1) & mask) {
        struct arena_string *slot = &arena->strings[index];
        if (slot->text == NULL || (slot->hash == hashed && slot->length == (uint32_t)length &&
                                   memcmp(slot->text, text, length) == 0))
            return slot;
    }
}

static void grow(struct arena *arena)
{
    struct arena old = *arena;
    arena->string_capacity = old.string_capacity > 0 ? old.string_capacity * 2 : 256;
    arena->strings = memory_alloc(arena->string_capacity * sizeof *arena->strings);
    memset(arena->strings, 0, arena->string_capacity * sizeof *arena->strings);
    for (size_t i = 0; i < old.string_capacity; i++) {
        size_t index = old.strings[i].hash & (arena->string_capacity - 1);
        if (old.strings[i].text == NULL)
            continue;
        while (arena->strings[index].text != NULL)
            index = (index + 1) & (arena->string_capacity - 1);
        arena->strings[index] = old.strings[i];
    }
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
    uint32_t hashed = hash(text, length);
    struct arena_string *slot = slot_of(arena, hashed, text, length);
    if (slot->text == NULL) {
        *slot = (struct arena_string){arena_copy(arena, text, length), hashed, (uint32_t)length};
        arena->string_count++;
    }
    return slot->text;
}

const char *arena_find(const struct arena *arena, const char *text, size_t length)
{
    return arena->string_count > 0 ? slot_of(arena, hash(text, length), text, length)->text : NULL;
}

void arena_take(struct arena *arena, struct arena *other)
{
    struct arena_block **last = &arena->blocks;
    while (*last != NULL)
        last = &(*last)->next;
    *last = other->blocks;
    free(other->strings);
    *other = (struct arena){0};
}
