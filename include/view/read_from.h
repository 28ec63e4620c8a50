// SPDX-License-Identifier: MIT
/* From which column, row and group of a plan's table each cell of a task comes. */
#ifndef VIEW_READ_FROM_H
#define VIEW_READ_FROM_H

#include "plan/plan.h"
#include "view/json.h"

/*
 * Writes the member `read_from`: for each cell that is not blank {"cell": "D5", "header", "row",
 * "group"}, several cells with commas; null for what is not known, and if no group lends it.
 */
void read_from_write(struct json *json, const struct task *task, bool with_plan);

/* Appends «row 5: Task B, Lead D of III.2 (row 4)»; nothing if there is no table. */
void read_from_add(struct strbuf *out, const struct task *task, bool with_plan);

#endif
