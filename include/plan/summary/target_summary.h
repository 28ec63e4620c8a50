// SPDX-License-Identifier: MIT
/* The measured values of tasks' targets, and whether the targets are reached. */
#ifndef PLAN_SUMMARY_TARGET_SUMMARY_H
#define PLAN_SUMMARY_TARGET_SUMMARY_H

#include "plan/indicator/target.h"
#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

struct target_item {
    const struct task *task;
    const char *measured; /* as recorded, or NULL */
    enum target_result result;
};

/* A zeroed summary is empty. */
struct target_summary {
    struct target_item *items; /* each task with a target, in order */
    size_t count, capacity, reached, missed;
};

/*
 * Fills a zeroed summary. It stays empty if no task has a measured value: then nobody uses targets.
 */
void target_summary_run(struct target_summary *summary, const struct task_list *tasks,
                        const struct progress *progress);
void target_summary_release(struct target_summary *summary);

#endif
