// SPDX-License-Identifier: MIT
/*
 * Which column a header cell names: by its English name or one of data/columns.csv. Case, marks,
 * white space, punctuation and what stands in parentheses do not count.
 */
#ifndef READ_COLUMN_NAMES_H
#define READ_COLUMN_NAMES_H

#include "read/row.h"

struct column_names;

/* The caller frees it with column_names_free, which takes NULL. */
struct column_names *column_names_new(void);
void column_names_free(struct column_names *names);

/* The key of a heading, -1 for none. */
int column_names_find(const struct column_names *names, const char *heading);

#endif
