// SPDX-License-Identifier: MIT
/* What was measured of the targets of tasks, and whether they are reached. */
#ifndef PLAN_SUMMARY_TARGET_SUMMARY_H
#define PLAN_SUMMARY_TARGET_SUMMARY_H

#include "plan/indicator/target.h"
#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

struct target_item {
    const struct task *task;
    const char *measured; /* as recorded; NULL where nothing is */
    enum target_result result;
};

/* Zeroed is empty. */
struct target_summary {
    struct target_item *items; /* each task with a target, in the tasks' order */
    size_t count, capacity, reached, missed;
};

/* Stays empty where nothing was measured of any task: then no one has taken the targets up. */
void target_summary_run(struct target_summary *summary, const struct task_list *tasks,
                        const struct progress *progress);
void target_summary_release(struct target_summary *summary);

#endif
