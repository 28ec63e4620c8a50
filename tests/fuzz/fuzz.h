// SPDX-License-Identifier: MIT
/*
 * What every fuzz target includes. A target is fuzz_NAME.c; its inputs stand in corpus/NAME and its
 * words in NAME.dict, which may be missing. Nothing else names it.
 */
#ifndef TESTS_FUZZ_H
#define TESTS_FUZZ_H

#include "read/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* Ends the process where a property does not hold. */
#define MUST(property)                                                                             \
    do {                                                                                           \
        if (!(property)) {                                                                         \
            fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #property);                 \
            abort();                                                                               \
        }                                                                                          \
    } while (0)

/* Runs one input; always 0. libFuzzer calls it, and replay.c where there is none. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The bytes with a NUL after them, and not one more that could be read. The caller frees them. */
char *fuzz_bytes(const uint8_t *data, size_t size);

/* The bytes as a file that was read and not looked at yet. source_release frees them. */
struct source fuzz_source(const uint8_t *data, size_t size);

/* The bytes as a cell: NFC, trimmed. NULL where they are no text, or blank. The caller frees it. */
char *fuzz_cell(const uint8_t *data, size_t size);

/* The text with other letters of the same case-less words: small ones made large, where the large
 * one's small one is itself. The caller frees it. */
char *fuzz_upper(const char *text);

/* Each `from` in the text as `to`. The caller frees it. */
char *fuzz_replace(const char *text, const char *from, const char *to);

#endif
