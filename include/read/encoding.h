// SPDX-License-Identifier: MIT
/* Text in other encodings than UTF-8, turned into it by iconv: nothing dropped, nothing replaced.
 */
#ifndef READ_ENCODING_H
#define READ_ENCODING_H

#include "base/strbuf.h"

#include <stdbool.h>

/* Returns whether the system can decode an encoding («windows-1258», «tcvn», «utf-16»). */
bool encoding_is_known(const char *name);

/*
 * Returns the encoding that a byte order mark at the start says, and the mark's length: UTF-8 (3
 * bytes), UTF-16 in either order (2); NULL without a mark.
 */
const char *encoding_of_mark(const char *bytes, size_t length, size_t *mark);

/*
 * Appends the bytes as UTF-8. Returns -1 if some are no text in that encoding: `out` then ends
 * with the last good character, and *bad is the offset of the first bad byte.
 */
int encoding_to_utf8(const char *name, const char *bytes, size_t length, struct strbuf *out,
                     size_t *bad);

#endif
