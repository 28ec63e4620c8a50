// SPDX-License-Identifier: MIT
/*
 * The tree that the rows of an official table make: parts, sections, groups of tasks, tasks. Only
 * tasks, its leaves, count. What a task leaves blank (who leads and coordinates, when) is its
 * group's; money counts once.
 */
#ifndef PLAN_TREE_H
#define PLAN_TREE_H

#include "plan/plan.h"

/*
 * Makes a tree of a plan whose tasks and other rows stand in it, in the table's order, each with
 * its place: kind, mark, group and level. Makes the sections and the tasks' numbers, gives tasks
 * their groups' cells, and says whose amounts count.
 */
void tree_finish(struct plan *plan);

/* Walks the rows and tasks in the table's order; starts zeroed, ends with NULL. */
struct tree_walk {
    size_t row, task;
};
struct task *tree_next(const struct plan *plan, struct tree_walk *walk);

/* What a row is; ROW_TASK for one of a list. */
enum row_kind row_kind(const struct task *row);

/* The row that it stands below; NULL at the top and in a list. */
const struct task *row_group(const struct task *row);

/* Its mark as written, NULL where it has none. A list's is its number. */
const char *row_mark(const struct task *row);

/* The group whose amount stands for the task's; NULL where its own counts. */
const struct task *task_cover(const struct task *task);

/* What the task adds to a sum of all: its amount, or of those that a group covers the first the
 * group's and the others nothing. */
int64_t task_counted(const struct task *task);

/* Whether a row is a group with a time of its own, which no task below it has taken over. */
bool row_keeps_time(const struct task *row);

/* Whether a cell is its group's, the task's own being blank. */
bool task_inherits(const struct task *task, enum task_field field);

#endif
