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
/* Sorts the tasks from index `first` on by value. */
void task_list_sort(struct task_list *list, size_t first);

/* Appends the tasks that match, sorted by value within each plan. */
void task_list_select(struct task_list *list, const struct query *query,
                      const struct query_scope *scope);

/* Appends the task with this id: «III.2», «iii.2», «3.2» or «PLAN:III.2»; all of them if a document
 * has it twice. Returns 0, or -1 with an error if there is none. */
int task_list_find(struct task_list *list, const char *id, const struct query_scope *scope,
                   struct error *error);

#endif
