// SPDX-License-Identifier: MIT
#include "read/json/json_memory.h"

#include "base/memory.h"

#include <cjson/cJSON.h>
#include <pthread.h>
#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 32 * 1024 };

struct json_memory_block {
    struct json_memory_block *next;
    size_t used, size;
    alignas(max_align_t) char bytes[];
};

/* cJSON's hooks, which are the whole process's, are told no more than a size. */
static _Thread_local struct json_memory *in_use;

static void add_block(struct json_memory *memory, size_t least)
{
    size_t size = memory->blocks != NULL ? memory->blocks->size * 2 : BLOCK_SIZE;
    while (size < least)
        size *= 2;
    struct json_memory_block *block = memory_alloc(sizeof *block + size);
    *block = (struct json_memory_block){.next = memory->blocks, .size = size};
    memory->blocks = block;
}

static void *take(struct json_memory *memory, size_t size)
{
    size = (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
    if (memory->blocks == NULL || memory->blocks->size - memory->blocks->used < size)
        add_block(memory, size);
    struct json_memory_block *block = memory->blocks;
    void *bytes = block->bytes + block->used;
    block->used += size;
    return bytes;
}

static void *take_in_use(size_t size)
{
    return take(in_use, size);
}

static void keep(void *bytes)
{
    (void)bytes;
}

static void install(void)
{
    cJSON_Hooks hooks = {.malloc_fn = take_in_use, .free_fn = keep};
    cJSON_InitHooks(&hooks);
}

struct cJSON *json_memory_parse(struct json_memory *memory, const char *text, size_t length)
{
    static pthread_once_t installed = PTHREAD_ONCE_INIT;
    pthread_once(&installed, install);
    in_use = memory;
    return cJSON_ParseWithLength(text, length);
}

char *json_memory_copy(struct json_memory *memory, const char *text, size_t length)
{
    char *copy = take(memory, length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

static void free_blocks(struct json_memory_block *block)
{
    while (block != NULL) {
        struct json_memory_block *next = block->next;
        free(block);
        block = next;
    }
}

void json_memory_clear(struct json_memory *memory)
{
    if (memory->blocks == NULL)
        return;
    free_blocks(memory->blocks->next);
    memory->blocks->next = NULL;
    memory->blocks->used = 0;
}

void json_memory_release(struct json_memory *memory)
{
    free_blocks(memory->blocks);
    *memory = (struct json_memory){0};
}
