// SPDX-License-Identifier: MIT
/* A journal of progress in memory: the entries about the tasks of one or several plans. Entries are
 * only ever added; one that voids another takes it back. */
#ifndef PLAN_PROGRESS_JOURNAL_H
#define PLAN_PROGRESS_JOURNAL_H

#include "base/arena.h"
#include "base/date.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stdint.h>

enum task_status {
    TASK_NOT_STARTED,
    TASK_IN_PROGRESS,
    TASK_DONE,
    TASK_CANCELLED,
    TASK_STATUSES,
    TASK_UNSET = TASK_STATUSES /* the entry gives no status */
};

/* "not-started", "in-progress", "done", "cancelled", then NULL. */
extern const char *const task_status_names[TASK_STATUSES + 1];

/* Returns a status by its name or in Vietnamese («đã hoàn thành»), with or without marks, or
 * TASK_UNSET. */
enum task_status task_status_find(const char *text);

/*
 * The decision of an entry about others, whose task and title the plan no longer has (see
 * plan/progress/entry_target.h): they count for another task, for none because it is gone or in
 * doubt, or are closed for good.
 */
enum entry_decision {
    DECIDES_NOTHING,
    DECIDES_CARRIED,
    DECIDES_SET_ASIDE,
    DECIDES_CLOSED,
    ENTRY_DECISIONS
};

/* NULL, then "carried", "set-aside", "closed", which a journal has in place of a status. */
extern const char *const entry_decision_names[ENTRY_DECISIONS];

/* Values that a spreadsheet may have rewritten. */
enum entry_doubt {
    DOUBT_ON = 1 << 0,      /* 03/05/2021: the month may be first */
    DOUBT_DUE = 1 << 1,     /* its due date may have the month first */
    DOUBT_ROUNDED = 1 << 2, /* 1.2E+09 */
    SURELY_TURNED = 1 << 3, /* 05/31/2021 */
};

#define PERCENT_UNSET (-1)
#define SPENT_UNSET INT64_C(-1)
#define VOIDS_MISSING UINT64_MAX /* voids an entry that is no longer in the journal */

/* An entry changes only what it gives: blank cells leave the rest as it was. Strings are borrowed,
 * NULL if blank. */
struct journal_entry {
    uint64_t seq;            /* from 1, ascending */
    const char *recorded_at; /* in the form of RFC 3339 */
    const char *by, *plan;
    const char *task;  /* «III.2», «V.1/1» */
    const char *title; /* of the task then; NULL in journals without titles */
    enum task_status status;
    struct date on;    /* the day from which it holds */
    int percent;       /* of the whole task, 0 to 100 */
    int64_t spent_vnd; /* in total on the task so far */
    struct date due;   /* a new due date */
    const char *note, *evidence;
    /* For DECIDES_CARRIED, `task` and `title` are the new ones, and `evidence` is the former id, a
     * space and the former title. For other decisions, `task` and `title` are the former ones. */
    enum entry_decision decision;
    unsigned char doubts; /* bits of enum entry_doubt, only in entries of a damaged file */
    const char *value;    /* the measured value, as written */
    const char *id;       /* the entry's own id, kept in copies; NULL: none */
    const char *chain;    /* links it to the entry before (journal/entry_seal.h) */
    const char *voids_id; /* the id of the entry that it voids; NULL if `voids` tells */
    uint64_t voids;       /* the seq of the entry that it voids, or 0 */
    size_t line;          /* in its file */
    const struct location *location; /* of an answer; borrowed. NULL: the start of its line */
};

struct journal {
    char *path;       /* owned; NULL: none */
    bool beside;      /* next to its plan, so it is that plan's alone */
    bool of_one_plan; /* of the only plan in its file, whatever name the entries give it */
    bool own_folder;  /* in the user's data folder, which is created if missing */
    size_t jobs;      /* threads that may read it; 0 is one */
    struct journal_entry *entries; /* ascending by seq */
    size_t count, capacity;
    struct arena arena;
};

/* A zeroed journal is empty. */
void journal_release(struct journal *journal);

/* Returns the location of an entry in its file. */
struct location journal_entry_location(const struct journal_entry *entry);

/* Returns the entry with this seq, or NULL. */
const struct journal_entry *journal_find(const struct journal *journal, uint64_t seq);

/*
 * Returns, for each entry in order, the seq of the entry that voids it, or 0. Voids made after
 * `as_of` do not count (unset: all count). A void may itself be voided. The caller frees the array.
 */
uint64_t *journal_voided_by(const struct journal *journal, struct date as_of);

#endif
