// SPDX-License-Identifier: MIT
/* Totals of tasks, of all and by group. Sums are exact; one that does not fit is an error. */
#ifndef PLAN_SUMMARY_SUMMARY_H
#define PLAN_SUMMARY_SUMMARY_H

#include "base/pointer_map.h"
#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

enum summary_by {
    SUMMARY_BY_SECTION,
    SUMMARY_BY_LEAD,
    SUMMARY_BY_QUARTER,
    SUMMARY_BY_PLAN,
    SUMMARY_BYS
};

/* "section", "lead", "quarter", "plan", then NULL. */
extern const char *const summary_by_names[SUMMARY_BYS + 1];

/*
 * The totals of one group. `group` is a section's code, a lead cell with aliases replaced by
 * offices ("" if blank), a plan's id, or, by the last due date, Q1…Q4 (Q1/2024 in another year than
 * the plan's), "year-round" for tasks that run or recur all year and "undated" for the rest. Both
 * strings are borrowed from the plans or the list; `title` may be NULL.
 */
struct summary {
    const char *group, *title;
    const char *shown; /* the group for people; NULL: `group` */
    size_t tasks;
    size_t budgeted, unspecified, missing; /* tasks by the kind of their budget cell … */
    size_t covered; /* … except those whose group's amount counts instead */
    size_t amounts; /* the number of amounts in the sum; 0: there is no sum */
    int64_t budget_vnd, spent_vnd;
    size_t states[TASK_STATES];
    size_t statuses[TASK_STATUSES];
    bool unknown;    /* the progress of some is unknown, so spent and done are too */
    size_t reported; /* tasks that have a record */
};

/*
 * A zeroed list is empty. Sections and quarters are in their own order, others by first appearance.
 */
struct summary_list {
    struct summary *items;
    size_t count, capacity;
    struct summary total;
    struct pointer_map index; /* from the identity of a group */
    struct pointer_map leads; /* from lead cells, by their text, to lead_groups */
    const char **lead_groups;
    size_t lead_count, lead_capacity;
    struct arena arena;
};

/* The groups whose amount covers tasks of which only some are in a list. Zeroed, it has none. */
struct partial_covers {
    struct pointer_map groups; /* how many of a group's tasks are in the list */
};
void partial_covers_init(struct partial_covers *partial, const struct task_list *tasks);
void partial_covers_release(struct partial_covers *partial);

/*
 * Counts one task. Returns 0, or -1 with an ERROR_DATA if a sum does not fit. The amount of a group
 * that covers its tasks counts with the first of them, but not at all if only some of them are
 * counted; `partial` tells (NULL: all are).
 */
int summary_add(struct summary *summary, const struct task *task, const struct progress *progress,
                struct partial_covers *partial, struct error *error);

/* Adds the numbers of another group. */
int summary_join(struct summary *summary, const struct summary *other, struct error *error);

/* Returns how many of every thousand tasks that are not cancelled are done, rounded half up; -1
 * if all are cancelled or there are none. */
int64_t summary_completion(const struct summary *summary);

void summary_list_release(struct summary_list *list);

/*
 * A part of a group's total that comes from tasks that were added up elsewhere and are in no list.
 * The strings are borrowed.
 */
struct summary_share {
    struct summary numbers;    /* only the numbers */
    const char *group, *title; /* a section's code, a lead cell (NULL if blank) or a plan's id */
    unsigned section;          /* the section's value */
    bool year_round;           /* by quarter: all year, or last due on `due`, if that is set, … */
    struct date due;
    int year;    /* … in a plan of this year */
    size_t plan; /* the group appears before the tasks of the plan with this number */
};

/* Shares in the order in which their groups appear. A group may have no tasks here. */
struct summary_shares {
    struct summary_share *items;
    size_t count;
};

/* Fills a zeroed list from the tasks, their progress and the shares, which may be NULL. `states`
 * mean something only if the progress has a date. */
int summary_list_run(struct summary_list *list, const struct task_list *tasks,
                     const struct summary_shares *shares, enum summary_by by,
                     const struct agency_table *agencies, const struct progress *progress,
                     struct error *error);

#endif
