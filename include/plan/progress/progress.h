// SPDX-License-Identifier: MIT
/*
 * Progress: the state of plans' tasks as of a date, from journals (cchc-journal(5)). It owns its
 * memory and borrows the plans and journals, which it never changes. Only entries whose `on` is not
 * after that date and that were not voided count, in the order of `on`, then of seq; a later value
 * replaces an earlier one.
 *
 *   A milestone is done from the first entry that says so. A later «in progress» reopens it.
 *   An entry for a task with several milestones, «V.1 done», applies to each that is still open.
 *   A task is done when all milestones that are not cancelled are; it is in progress once one is
 *   done or in progress, or its percentage is above 0. A new status ends a cancellation.
 *   A recorded due date replaces the schedule's; a triggered task has no other.
 */
#ifndef PLAN_PROGRESS_PROGRESS_H
#define PLAN_PROGRESS_PROGRESS_H

#include "plan/plan.h"
#include "plan/progress/entry_target.h"
#include "plan/progress/journal.h"

struct milestone_progress {
    enum task_status status;
    struct date on; /* since when it has this status; unset if nothing was recorded */
};

/* The record of one task; a task without counting entries has none. */
struct task_progress {
    struct schedule schedule; /* with the recorded due dates */
    struct milestone *moved;  /* its milestones, once a due date is recorded, else NULL */
    struct milestone_progress *milestones; /* one per milestone of the schedule, at least one */
    unsigned count;
    unsigned entries;   /* those that count */
    unsigned revisions; /* all entries, with those taken back and their voids */
    bool started, cancelled;
    int percent;                 /* or PERCENT_UNSET */
    int64_t spent_vnd;           /* or SPENT_UNSET */
    const char *note, *evidence; /* the last ones, borrowed from the journal */
    const char *value;           /* the last measured value, as written; borrowed too */
};

/* The records of one plan's tasks, by their index; NULL if there are none. */
struct plan_progress {
    struct task_progress **tasks;
    bool unknown; /* its progress is unknown, because entries of it are stray */
};

/*
 * One that is zeroed apart from its date means that nothing was recorded; callers without a journal
 * pass it, never NULL. Plans are told apart by their number, so all plans of one progress must have
 * been read together.
 */
struct progress {
    struct date as_of;           /* unset: everything recorded counts */
    struct plan_progress *plans; /* by the plan's number */
    size_t plan_count, plan_capacity;
    struct arena arena; /* for everything recorded */

    struct entry_stray *strays; /* of the journals added, in their order */
    size_t stray_count, stray_capacity;
    struct arena stray_texts;
    size_t untitled;        /* entries that count by their task's id alone */
    const char *other_plan; /* a plan that entries name but that was not read, or NULL */
    size_t other_count;     /* the number of such entries */
    bool unknown;           /* some plan's progress is unknown */
};

/* Frees everything that it owns and zeroes it. */
void progress_release(struct progress *progress);

/* Drops the records of a plan, whose progress is unknown from then on. */
void progress_forget(struct progress *progress, const struct plan *plan);

/* Returns whether the progress of the task's plan is unknown. */
bool progress_is_unknown(const struct progress *progress, const struct task *task);

/* Drops all records; keeps the date and the strays. */
void progress_clear(struct progress *progress);

/* Adds a journal's entries about the plans, as of the progress's date. If there is only one plan,
 * entries that name none belong to it. No other journal may be about the same plans. */
void progress_add(struct progress *progress, struct plan *const *plans, size_t count,
                  const struct journal *journal);

/* The state of a task or milestone relative to its due date. The due day itself is in time. */
enum task_state {
    DONE_ON_TIME,
    DONE_LATE,
    DONE_NO_DUE,
    OPEN_IN_TIME,
    OPEN_OVERDUE,
    OPEN_NO_DUE,
    STATE_CANCELLED,
    TASK_STATES
};
_Static_assert(TASK_STATES <= 32, "a set of states is the bits of an unsigned");

/* "done-on-time", "done-late" …, then NULL. */
extern const char *const task_state_names[TASK_STATES + 1];

/* ---- The progress of a task, which is not started if nothing is recorded ---- */

/* Returns the record of a task, or NULL if no entry of it counts. */
const struct task_progress *progress_of(const struct progress *progress, const struct task *task);

/*
 * Returns the number of all its entries, with those taken back and their voids: it never decreases.
 */
unsigned progress_revisions(const struct progress *progress, const struct task *task);

/* Returns its milestones with their current due dates. Valid as long as the record. */
const struct schedule *progress_schedule(const struct progress *progress, const struct task *task);

enum task_status progress_status(const struct progress *progress, const struct task *task);

/* Returns the day on which its last part was done, if it is done. */
struct date progress_done_on(const struct progress *progress, const struct task *task);

/* Returns the due date of its next open part, or of the last one if it is done; unset if it has
 * none. */
struct date progress_due(const struct progress *progress, const struct task *task);

/* Returns 100 if it is done, otherwise the recorded percentage or PERCENT_UNSET. */
int progress_percent(const struct progress *progress, const struct task *task);
int64_t progress_spent(const struct progress *progress, const struct task *task); /* SPENT_UNSET */

/* Returns the state of a task: late if a milestone was done late, overdue if an open one is.
 * Without a date nothing is overdue. */
enum task_state progress_state(const struct progress *progress, const struct task *task);

/* These count milestones from 0. */
enum task_status progress_milestone_status(const struct progress *progress, const struct task *task,
                                           unsigned milestone);
enum task_state progress_milestone_state(const struct progress *progress, const struct task *task,
                                         unsigned milestone);

/* Returns the status of a whole task, which follows from its milestones. */
enum task_status task_progress_status(const struct task_progress *progress);

#endif
