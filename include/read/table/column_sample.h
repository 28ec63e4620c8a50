// SPDX-License-Identifier: MIT
/* The appearance of the first cells below a heading, used if headings do not settle the roles. */
#ifndef READ_TABLE_COLUMN_SAMPLE_H
#define READ_TABLE_COLUMN_SAMPLE_H

#include "read/table/header_roles.h"
#include "read/table/table.h"

/* Looks at the first rows below a line and fills in the columns' samples. */
void column_sample_read(struct role_column *columns, size_t count, const struct table *table,
                        size_t last_line, struct column_words *words);

#endif
