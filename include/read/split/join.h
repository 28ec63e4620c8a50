// SPDX-License-Identifier: MIT
/* Plans that were built of a file's parts, joined to those of the whole. */
#ifndef READ_SPLIT_JOIN_H
#define READ_SPLIT_JOIN_H

#include "read/plan_builder.h"

/* A part, and what is read into it. It is not to be moved. */
struct part {
    struct plan_builder builder;
    struct error_list errors;
    int status; /* of the reading */
};

/* Starts a part of what `whole` reads. */
void part_init(struct part *part, const struct plan_builder *whole);

/* Frees what was not joined. */
void part_release(struct part *part);

/*
 * Appends what the parts hold, in order, to what the builder holds. Returns false if one has an
 * error or if they do not fit together: then the text has to be read again as a whole, which finds
 * the error.
 */
bool join_parts(struct plan_builder *builder, struct part *parts, size_t count, size_t jobs);

#endif
