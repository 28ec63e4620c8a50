// SPDX-License-Identifier: MIT
/* The readers that plan_read chooses between. Each adds what it reads to the builder's plan. */
#ifndef IO_FORMATS_H
#define IO_FORMATS_H

#include "io/plan_builder.h"

/* Each returns 0, or -1 with all that was wrong in the builder's errors. */

/* An official table or a list CSV; which one, and its delimiter, its header tells. */
int table_plan_read(struct plan_builder *builder);

/* A JSON document {"sections": […]}, JSON Lines, or an array of rows. */
int json_plan_read(struct plan_builder *builder);

#endif
