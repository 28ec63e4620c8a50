// SPDX-License-Identifier: MIT
/*
 * Tasks as rows of the shared store. A question is answered from rows only if they give the very
 * task that the plan's file gives, which is tried for every task when a plan is brought.
 */
#ifndef STORE_PG_STORED_TASK_H
#define STORE_PG_STORED_TASK_H

#include "plan/plan.h"

/* The strings are borrowed; blank ones are NULL. */
struct stored_task {
    const char *section, *section_title; /* the section's code and title */
    const char *number;
    const char *mark; /* NULL if it is the number */
    unsigned line;    /* in the plan's file */
    const char *text[TASK_FIELDS];
    struct budget budget;
};

/* Returns a task as the store keeps it. It borrows the task's strings. */
struct stored_task stored_task_of(const struct task *task);

/* Adds the task, and its section if it is new, to a plan that is then read with plan_finish. */
void stored_task_add(struct plan *plan, const struct stored_task *stored);

/*
 * Returns whether a plan's tasks can be read from rows. Otherwise the whole file must be read: a
 * task is given by more than its own cells (an amount of its group, a schedule of a group, a column
 * without a known meaning), two tasks have one id, or the document's own sums are wrong.
 */
bool stored_part_is_plain(const struct plan *plan);

#endif
