// SPDX-License-Identifier: MIT
/* Finds the offsets at which a long text of rows is cut, so that several threads can read it at
 * once. */
#ifndef READ_SPLIT_CUT_H
#define READ_SPLIT_CUT_H

#include "read/row_reader.h"
#include "read/source.h"

#define CUT_RANGES_MAX 128

/*
 * Cuts the rows of a reader into ranges of about equal length, in order; each but the first begins
 * where the reader allows it. Returns their number, which is 1 if the text is short or the source
 * has no jobs. If each range reads without an error, their rows are those of the whole; if one has
 * an error, the whole has to be read to know where that is.
 */
size_t cut_rows(const struct source *source, const struct row_reader *reader,
                struct row_range ranges[CUT_RANGES_MAX]);

#endif
