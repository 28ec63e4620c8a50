// SPDX-License-Identifier: MIT
/* SHA-256 (FIPS 180-4) of texts, by a library that is loaded on demand. */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include "base/error.h"

#include <sha2.h>
#include <stddef.h>

#define HASH_HEX_SIZE 65 /* 64 digits and a NUL */

struct hash_library {
    __typeof__(SHA256Init) *init;
    __typeof__(SHA256Update) *update;
    __typeof__(SHA256Final) *final;
};

/* Loads the library. Returns 0, or -1 with an ERROR_SYSTEM. */
int hash_load(struct hash_library *library, struct error *error);

/* Writes the hash of the text in lower-case hexadecimal digits. */
void hash_text(const struct hash_library *library, const char *text, size_t length,
               char hex[HASH_HEX_SIZE]);

#endif
