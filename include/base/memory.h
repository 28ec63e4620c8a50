// SPDX-License-Identifier: MIT
/*
 * Allocation that cannot fail: a short command has nothing better to do without memory than to
 * stop. It then says so on standard error and ends the process with exit code 4; nothing of an
 * answer that was begun remains (base/replacement.h).
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* As malloc, realloc and strndup; the caller frees with free(). */
void *memory_alloc(size_t size);
void *memory_resize(void *block, size_t count, size_t size);
char *memory_copy(const char *text, size_t length);

/* Room for at least one more than `count` items in a block that holds `*capacity`. */
void *memory_grow(void *block, size_t count, size_t *capacity, size_t size);

#endif
