// SPDX-License-Identifier: MIT
#include "base/hash.h"

#include "base/library.h"

#include <stdint.h>

#ifdef STATIC
int hash_load(struct hash_library *library, struct error *error)
{
    (void)error;
    *library = (struct hash_library){SHA256Init, SHA256Update, SHA256Final};
    return 0;
}
#else
int hash_load(struct hash_library *library, struct error *error)
{
    const struct library_symbol symbols[] = {{"SHA256Init", &library->init},
                                             {"SHA256Update", &library->update},
                                             {"SHA256Final", &library->final}};
    return library_load(MD_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error);
}
#endif

void hash_text(const struct hash_library *library, const char *text, size_t length,
               char hex[HASH_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    SHA2_CTX context;
    uint8_t digest[SHA256_DIGEST_LENGTH];
    library->init(&context);
    library->update(&context, (const uint8_t *)text, length);
    library->final(digest, &context);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[2 * sizeof digest] = '\0';
}
