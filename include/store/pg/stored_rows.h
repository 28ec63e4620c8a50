// SPDX-License-Identifier: MIT
/*
 * The rows of the shared store that our reader computes of a plan's file: parts, sections, tasks
 * and milestones, with all that questions are answered from.
 */
#ifndef STORE_PG_STORED_ROWS_H
#define STORE_PG_STORED_ROWS_H

#include "base/postgresql.h"
#include "plan/plan.h"

/* Raised when rows get new meanings: questions are not answered from those of earlier readers. */
enum { STORED_READER = 2 };

/* A version of a plan's file in the store, by its keys as SQL writes them. */
struct stored_version {
    const char *organisation, *plan, *number;
    const struct plan *parts; /* the plans of the file, a chain */
};

/*
 * Rows are collected in tables of the session's own, then taken into the store all at once. All
 * three run in one transaction of the caller's; -1 with an error.
 */
int stored_rows_begin(struct pg_connection *connection, struct error *error);
int stored_rows_copy(struct pg_connection *connection, const struct stored_version *version,
                     struct error *error);
int stored_rows_take(struct pg_connection *connection, struct error *error);

#endif
