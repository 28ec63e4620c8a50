// SPDX-License-Identifier: MIT
/* Entries on their way into a journal: what update and undo have in common. */
#ifndef CMD_RECORDING_H
#define CMD_RECORDING_H

#include "base/suggest.h"
#include "cmd/cmd.h"
#include "journal/journal_file.h"
#include "plan/plan_index.h"
#include "plan/progress/update.h"
#include "view/update_view.h"

/* Zeroed is empty. */
struct recording {
    struct journal_entry *entries;
    struct update_target *targets; /* one an entry */
    size_t count, capacity, target_capacity;
    const char *path;       /* of the file the entries came from; NULL: the command line */
    struct journal answers; /* what owns that file's texts */
    const struct record_options *options;
    bool force; /* records what cannot be true yet, too */
    const char *by, *recorded_at;
    struct date on;                /* as the options say, else today */
    struct arena arena;            /* the texts of the entries */
    struct plan_index asked, read; /* the plans of the scope, and all that --in chose from */
};

/* Reads what all entries share: who, when, from which day. */
int recording_begin(struct recording *recording, struct cmd_ctx *ctx, struct error *error);
void recording_release(struct recording *recording);

/* A text as a cell: NFC, runs of white space as one space; NULL where it is blank. */
const char *recording_text(struct arena *arena, const char *text);

/* What an entry of a table is about: in the plan that it names, where there are several. */
int recording_find(struct recording *recording, struct update_target *target,
                   const struct journal_entry *entry, const struct cmd_ctx *ctx,
                   struct error *error);

void recording_add(struct recording *recording, struct journal_entry entry,
                   struct update_target target);

/*
 * Checks the entries, records them all or none, and writes what they change, before and after as
 * of each entry's own day. With --dry-run nothing is recorded. Faults of a file's rows go to
 * ctx->errors.
 */
int recording_run(struct recording *recording, struct cmd_ctx *ctx, struct error *error);

/*
 * Opens the journal of a plan for writing, or reads it for a dry run, into the plan's own. To be
 * ended with journal_close. -1 with `error`, or with ctx->errors.
 */
int recording_open(const struct recording *recording, struct journal_file *file,
                   struct cmd_ctx *ctx, const struct plan *plan, struct error *error);

/* The same, once the entries are ready and checked, their seq and task set. */
int recording_write(struct recording *recording, struct journal_file *file, struct cmd_ctx *ctx,
                    struct error *error);

#endif
