// SPDX-License-Identifier: MIT
/*
 * Progress: what journals say of the tasks of plans as of a date (cchc-journal(5)). It is a value
 * of its own: it owns its memory and borrows the plans and the journals, which it never writes.
 * Only entries whose `on` is that date or earlier and that were not voided count, in the order of
 * `on`, then of seq; what a later one says replaces what an earlier one said.
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
#include "plan/progress/entry_target.h"
#include "plan/progress/journal.h"

struct milestone_progress {
    enum task_status status;
    struct date on; /* from when it has this status; unset where nothing was recorded */
};

/* What is recorded of one task. A task of which nothing is has none. */
struct task_progress {
    struct schedule schedule;              /* with the recorded due dates in their place */
    struct milestone *moved;               /* the schedule's once a due date is recorded, or NULL */
    struct milestone_progress *milestones; /* at least one, else as the schedule has */
    unsigned count;
    unsigned entries;   /* that count */
    unsigned revisions; /* entries of it, those taken back and their voids included */
    bool started, cancelled;
    int percent;                 /* PERCENT_UNSAID */
    int64_t spent_vnd;           /* SPENT_UNSAID */
    const char *note, *evidence; /* the last ones, borrowed from the journal */
    const char *value;           /* what was measured last, in its words; borrowed, too */
};

/* What is recorded of one plan's tasks, by their index; NULL where nothing is. */
struct plan_progress {
    struct task_progress **tasks;
    bool unknown; /* not known: entries of it are stray */
};

/*
 * A zeroed one, but for its date, says that nothing is recorded of any task: it is what a caller
 * without a journal passes, never NULL. Plans are told apart by their number, so that all plans of
 * one progress were read together.
 */
struct progress {
    struct date as_of;           /* unset: all that is recorded counts */
    struct plan_progress *plans; /* by the plan's number */
    size_t plan_count, plan_capacity;
    struct arena arena; /* of all that is recorded */

    struct entry_stray *strays; /* of the journals added, in their order */
    size_t stray_count, stray_capacity;
    struct arena stray_texts;
    size_t untitled;        /* entries of them that count by their task's id alone */
    const char *other_plan; /* one that entries name which is not read, NULL for none */
    size_t other_count;     /* how many do */
    bool unknown;           /* some plan's progress is not known */
};

/* Frees all it owns; it is zeroed afterwards. */
void progress_release(struct progress *progress);

/* Forgets what is recorded of a plan, which from then on is not known. */
void progress_forget(struct progress *progress, const struct plan *plan);

/* Whether what is recorded of the task's plan is not known. */
bool progress_is_unknown(const struct progress *progress, const struct task *task);

/* Forgets all that is recorded; the date and what is stray stay. */
void progress_clear(struct progress *progress);

/*
 * Adds what a journal says of the plans as of the progress's date. An entry that names no plan is
 * of the only one, where there is but one. No other journal may speak of the same plans.
 */
void progress_add(struct progress *progress, struct plan *const *plans, size_t count,
                  const struct journal *journal);

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
_Static_assert(STANDINGS <= 32, "a set of standings is the bits of an unsigned");

/* "done-on-time", "done-late" …, then NULL. */
extern const char *const standing_names[STANDINGS + 1];

/* ---- What is known of a task; one of which nothing is recorded is not started ---- */

/* NULL where nothing is recorded of it that counts. */
const struct task_progress *progress_of(const struct progress *progress, const struct task *task);

/* How many entries there are of it, those taken back and their voids included: it never falls. */
unsigned progress_revisions(const struct progress *progress, const struct task *task);

/* Its milestones with their due dates as they now are; it lives as long as what is recorded. */
const struct schedule *progress_schedule(const struct progress *progress, const struct task *task);

enum task_status progress_status(const struct progress *progress, const struct task *task);

/* The day on which the last of it was done, where it is done. */
struct date progress_done_on(const struct progress *progress, const struct task *task);

/* The due date of what is next to be done, of a done task the last; unset where there is none. */
struct date progress_due(const struct progress *progress, const struct task *task);

/* 100 where it is done, else what was recorded, PERCENT_UNSAID where nothing was. */
int progress_percent(const struct progress *progress, const struct task *task);
int64_t progress_spent(const struct progress *progress, const struct task *task); /* SPENT_UNSAID */

/*
 * A task is late where one of its milestones was done late, and overdue where one that is open is.
 * Without a date nothing is overdue.
 */
enum standing progress_standing(const struct progress *progress, const struct task *task);

/* `milestone` from 0. */
enum task_status progress_milestone_status(const struct progress *progress, const struct task *task,
                                           unsigned milestone);
enum standing progress_milestone_standing(const struct progress *progress, const struct task *task,
                                          unsigned milestone);

/* The status of the whole task, which its milestones' make. */
enum task_status task_progress_status(const struct task_progress *progress);

#endif
