// SPDX-License-Identifier: MIT
/* Entries on their way into a store, all or none. */
#ifndef STORE_RECORDING_H
#define STORE_RECORDING_H

#include "plan/plan_index.h"
#include "plan/progress/update.h"
#include "store/store.h"

struct recording {
    struct store *store;
    const char *by, *recorded_at; /* who records the entries, and when; see recording_text */
    struct date today;
    struct date on; /* the day of entries that have none of their own */
    bool force;     /* records what cannot be true yet, too */
    bool dry;       /* records nothing */

    struct journal_entry *entries;
    struct update_target *targets;       /* one per entry */
    struct update_state *before, *after; /* one per entry, as of its day; set by the commit */
    size_t count, capacity, target_capacity;
    size_t repeated; /* entries left out by the commit: the very same were recorded before */
    struct answer_file *files; /* that the entries came from, one for each entry's `file` */
    size_t file_count, file_capacity;
    size_t *file_of; /* of each entry, SIZE_MAX: the command line's */
    size_t file_of_capacity;
    struct arena arena;            /* of the texts of the entries */
    struct plan_index asked, read; /* the plans of the scope, and all that were read */
};

/* Begins with no entry; the store has its plans. Ended by recording_release. */
void recording_init(struct recording *recording, struct store *store);
void recording_release(struct recording *recording);

/* Appends a text as an entry keeps it: in NFC, on one line, each run of white space as one space.
 */
void recording_add_text(struct strbuf *out, const char *text);

/* Returns a copy of the text in the recording's memory; NULL if it is blank. */
const char *recording_text(struct recording *recording, const char *text);

/* Finds the task that an entry is about, in the plan that it names if there are several plans. */
int recording_find(struct recording *recording, struct update_target *target,
                   const struct journal_entry *entry, struct error *error);

void recording_add(struct recording *recording, struct journal_entry entry,
                   struct update_target target);

/*
 * Adds the rows of a table of answers, or of each one in a folder; what is wrong with them goes to
 * the store's errors. `path` is borrowed.
 */
void recording_read_answers(struct recording *recording, const char *path, const char *encoding);

/*
 * Fills in what the entries leave to the recording, and checks each. Faults of a file's rows go to
 * the store's errors.
 */
int recording_check(struct recording *recording, struct error *error);

/*
 * Locks and reads what is recorded of the plan, as it now is. -1 with `error`, or with the store's
 * errors. Ended by recording_end, whatever was returned.
 */
int recording_begin(struct recording *recording, const struct plan *plan, struct error *error);

/*
 * Records the entries, unless it is a dry run; they are on disk when this returns 0. One that says
 * of its task and day what was said before, and not changed since, is left out and counted.
 */
int recording_commit(struct recording *recording, struct error *error);

/*
 * Records decisions about entries of the plan (plan/progress/entry_target.h), whose task, title,
 * decision, note and evidence are set, and fills in the rest of each. The recording was begun.
 */
int recording_commit_decisions(struct recording *recording, const struct plan *plan,
                               struct journal_entry *entries, size_t count, struct error *error);
void recording_end(struct recording *recording);

#endif
