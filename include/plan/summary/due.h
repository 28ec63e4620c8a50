// SPDX-License-Identifier: MIT
/*
 * What falls due in a period: what is overdue from before it, milestones due within it, those
 * running through it, tasks that wait for an event, and what runs all year. Recorded due dates
 * count, and what is cancelled does not.
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
    struct date from, until; /* both included */
};

struct due_item {
    const struct task *task;
    const struct milestone *milestone; /* NULL for a task that waits as a whole */
    unsigned index;                    /* the milestone's, from 1; 0 where the task has but one */
    enum due_group group;
    size_t order; /* among those found */
};

/* Ordered by group, then by due date, then as the tasks were. */
struct due_list {
    struct due_item *items;
    size_t count, capacity;
    size_t group_count[DUE_GROUPS]; /* counted even where not listed */
    size_t phases;                  /* of group_count[DUE_YEAR_ROUND], those that are phases */
    size_t unread;                  /* tasks whose schedule is missing or unknown: never listed */
};

struct period period_of_quarter(int year, int quarter);
struct period period_of_month(int year, int month);

/* Zeroed is empty. */
void due_list_release(struct due_list *list);

/* What of it is listed. */
struct due_scope {
    struct period period;
    bool overdue; /* what is overdue from before the period, too */
    bool all;     /* year-round items, which else are only counted */
};

void due_list_select(struct due_list *list, const struct task_list *tasks,
                     const struct progress *progress, const struct due_scope *scope);

#endif
