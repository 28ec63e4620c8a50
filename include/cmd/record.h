// SPDX-License-Identifier: MIT
/* Parts common to update and undo: the person who records, and the answer that shows the
 * changes. */
#ifndef CMD_RECORD_H
#define CMD_RECORD_H

#include "cmd/cmd.h"
#include "store/recording.h"

/* Begins a recording as the options say. The caller releases it, also after an error. */
int record_init(struct cmd_ctx *ctx, const struct record_options *options,
                struct recording *recording, struct error *error);

/* Begins to write to the plan's journal, and tells what is odd about it; see recording_begin. */
int record_begin(struct cmd_ctx *ctx, struct recording *recording, const struct plan *plan,
                 struct error *error);

/* Commits entries that are checked, and then writes what they change, before and after as of each
 * entry's own day. The recording was begun. */
int record_commit(struct cmd_ctx *ctx, struct recording *recording, struct error *error);

/* Checks the entries, and records them all or none. Faults of a file's rows go to the store's
 * errors. */
int record_all(struct cmd_ctx *ctx, struct recording *recording, struct error *error);

#endif
