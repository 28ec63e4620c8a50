// SPDX-License-Identifier: MIT
/* The readers that plan_read chooses between. Each adds what it reads to the builder's plan. */
#ifndef READ_FORMATS_H
#define READ_FORMATS_H

#include "read/plan_builder.h"

/* Each returns 0, or -1 with all that was wrong in the builder's errors. */

/* An official table or a list as CSV; which one, and its delimiter, its header tells. */
int csv_plan_read(struct plan_builder *builder);

/* A JSON document {"sections": […]}, JSON Lines, or an array of rows. */
int json_plan_read(struct plan_builder *builder);

/*
 * An Excel or Word file, whose bytes are the builder's source. `sheet` names the sheet (or, in
 * Word, the table) or says its number; NULL: the one that has a plan's header.
 */
int office_plan_read(struct plan_builder *builder, const char *sheet);

#endif
