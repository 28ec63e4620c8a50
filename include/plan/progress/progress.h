// SPDX-License-Identifier: MIT
/*
 * Progress: a journal folded into what is known of each task as of a date (SPEC, «Progress»). Only
 * entries whose `on` is that date or earlier and that were not voided count, in the order of `on`,
 * then of seq; what a later one says replaces what an earlier one said.
 *
 *   A milestone is done from the first entry that says so. «In progress» later reopens it.
 *   An entry for a task of several milestones, «V.1 done», is one for each that is still open.
 *   A task is done when its milestones are, those cancelled aside; it is in progress once one is
 *   done or in progress, or some percent of it is. A new status ends a cancellation.
 *   A recorded due date takes the place of the schedule's; a triggered task has no other.
 */
#ifndef PLAN_PROGRESS_PROGRESS_H
#define PLAN_PROGRESS_PROGRESS_H

#include "plan/plan.h"
#include "plan/progress/journal.h"

struct milestone_progress {
    enum task_status status;
    struct date on; /* from when it has this status; unset where nothing was recorded */
};

/* What is recorded of one task. A task of which nothing is has none. */
struct task_progress {
    struct schedule schedule;              /* with the recorded due dates in their place */
    struct milestone_progress *milestones; /* at least one, else as the schedule has */
    unsigned count;
    size_t entries;
    bool started, cancelled;
    int percent;                 /* PERCENT_UNSAID */
    int64_t spent_vnd;           /* SPENT_UNSAID */
    const char *note, *evidence; /* the last ones, borrowed from the journal */
};

/*
 * Where a task or a milestone stands: done, or still open, against its due date. The due day itself
 * is in time.
 */
enum standing {
    DONE_ON_TIME,
    DONE_LATE,
    DONE_NO_DUE,
    OPEN_IN_TIME,
    OPEN_OVERDUE,
    OPEN_NO_DUE,
    STANDING_CANCELLED,
    STANDINGS
};

/* "done-on-time", "done-late" …, then NULL. */
extern const char *const standing_names[STANDINGS + 1];

/* Why an entry says nothing of a plan. */
enum entry_fault { ENTRY_FITS, ENTRY_OF_OTHER_PLAN, ENTRY_NO_TASK, ENTRY_NO_MILESTONE };

/* For each entry, whether the plan has what it is about; the caller frees them. */
enum entry_fault *progress_entry_faults(const struct journal *journal, const struct plan *plan);

/*
 * Sets the progress and revisions of every task of the plans to what the journal says of it as of a
 * date (unset: all of it), in place of what was there. It lives in the plans' arenas and borrows
 * from the journal.
 */
void progress_fold(struct plan *const *plans, size_t count, const struct journal *journal,
                   struct date as_of);

/* ---- What is known of a task; one without progress is not started ---- */

/* Its milestones with their due dates as they now are. */
const struct schedule *task_schedule(const struct task *task);

enum task_status task_status(const struct task *task);

/* The day on which the last of it was done, where it is done. */
struct date task_done_on(const struct task *task);

/* The due date of what is next to be done, of a done task the last; unset where there is none. */
struct date task_due(const struct task *task);

/* 100 where it is done, else what was recorded, PERCENT_UNSAID where nothing was. */
int task_percent(const struct task *task);
int64_t task_spent(const struct task *task); /* SPENT_UNSAID */

/*
 * A task is late where one of its milestones was done late, and overdue where one that is open is.
 */
enum standing task_standing(const struct task *task, struct date as_of);

/* `milestone` from 0. */
enum task_status milestone_status(const struct task *task, unsigned milestone);
enum standing milestone_standing(const struct task *task, unsigned milestone, struct date as_of);

#endif
