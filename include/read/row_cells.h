// SPDX-License-Identifier: MIT
/* The cells of a row, stored in the memory of the builder's plan: trimmed, in NFC, NULL if
 * blank. */
#ifndef READ_ROW_CELLS_H
#define READ_ROW_CELLS_H

#include "read/plan_builder.h"

/* Stores one cell, by its column, in the place of what stood there. */
void row_cells_store_one(struct row *row, struct plan_builder *builder, int column);

/*
 * Stores those that are asked for; of a task that is not asked for, those that are checked. The
 * others become task_text_skipped, or NULL if no task is made.
 */
void row_cells_store(struct row *row, struct plan_builder *builder);

#endif
