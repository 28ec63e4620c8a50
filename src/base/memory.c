// SPDX-License-Identifier: MIT
#include "base/memory.h"

#include "base/error.h"
#include "base/replacement.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Noreturn void stop(void)
{
    static const char text[] = "cchc: out of memory\n";
    ssize_t ignored = write(STDERR_FILENO, text, sizeof text - 1);
    (void)ignored;
    replacement_remove_all();
    _exit(ERROR_SYSTEM);
}

void *memory_alloc(size_t size)
{
    void *block = malloc(size > 0 ? size : 1);
    if (block == NULL)
        stop();
    return block;
}

void *memory_resize(void *block, size_t count, size_t size)
{
    size_t bytes;
    void *larger =
        __builtin_mul_overflow(count > 0 ? count : 1, size, &bytes) ? NULL : realloc(block, bytes);
    if (larger == NULL)
        stop();
    return larger;
}

char *memory_copy(const char *text, size_t length)
{
    char *copy = memory_alloc(length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

void *memory_grow(void *block, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return block;
    *capacity = *capacity > 0 ? *capacity * 2 : 16;
    return memory_resize(block, *capacity, size);
}
