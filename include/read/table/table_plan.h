// SPDX-License-Identifier: MIT
/*
 * A plan out of a table whose header is known: the official table, with its sections and tasks as
 * rows, or a list that has a task in each row. What stands above the header is the preamble, what
 * follows the last task the footer.
 */
#ifndef READ_TABLE_TABLE_PLAN_H
#define READ_TABLE_TABLE_PLAN_H

#include "read/plan_builder.h"
#include "read/table/table_header.h"

/*
 * Adds what the table holds to the builder's plan, and what is wrong with it to the builder's
 * errors. A second row of the header is joined to it. The caller releases the header.
 */
void table_plan_read(struct plan_builder *builder, struct table *table, struct table_header *header,
                     const struct column_names *names);

#endif
