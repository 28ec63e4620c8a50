// SPDX-License-Identifier: MIT
/*
 * Writing an answer to a file: beside it first, renamed when whole, with the mode of the file it
 * replaces. A link stays a link; a device or a pipe is written into.
 */
#ifndef WRITE_OUTPUT_H
#define WRITE_OUTPUT_H

#include "base/error.h"

#include <stdbool.h>
#include <stdio.h>

struct output {
    FILE *stream;
    const char *path; /* as the user gave it, borrowed */
    char *target;     /* the file it becomes, links followed; NULL for a device or pipe */
    char *temporary;  /* what it is until then */
};

/* Whether both paths lead to one file that exists. */
bool output_is(const char *path, const char *other);

/* Opens a file beside `path`. Ends with output_commit or output_discard, which release all. */
int output_open(struct output *output, const char *path, struct error *error);

/* Flushes it to disk and renames it; on failure it is discarded. */
int output_commit(struct output *output, struct error *error);
void output_discard(struct output *output);

#endif
