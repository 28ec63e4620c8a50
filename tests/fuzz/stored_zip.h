// SPDX-License-Identifier: MIT
/*
 * Zip archives made around an input, so that mutation reaches what stands inside: a target of a
 * zipped format takes its XML as bytes and packs it, with right sizes and checksums.
 */
#ifndef TESTS_FUZZ_STORED_ZIP_H
#define TESTS_FUZZ_STORED_ZIP_H

#include "base/strbuf.h"

#include <stddef.h>
#include <stdint.h>

struct stored_member {
    const char *name;
    const uint8_t *bytes;
    size_t length;
};

/* Appends an archive (PKWARE APPNOTE 6.3) of the members, stored, not deflated. */
void stored_zip_add(struct strbuf *out, const struct stored_member *members, size_t count);

#endif
