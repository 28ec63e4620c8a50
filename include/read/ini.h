// SPDX-License-Identifier: MIT
/*
 * The lines of a settings file: sections `[NAME]` and settings `key = value` below them. A value
 * goes to the end of its line, whatever stands in it; a line that begins with `#` is a comment.
 */
#ifndef READ_INI_H
#define READ_INI_H

#include "base/arena.h"
#include "read/source.h"

#include <stdbool.h>

/* Part of a line, borrowed from the source, without the white space around it. */
struct ini_span {
    const char *text;
    size_t length;
};

struct ini_line {
    struct ini_span whole;
    bool section;          /* it begins with a bracket */
    struct ini_span name;  /* what stands in the brackets, or before «=» */
    struct ini_span value; /* of a setting; empty if it has none */
    bool complete;         /* the bracket is closed, or there is a value */
};

/* Reads the next line that says something from *offset on. Returns false at the end. */
bool ini_next(const struct source *source, size_t *offset, struct ini_line *line);

/* Returns whether the span is just that text. */
bool ini_is(struct ini_span span, const char *text);

/* Returns a copy of the span in NFC, one for all that are equal, which lives as long as the
 * arena. */
const char *ini_keep(struct arena *texts, struct ini_span span);

/* Returns the offset of a span's first byte in its source. */
size_t ini_offset(const struct source *source, struct ini_span span);

#endif
