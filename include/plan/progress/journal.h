// SPDX-License-Identifier: MIT
/*
 * A journal of progress in memory: what was recorded of the tasks of one or several plans, entry
 * by entry. Entries are only ever added. One that voids another takes it back.
 */
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
    TASK_UNSAID = TASK_STATUSES /* of an entry that says nothing of it */
};

/* "not-started", "in-progress", "done", "cancelled", then NULL. */
extern const char *const task_status_names[TASK_STATUSES + 1];

/* A status by its name or in Vietnamese («đã hoàn thành»), marks or not; TASK_UNSAID for none. */
enum task_status task_status_find(const char *text);

/*
 * What an entry may decide about others, those that stand under a task and title which the plan no
 * longer has (see plan/progress/entry_target.h): they count for another task, for none because it
 * is gone or in doubt, or are closed for good.
 */
enum entry_decision {
    DECIDES_NOTHING,
    DECIDES_CARRIED,
    DECIDES_SET_ASIDE,
    DECIDES_CLOSED,
    ENTRY_DECISIONS
};

/* NULL, then "carried", "set-aside", "closed": what stands in the place of a status. */
extern const char *const entry_decision_names[ENTRY_DECISIONS];

/* What a spreadsheet may have written another way. */
enum entry_doubt {
    DOUBT_ON = 1 << 0,      /* 03/05/2021: its month may stand before its day */
    DOUBT_DUE = 1 << 1,     /* the same */
    DOUBT_ROUNDED = 1 << 2, /* 1.2E+09 */
    SURELY_TURNED = 1 << 3, /* 05/31/2021 */
};

#define PERCENT_UNSAID (-1)
#define SPENT_UNSAID INT64_C(-1)
#define VOIDS_MISSING UINT64_MAX /* an entry that is no longer in the journal */

/* What a blank cell leaves unsaid stays as it was. Strings are borrowed, NULL where blank. */
struct journal_entry {
    uint64_t seq;            /* from 1, growing */
    const char *recorded_at; /* a time as RFC 3339 writes it */
    const char *by, *plan;
    const char *task;  /* «III.2», «V.1/1» */
    const char *title; /* of the task, as it stood; NULL in entries of journals without titles */
    enum task_status status;
    struct date on;    /* the day from which it holds */
    int percent;       /* 0 to 100 of the task */
    int64_t spent_vnd; /* on the task so far, altogether */
    struct date due;   /* a new due date */
    const char *note, *evidence;
    /* Of DECIDES_CARRIED, `task` and `title` say where to, and the evidence where from: the former
     * id and, after a space, the former title. Of the other decisions they are the former ones. */
    enum entry_decision decision;
    unsigned char doubts;      /* bits of enum entry_doubt, of a damaged file's entries alone */
    const char *value;         /* what was measured, as written */
    const char *id;            /* the entry's own, wherever it is copied; NULL: it has none */
    const char *chain;         /* what ties it to the entry before it (journal/entry_seal.h) */
    const char *voids_id;      /* the id of the entry that it takes back, NULL where `voids` says */
    uint64_t voids;            /* the seq of the entry that this one takes back, 0 for none */
    size_t line;               /* in its file */
    const struct place *place; /* of an answer; borrowed. NULL: the start of its line */
};

struct journal {
    char *path;                    /* owned; NULL: none */
    bool beside;                   /* its plan, so that it is of that plan alone */
    bool of_one_plan;              /* its file's only one, whatever the entries call it */
    bool own_folder;               /* in the user's data: its folder is made where it is missing */
    size_t jobs;                   /* threads that may read it at once; 0 is one */
    struct journal_entry *entries; /* by seq */
    size_t count, capacity;
    struct arena arena;
};

/* Zeroed is empty. */
void journal_release(struct journal *journal);

/* Where an entry stands in its file. */
struct place journal_entry_place(const struct journal_entry *entry);

/* The entry with that seq, or NULL. */
const struct journal_entry *journal_find(const struct journal *journal, uint64_t seq);

/*
 * The seq of the entry that took each one back, in the entries' order, 0 where none did; voids
 * made after `as_of` do not count (unset: all count). A void may itself be voided. The caller
 * frees it.
 */
uint64_t *journal_voided_by(const struct journal *journal, struct date as_of);

#endif
