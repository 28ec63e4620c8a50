// SPDX-License-Identifier: MIT
/* Allocation that cannot fail: a short command without memory can only stop. It then says so on
 * standard error, removes unfinished output files (base/replacement.h) and exits with code 4. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

/* Work as malloc, realloc (of count * size bytes) and strndup; the caller frees with free(). */
void *memory_alloc(size_t size);
void *memory_resize(void *block, size_t count, size_t size);
char *memory_copy(const char *text, size_t length);

/* Returns the block, moved if need be, with room for more than `count` items of `size` bytes;
 * updates `*capacity`, the items it has room for. */
void *memory_grow(void *block, size_t count, size_t *capacity, size_t size);

#endif
