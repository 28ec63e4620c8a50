// SPDX-License-Identifier: MIT
/* Tasks selected from plans, by a query or by their ids. */
#ifndef PLAN_QUERY_TASK_LIST_H
#define PLAN_QUERY_TASK_LIST_H

#include "plan/query/query.h"
#include "plan/task_id.h"

/* A zeroed list is empty. The tasks belong to the plans. */
struct task_list {
    const struct task **items;
    size_t count, capacity;
};

void task_list_release(struct task_list *list);
void task_list_add(struct task_list *list, const struct task *task);
/* Sorts the tasks from index `first` on by section and number (task_compare), then by line. */
void task_list_sort(struct task_list *list, size_t first);

/* Appends the tasks that match, sorted within each plan as by task_list_sort. */
void task_list_select(struct task_list *list, const struct query *query,
                      const struct query_scope *scope);

/* Appends every task with this id («III.2», «iii.2», «3.2», «PLAN:III.2»): of each plan in the
 * scope unless the id names one, and all if a document has it twice. An id of a milestone finds
 * none. Returns 0, or -1 with an error if there is none. */
int task_list_find(struct task_list *list, const char *id, const struct query_scope *scope,
                   struct error *error);

#endif
