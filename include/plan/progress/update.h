// SPDX-License-Identifier: MIT
/* Recording progress: checks whether an entry can be true, and tells what it changes. */
#ifndef PLAN_PROGRESS_UPDATE_H
#define PLAN_PROGRESS_UPDATE_H

#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

/* The task or milestone that an entry is about. */
struct update_target {
    const struct task *task;
    unsigned milestone; /* from 1; 0: the whole task, which may have several */
};

/* Finds the target of an id, «III.2» or «V.1/1». Returns 0, or -1 with an ERROR_USAGE if no task or
 * milestone has the id, or two tasks share it. */
int update_target_find(struct update_target *target, const char *id,
                       const struct query_scope *scope, struct error *error);

/*
 * Checks that an entry can be true of its target. Unlikely values (after `today`, before the plan's
 * year or long after it, more spent than twice the budget) are errors unless `force`.
 * Contradictions (one due date for several milestones, a task that is done by half) are always
 * errors. Returns 0 or -1.
 */
int update_check(const struct journal_entry *entry, const struct update_target *target,
                 struct date today, bool force, struct error *error);

/* The state of a target at one time. */
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
