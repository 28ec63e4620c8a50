// SPDX-License-Identifier: MIT
/* The schema of the shared store, as numbered steps that are built in from data/store. */
#ifndef STORE_PG_PG_SCHEMA_H
#define STORE_PG_PG_SCHEMA_H

#include "base/postgresql.h"

/*
 * Brings the database's schema up to this program's, in one transaction; does nothing if it is up
 * to date. `done` gets the number of steps that were missing.
 */
int pg_schema_init(struct pg_connection *connection, size_t *done, struct error *error);

/* Checks that the database has exactly the schema that this program knows; -1 with an error
 * otherwise. */
int pg_schema_check(struct pg_connection *connection, struct error *error);

#endif
