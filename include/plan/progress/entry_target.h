// SPDX-License-Identifier: MIT
/*
 * Finds the task that each journal entry counts for. This is the task that the entry was made for:
 * it has the entry's id and title, apart from case, marks and spellings of offices
 * (plan/agency_key.h). If the plan was adjusted since, decisions in the journal lead from an id and
 * a title to another id and title, perhaps in several steps, or to no task. An entry that does not
 * reach a task of the plan is stray. An entry without a title, from before titles were kept, counts
 * by its id alone.
 */
#ifndef PLAN_PROGRESS_ENTRY_TARGET_H
#define PLAN_PROGRESS_ENTRY_TARGET_H

#include "plan/progress/journal.h"
#include "plan/task_id.h"

enum entry_outcome {
    OUTCOME_STRAY,     /* no decision sets it aside; it may have been moved to a missing task */
    OUTCOME_SET_ASIDE, /* decided: its task is gone, or in doubt */
};

/* An entry that counts for no task of its plan and was neither voided nor closed. */
struct entry_stray {
    const struct journal *journal;
    const struct journal_entry *entry;
    enum entry_outcome outcome;
    const struct plan *plan;
    const char *task, *title; /* after all decisions; without one, as recorded */
    const struct task *found; /* the task that has this id now, or NULL */
};

/* A zeroed struct is empty. It borrows the journal and the plans. */
struct entry_targets {
    /* One per entry: the task that it counts for, or would if it were not voided; an entry that
     * voids another has that one's task. Without a task it counts for none. */
    struct task_reference *tasks;
    struct entry_stray *strays;
    size_t stray_count, stray_capacity;
    size_t *untitled; /* indexes of entries that count by their id alone */
    size_t untitled_count, untitled_capacity;
    const char *other_plan; /* the last one that an entry names and that is not here, or NULL */
    size_t other_count;     /* the number of entries of all such plans */
    struct arena arena;     /* for the strays' texts */
};

/* Fills zeroed targets for all entries of a journal. */
void entry_targets_find(struct entry_targets *targets, const struct journal *journal,
                        struct plan *const *plans, size_t count);
void entry_targets_release(struct entry_targets *targets);

/* Returns whether the entry at an index belongs to a task's history: it counts for the task, or it
 * counts for none and has its id, as a decision does. */
bool entry_targets_are_of(const struct entry_targets *targets, const struct journal *journal,
                          size_t index, const struct task *task);

/* Returns whether two titles are the same apart from case, marks and spellings of offices. NULL
 * equals only NULL. */
bool titles_are_same(const char *a, const char *b);

/* Returns whether the task has this milestone; true for 0, the whole task. A task without
 * milestones counts as having one. */
bool task_has_milestone(const struct task *task, unsigned milestone);

#endif
