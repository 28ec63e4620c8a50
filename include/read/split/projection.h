// SPDX-License-Identifier: MIT
/* The part of a file that is asked for. The rest is checked all the same. */
#ifndef READ_SPLIT_PROJECTION_H
#define READ_SPLIT_PROJECTION_H

#include "plan/task_columns.h"

#include <stdbool.h>

/* Zeroed asks for everything. */
struct projection {
    column_set skipped;       /* cells that no task keeps: they stand as task_text_skipped */
    const unsigned *sections; /* whose tasks are kept, by value, borrowed; NULL: all are */
    size_t section_count;
};

bool projection_has_section(const struct projection *projection, unsigned value);

#endif
