// SPDX-License-Identifier: MIT
/*
 * The tree of an official table's rows: parts, sections, groups of tasks, tasks. Only tasks, its
 * leaves, count. A task inherits blank cells (lead, coordinating, schedule) from its groups; money
 * counts once.
 */
#ifndef PLAN_TREE_H
#define PLAN_TREE_H

#include "plan/plan.h"

/*
 * Builds the tree of a plan whose tasks and other rows are in the table's order and have their
 * kind, mark, group and level. Creates the sections and the tasks' numbers, fills inherited cells,
 * and decides whose amounts count.
 */
void tree_finish(struct plan *plan);

/* Iterates over rows and tasks in the table's order. A walk starts zeroed; NULL ends it. */
struct tree_walk {
    size_t row, task;
};
struct task *tree_next(const struct plan *plan, struct tree_walk *walk);

/* Returns the kind of a row; ROW_TASK in a list. */
enum row_kind row_kind(const struct task *row);

/* Returns the row that it is below; NULL at the top and in a list. */
const struct task *row_group(const struct task *row);

/* Returns its mark as written, or NULL. In a list, the default is its number. */
const char *row_mark(const struct task *row);

/* Returns the group whose amount counts instead of the task's; NULL: its own counts. */
const struct task *task_cover(const struct task *task);

/* Returns what a task adds to the sum of all tasks, in đồng: its own amount (0 without one) or, if
 * a group covers it, the group's for the first task and 0 for the others. */
int64_t task_counted(const struct task *task);

/* Returns whether a group has a schedule that no task below it has inherited. */
bool row_keeps_time(const struct task *row);

/* Returns whether a task's own cell is blank and that of the nearest group that has one is used;
 * false for groups. */
bool task_inherits(const struct task *task, enum task_field field);

#endif
