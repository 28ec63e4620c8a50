// SPDX-License-Identifier: MIT
/*
 * The task that each entry of a journal counts for. An entry counts for the task that it was made
 * for: the one under its id whose title is the entry's, case, marks and the ways to write an office
 * aside (plan/agency_key.h). Where the plan was adjusted since, decisions in the journal say which
 * task that is now: they lead from an id and a title to another id and its title, from there
 * perhaps to a next one, or to none. What no decision leads to a task of the plan is stray. An
 * entry without a title, from before titles were kept, counts by its id alone.
 */
#ifndef PLAN_PROGRESS_ENTRY_TARGET_H
#define PLAN_PROGRESS_ENTRY_TARGET_H

#include "plan/progress/journal.h"
#include "plan/task_id.h"

enum entry_fate {
    FATE_STRAY,     /* nobody has decided about it */
    FATE_SET_ASIDE, /* decided: its task is gone, or in doubt */
};

/* An entry that counts for no task of its plan, and was neither taken back nor closed. */
struct entry_stray {
    const struct journal *journal;
    const struct journal_entry *entry;
    enum entry_fate fate;
    const struct plan *plan;
    const char *task, *title; /* where the decisions about it have led, else its own */
    const struct task *found; /* what bears that id now, NULL for nothing */
};

/* Zeroed is empty. It borrows the journal and the plans. */
struct entry_targets {
    struct task_reference *tasks; /* by entry; no task: it counts for none */
    struct entry_stray *strays;
    size_t stray_count, stray_capacity;
    size_t *untitled; /* the entries, by index, that count by their id alone */
    size_t untitled_count, untitled_capacity;
    const char *other_plan; /* one that entries name and that is not among the plans, or NULL */
    size_t other_count;     /* how many do */
    struct arena arena;     /* of the strays' texts */
};

/* Fills zeroed targets with those of all entries. */
void entry_targets_find(struct entry_targets *targets, const struct journal *journal,
                        struct plan *const *plans, size_t count);
void entry_targets_release(struct entry_targets *targets);

/*
 * Returns whether an entry, by its index, belongs to a task's history: it counts for it, or counts
 * for none and stands under its id, as a decision does.
 */
bool entry_targets_are_of(const struct entry_targets *targets, const struct journal *journal,
                          size_t index, const struct task *task);

/* Returns whether two titles are one task's; NULL is like NULL alone. */
bool titles_are_same(const char *a, const char *b);

/* Returns whether the task has the milestone that a reference names, 0 being the whole of it. */
bool task_has_milestone(const struct task *task, unsigned milestone);

#endif
