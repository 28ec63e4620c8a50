// SPDX-License-Identifier: MIT
/* Functions shared by the files that administer a shared store. */
#ifndef STORE_PG_PG_SHARED_H
#define STORE_PG_PG_SHARED_H

#include "store/pg/remote.h"

/* Connects to a server whose store is of this program's schema; NULL with an error. */
struct pg_connection *shared_open(const char *url, struct error *error);

/*
 * Asks a server for the plan of that name. `organisation` tells apart plans of one name; NULL
 * stands for the only one that has such a plan. The caller releases the server, whatever was
 * returned.
 */
int shared_find(struct remote_server *server, const char *url, const char *name,
                const char *organisation, bool bytes, struct remote_plan *plan,
                struct error *error);

#endif
