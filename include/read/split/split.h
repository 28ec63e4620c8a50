// SPDX-License-Identifier: MIT
/*
 * The rows of a large file, read by several threads: cut into ranges (cut.h), each read into plans
 * of its own by the file's reader, which knows nothing of it, and joined (join.h).
 */
#ifndef READ_SPLIT_SPLIT_H
#define READ_SPLIT_SPLIT_H

#include "read/plan_builder.h"

/* Returned if something cannot be decided from the ranges alone, or does not fit together: the
 * file must be read again serially. */
#define SPLIT_RETRY_SERIALLY 1

/*
 * Reads the rows by as many threads as the source has jobs; a plan_builder.read_rows. Returns 0, or
 * -1 with errors in the builder, or SPLIT_RETRY_SERIALLY without any: what the builder then holds
 * is not to be used.
 */
int split_read_rows(struct plan_builder *builder, const struct row_reader *reader);

#endif
