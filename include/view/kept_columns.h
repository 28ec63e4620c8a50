// SPDX-License-Identifier: MIT
/* The columns that plans keep though nobody understood their headings, as columns of task rows. */
#ifndef VIEW_KEPT_COLUMNS_H
#define VIEW_KEPT_COLUMNS_H

#include "plan/task_columns.h"
#include "view/json.h"

struct kept_columns {
    struct column *items;
    size_t count, capacity;
    struct arena arena; /* of headings made printable */
};

/* Fills a zeroed struct with those of all these plans, each heading once; release it afterwards. */
void kept_columns_add(struct kept_columns *columns, struct plan *const *plans, size_t plan_count);
void kept_columns_release(struct kept_columns *columns);

/* Writes a task's as the member `columns` of the object that is open, where its plan has any. */
void kept_columns_write(struct json *json, const struct task *task);

#endif
