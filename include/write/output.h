// SPDX-License-Identifier: MIT
/*
 * The one way out: every answer leaves through an output, and only when it is whole.
 *
 * A regular file is written beside and put in place (base/replacement.h). A pipe, a terminal, a
 * device and what is open already («/dev/stdout») are written as they are, never replaced. There
 * an answer of up to OUTPUT_WHOLE bytes goes out in one write, once it is committed, and nothing
 * of it goes out before; a longer one goes out as it comes, so that it takes no more memory.
 */
#ifndef WRITE_OUTPUT_H
#define WRITE_OUTPUT_H

#include "base/error.h"
#include "base/replacement.h"

#include <stdio.h>

enum { OUTPUT_WHOLE = 64 * 1024 };

struct output {
    FILE *stream;            /* to write to; its errors are told by output_commit */
    const char *path;        /* as the user gave it, borrowed; NULL for standard output */
    char *buffer;            /* of the stream, NULL for standard output */
    struct replacement file; /* of a regular file; without a target for all else */
};

/*
 * Opens an output for `path`; NULL and "-" mean `standard`, which main gives a buffer of
 * OUTPUT_WHOLE bytes. Returns 0, or -1 with `error`. Ends with output_commit or output_discard,
 * and must stay where it is in memory until then.
 */
int output_open(struct output *output, const char *path, FILE *standard, struct error *error);

/* Lets the answer out; a file is then flushed and in place. Returns 0, or -1 with `error` if any
 * part could not be written. The old file is then untouched, unless only closing the new one
 * failed. */
int output_commit(struct output *output, struct error *error);

/* Drops the answer, as much of it as has not gone out. */
void output_discard(struct output *output);

/* Makes a reader who closes a pipe a failed write from now on, no longer the program's end: what
 * was committed must not seem to have failed. */
void output_outlive_readers(void);

#endif
