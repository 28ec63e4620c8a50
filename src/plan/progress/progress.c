// SPDX-License-Identifier: MIT
#include "plan/progress/progress.h"

#include "plan/tree.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdlib.h>

const char *const task_state_names[TASK_STATES + 1] = {
    [DONE_ON_TIME] = N_("done-on-time"), [DONE_LATE] = N_("done-late"),
    [DONE_NO_DUE] = N_("done-no-due"),   [OPEN_IN_TIME] = N_("open-in-time"),
    [OPEN_OVERDUE] = N_("open-overdue"), [OPEN_NO_DUE] = N_("open-no-due"),
    [STATE_CANCELLED] = N_("cancelled"),
};

void progress_clear(struct progress *progress)
{
    for (size_t i = 0; i < progress->plan_count; i++)
        progress->plans[i].tasks = NULL;
    arena_release(&progress->arena);
}

void progress_release(struct progress *progress)
{
    arena_release(&progress->arena);
    arena_release(&progress->stray_texts);
    free(progress->strays);
    free(progress->plans);
    *progress = (struct progress){0};
}

void progress_forget(struct progress *progress, const struct plan *plan)
{
    progress->unknown = true;
    while (plan->number >= progress->plan_count) {
        progress->plans = memory_grow(progress->plans, progress->plan_count,
                                      &progress->plan_capacity, sizeof *progress->plans);
        progress->plans[progress->plan_count++] = (struct plan_progress){0};
    }
    progress->plans[plan->number] = (struct plan_progress){.unknown = true};
}

bool progress_is_unknown(const struct progress *progress, const struct task *task)
{
    size_t number = task->section->plan->number;
    return number < progress->plan_count && progress->plans[number].unknown;
}

static const struct task_progress *find(const struct progress *progress, const struct task *task)
{
    size_t number = task->section->plan->number;
    if (number >= progress->plan_count || progress->plans[number].tasks == NULL ||
        row_kind(task) != ROW_TASK)
        return NULL;
    return progress->plans[number].tasks[task->index];
}

const struct task_progress *progress_of(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = find(progress, task);
    return known != NULL && known->entries > 0 ? known : NULL;
}

unsigned progress_revisions(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = find(progress, task);
    return known != NULL ? known->revisions : 0;
}

enum task_status task_progress_status(const struct task_progress *progress)
{
    unsigned number[TASK_STATUSES] = {0};
    for (unsigned i = 0; i < progress->count; i++)
        number[progress->milestones[i].status]++;
    if (progress->cancelled || number[TASK_CANCELLED] == progress->count)
        return TASK_CANCELLED;
    if (number[TASK_DONE] > 0 && number[TASK_DONE] + number[TASK_CANCELLED] == progress->count)
        return TASK_DONE;
    bool begun = number[TASK_DONE] + number[TASK_IN_PROGRESS] > 0 || progress->started ||
                 progress->percent > 0;
    return begun ? TASK_IN_PROGRESS : TASK_NOT_STARTED;
}

/* ---- Values from a task's record, which is NULL if there is none ---- */

static const struct schedule *schedule_of(const struct task_progress *known,
                                          const struct task *task)
{
    return known != NULL ? &known->schedule : task->schedule;
}

static enum task_status status_of(const struct task_progress *known)
{
    return known != NULL ? task_progress_status(known) : TASK_NOT_STARTED;
}

static enum task_status milestone_status(const struct task_progress *known, unsigned milestone)
{
    if (known == NULL || milestone >= known->count)
        return TASK_NOT_STARTED;
    enum task_status status = known->milestones[milestone].status;
    return known->cancelled && status != TASK_DONE ? TASK_CANCELLED : status;
}

static enum task_state milestone_state(const struct task_progress *known,
                                       const struct schedule *schedule, unsigned milestone,
                                       struct date as_of)
{
    enum task_status status = milestone_status(known, milestone);
    struct date due = {0};
    if (milestone < schedule->count)
        due = schedule->milestones[milestone].due;
    if (status == TASK_CANCELLED)
        return STATE_CANCELLED;
    if (status == TASK_DONE)
        return !date_is_set(due)                                         ? DONE_NO_DUE
               : date_compare(known->milestones[milestone].on, due) <= 0 ? DONE_ON_TIME
                                                                         : DONE_LATE;
    return !date_is_set(due)               ? OPEN_NO_DUE
           : date_compare(as_of, due) <= 0 ? OPEN_IN_TIME
                                           : OPEN_OVERDUE;
}

/* ---- Values of a task ---- */

const struct schedule *progress_schedule(const struct progress *progress, const struct task *task)
{
    return schedule_of(progress_of(progress, task), task);
}

enum task_status progress_status(const struct progress *progress, const struct task *task)
{
    return status_of(progress_of(progress, task));
}

struct date progress_done_on(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = progress_of(progress, task);
    struct date last = {0};
    if (status_of(known) != TASK_DONE)
        return last;
    for (unsigned i = 0; i < known->count; i++) {
        const struct milestone_progress *milestone = &known->milestones[i];
        bool later = !date_is_set(last) || date_compare(milestone->on, last) > 0;
        if (milestone->status == TASK_DONE && later)
            last = milestone->on;
    }
    return last;
}

struct date progress_due(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = progress_of(progress, task);
    const struct schedule *schedule = schedule_of(known, task);
    struct date next = {0};
    for (unsigned i = 0; i < schedule->count; i++) {
        enum task_status status = milestone_status(known, i);
        struct date due = schedule->milestones[i].due;
        if (status != TASK_DONE && status != TASK_CANCELLED && date_is_set(due) &&
            (!date_is_set(next) || date_compare(due, next) < 0))
            next = due;
    }
    return date_is_set(next) ? next : schedule_due(schedule);
}

int progress_percent(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = progress_of(progress, task);
    if (status_of(known) == TASK_DONE)
        return 100;
    return known != NULL ? known->percent : PERCENT_UNSET;
}

int64_t progress_spent(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = progress_of(progress, task);
    return known != NULL ? known->spent_vnd : SPENT_UNSET;
}

enum task_status progress_milestone_status(const struct progress *progress, const struct task *task,
                                           unsigned milestone)
{
    return milestone_status(progress_of(progress, task), milestone);
}

enum task_state progress_milestone_state(const struct progress *progress, const struct task *task,
                                         unsigned milestone)
{
    const struct task_progress *known = progress_of(progress, task);
    return milestone_state(known, schedule_of(known, task), milestone, progress->as_of);
}

enum task_state progress_state(const struct progress *progress, const struct task *task)
{
    const struct task_progress *known = progress_of(progress, task);
    const struct schedule *schedule = schedule_of(known, task);
    enum task_status status = status_of(known);
    bool has[TASK_STATES] = {false};
    for (unsigned i = 0; i < (schedule->count > 0 ? schedule->count : 1); i++)
        has[milestone_state(known, schedule, i, progress->as_of)] = true;
    if (status == TASK_CANCELLED)
        return STATE_CANCELLED;
    if (status == TASK_DONE)
        return has[DONE_LATE] ? DONE_LATE : has[DONE_ON_TIME] ? DONE_ON_TIME : DONE_NO_DUE;
    return has[OPEN_OVERDUE] ? OPEN_OVERDUE : has[OPEN_IN_TIME] ? OPEN_IN_TIME : OPEN_NO_DUE;
}
