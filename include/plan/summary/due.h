// SPDX-License-Identifier: MIT
/*
 * The work due in a period: milestones overdue from before it, due within it or running through it,
 * tasks that wait for an event, and year-round ones. Recorded due dates count; cancelled work does
 * not.
 */
#ifndef PLAN_SUMMARY_DUE_H
#define PLAN_SUMMARY_DUE_H

#include "plan/query/task_list.h"

enum due_group { DUE_OVERDUE, DUE_DUE, DUE_RUNNING, DUE_TRIGGERED, DUE_YEAR_ROUND, DUE_GROUPS };
_Static_assert(DUE_OVERDUE < DUE_DUE && DUE_DUE < DUE_RUNNING && DUE_RUNNING < DUE_TRIGGERED &&
                   DUE_TRIGGERED < DUE_YEAR_ROUND,
               "rows stand in this order");

/* "overdue", "due", "running", "triggered", "year-round". */
extern const char *const due_group_names[DUE_GROUPS];

struct period {
    struct date from, until; /* both inclusive */
};

struct due_item {
    const struct task *task;
    const struct milestone *milestone; /* NULL for a task that waits as a whole */
    unsigned index;                    /* of the milestone, from 1; 0 if the task has only one */
    enum due_group group;
    size_t order; /* among all items */
};

/* Milestones that run all year, which are counted rather than listed. */
struct year_round_count {
    size_t milestones;
    size_t phases; /* those of tasks with several */
};

/* Sorted by group, then by due date, then in the order of the tasks. */
struct due_list {
    struct due_item *items;
    size_t count, capacity;
    size_t group_count[DUE_GROUPS]; /* includes items that are not listed */
    size_t phases;                  /* the phases in group_count[DUE_YEAR_ROUND] */
    size_t unread;                  /* tasks with a missing or unknown schedule: never listed */
};

struct period period_of_quarter(int year, int quarter);
struct period period_of_month(int year, int month);

/* A zeroed list is empty. */
void due_list_release(struct due_list *list);

/* The items to list. */
struct due_scope {
    struct period period;
    bool overdue; /* also those overdue from before the period */
    bool all;     /* also year-round items, which are otherwise only counted */
};

void due_list_select(struct due_list *list, const struct task_list *tasks,
                     const struct progress *progress, const struct due_scope *scope);

#endif
