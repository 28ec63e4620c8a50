// SPDX-License-Identifier: MIT
#include "plan/summary/target_summary.h"

#include "base/memory.h"

#include <stdlib.h>

void target_summary_release(struct target_summary *summary)
{
    free(summary->items);
    *summary = (struct target_summary){0};
}

static const char *measured_of(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = progress_of(progress, task);
    return known != NULL ? known->value : NULL;
}

static void add_task(struct target_summary *summary, const struct task *task, const char *measured)
{
    struct target_list targets = {0};
    struct arena arena = {0};
    targets_of(&targets, &arena, task);
    if (targets.count > 0) {
        enum target_result result = targets_judge(&targets, measured);
        summary->items =
            memory_grow(summary->items, summary->count, &summary->capacity, sizeof *summary->items);
        summary->items[summary->count++] = (struct target_item){task, measured, result};
        summary->reached += result == TARGET_REACHED;
        summary->missed += result == TARGET_MISSED;
    }
    target_list_release(&targets);
    arena_release(&arena);
}

void target_summary_run(struct target_summary *summary, const struct task_list *tasks,
                        const struct progress *progress)
{
    bool any = false;
    for (size_t i = 0; i < tasks->count && !any; i++)
        any = measured_of(progress, tasks->items[i]) != NULL;
    for (size_t i = 0; i < tasks->count && any; i++)
        add_task(summary, tasks->items[i], measured_of(progress, tasks->items[i]));
}
