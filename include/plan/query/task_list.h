// SPDX-License-Identifier: MIT
/* Tasks picked from plans: a query's answer, or those named by their ids. */
#ifndef PLAN_QUERY_TASK_LIST_H
#define PLAN_QUERY_TASK_LIST_H

#include "plan/query/query.h"
#include "plan/task_id.h"

/* Zeroed is empty. The tasks are the plans' own. */
struct task_list {
    const struct task **items;
    size_t count, capacity;
};

void task_list_release(struct task_list *list);
void task_list_add(struct task_list *list, const struct task *task);
/* Orders the tasks from the index `first` on by value. */
void task_list_sort(struct task_list *list, size_t first);

/* Appends the tasks that match, each plan's ordered by value. */
void task_list_select(struct task_list *list, const struct query *query,
                      const struct query_scope *scope);

/*
 * Appends the task called `id`: «III.2», «iii.2», «3.2» or «PLAN:III.2»; every one of them where a
 * document numbers two alike. An id that names none is an error.
 */
int task_list_find(struct task_list *list, const char *id, const struct query_scope *scope,
                   struct error *error);

#endif
