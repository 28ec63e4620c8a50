// SPDX-License-Identifier: MIT
/* Cells that are one though an official table has them in several columns. */
#ifndef READ_TABLE_JOINED_CELLS_H
#define READ_TABLE_JOINED_CELLS_H

#include "read/table/table_rows.h"

/* Puts the times of start and due together as the row's schedule. */
void joined_cells_add_schedule(struct table_rows *reading, struct row *row);

/*
 * If the row's total is blank, makes its budget the sum of its amounts by source. An amount that
 * cannot be read is added to the errors.
 */
void joined_cells_add_budget(struct table_rows *reading, struct row *row);

#endif
