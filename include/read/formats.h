// SPDX-License-Identifier: MIT
/* The readers that plan_read chooses between. Each adds what it reads to the builder's plan. */
#ifndef READ_FORMATS_H
#define READ_FORMATS_H

#include "read/plan_builder.h"

/* Each returns 0, or -1 with all that was wrong in the builder's errors. */

/* Reads an official table or a list in CSV. The header tells which of them it is, and the
 * delimiter. */
int csv_plan_read(struct plan_builder *builder);

/* Reads a JSON document {"sections": […]}, JSON Lines, or an array of rows. */
int json_plan_read(struct plan_builder *builder);

/*
 * Reads an Excel or Word file, whose bytes are the builder's source. `sheet` is the name or number
 * of the sheet (in Word, of the table); NULL: the one that has a plan's header.
 */
int office_plan_read(struct plan_builder *builder, const char *sheet);

#endif
