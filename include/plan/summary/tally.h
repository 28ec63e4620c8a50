// SPDX-License-Identifier: MIT
/* Totals of tasks, whole and by group. Sums are exact; one that does not fit is an error. */
#ifndef PLAN_SUMMARY_TALLY_H
#define PLAN_SUMMARY_TALLY_H

#include "base/pointer_map.h"
#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

enum tally_by { TALLY_BY_SECTION, TALLY_BY_LEAD, TALLY_BY_QUARTER, TALLY_BY_PLAN, TALLY_BYS };

/* "section", "lead", "quarter", "plan", then NULL. */
extern const char *const tally_by_names[TALLY_BYS + 1];

/*
 * One group's totals. `group` is a section's code, the whole lead cell with aliases made one, a
 * plan's id, or Q1…Q4 for what is last due in a quarter (Q1/2024 in another year than the plan's),
 * "year-round" for what runs or recurs all year and "undated" for the rest. Both strings are
 * borrowed from the plans or the list; `title` may be NULL, `group` is "" for a blank lead.
 */
struct tally {
    const char *group, *title;
    const char *shown; /* the group as people read it; NULL: as it is */
    size_t tasks;
    size_t budgeted, unspecified, missing; /* tasks by what their budget cell says … */
    size_t covered; /* … but for those whose group's amount counts in its place */
    size_t amounts; /* that were added: 0 where the sum is none */
    int64_t budget_vnd, spent_vnd;
    size_t standings[STANDINGS];
    size_t statuses[TASK_STATUSES];
    bool unknown;    /* progress of some is not known: what is spent and done is not either */
    size_t reported; /* tasks of which anything is recorded */
};

/* Zeroed is empty. Groups of sections and quarters are in their own order, others as first met. */
struct tally_list {
    struct tally *items;
    size_t count, capacity;
    struct tally total;
    struct pointer_map index; /* of groups by what they are known by */
    struct pointer_map leads; /* the groups of lead cells, by their text */
    const char **lead_groups;
    size_t lead_count, lead_capacity;
    struct arena arena;
};

/* The groups whose amount covers some tasks of a list, while others are not in it. Zeroed is none.
 */
struct partial_covers {
    struct pointer_map groups; /* how many of a group's tasks are in the list */
};
void partial_covers_init(struct partial_covers *partial, const struct task_list *tasks);
void partial_covers_release(struct partial_covers *partial);

/*
 * Counts one task as it stands; a sum that does not fit is an ERROR_DATA. The amount of a group
 * that covers its tasks counts with the first of them; where not all of them are counted, as
 * `partial` (NULL: all are) says, it does not count at all.
 */
int tally_add(struct tally *tally, const struct task *task, const struct progress *progress,
              struct partial_covers *partial, struct error *error);

/* Adds another group's numbers. */
int tally_join(struct tally *tally, const struct tally *other, struct error *error);

/* Done tasks in a thousand of those not cancelled, rounded half up; -1 where there are none. */
int64_t tally_completion(const struct tally *tally);

void tally_list_release(struct tally_list *list);

/* As the tasks stand; where the progress has no date, their standings mean nothing. */
int tally_list_run(struct tally_list *list, const struct task_list *tasks, enum tally_by by,
                   const struct agency_table *agencies, const struct progress *progress,
                   struct error *error);

#endif
