// SPDX-License-Identifier: MIT
/* Recording progress: whether an entry can be true, and what it changes. */
#ifndef PLAN_PROGRESS_UPDATE_H
#define PLAN_PROGRESS_UPDATE_H

#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

/* What an entry is about. */
struct update_target {
    const struct task *task;
    unsigned milestone; /* from 1; 0: the task, which may have several */
};

/*
 * Finds what an id names, «III.2» or «V.1/1». An id that names no task, no milestone of it, or two
 * tasks that a document numbers alike is an ERROR_USAGE.
 */
int update_target_find(struct update_target *target, const char *id,
                       const struct query_scope *scope, struct error *error);

/*
 * Whether the entry can be true of its target: not later than `today`, not before the plan's year,
 * not more spent than twice the budget; these three `force` allows. What cannot be recorded at all
 * (a due date for several milestones at once, a task that is done by half) is an error either way.
 */
int update_check(const struct journal_entry *entry, const struct update_target *target,
                 struct date today, bool force, struct error *error);

/* What is known of a target at one time. */
struct update_state {
    enum task_status status;
    struct date on, due;
    int percent;
    int64_t spent_vnd;
    const char *note, *evidence, *value;
};
struct update_state update_state_of(const struct update_target *target,
                                    const struct progress *progress);

#endif
