// SPDX-License-Identifier: MIT
/*
 * Where a long text may be cut into parts that several threads read: stretches of like length, and
 * what a part's reader cannot know of those before it.
 */
#ifndef IO_STRETCH_H
#define IO_STRETCH_H

#include "io/source.h"

#define STRETCHES_MAX 128

struct stretch {
    size_t start, end; /* bytes of the source */
    size_t line_ends;  /* in it: CR, LF and CRLF, the last where it ends */
    size_t quotes;     /* in it: `"` */
};

/*
 * Divides the bytes from `start` to `end` for the source's jobs and counts what stands in all but
 * the last, all at once. Returns how many there are: 1 where one thread is to read the text.
 */
size_t stretch_divide(const struct source *source, size_t start, size_t end,
                      struct stretch stretches[STRETCHES_MAX]);

/* Counts what stands in one, from its start on. */
void stretch_count(const struct source *source, struct stretch *stretch);

#endif
