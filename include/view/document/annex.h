// SPDX-License-Identifier: MIT
/* The annex of a report: the tasks in the official table's columns, and how each stands. */
#ifndef VIEW_DOCUMENT_ANNEX_H
#define VIEW_DOCUMENT_ANNEX_H

#include "plan/query/task_list.h"
#include "view/document/document.h"

/*
 * Sections as rows of their own, the plan's unknown columns, and each task's status, due date and
 * what was spent. Amounts are in million đồng, other budgets in their own words. The
 * tasks are of one plan and in its order.
 */
void annex_write(struct document *document, const struct task_list *tasks,
                 const struct progress *progress, const char *caption);

#endif
