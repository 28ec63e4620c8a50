// SPDX-License-Identifier: MIT
/*
 * Plans on servers: what `--plan postgresql://…` names. Each stands among the store's files as one
 * of them; its bytes come from the server and are read as they were when it was brought, and its
 * entries are the server's.
 */
#ifndef STORE_PG_REMOTE_H
#define STORE_PG_REMOTE_H

#include "base/postgresql.h"
#include "base/strbuf.h"
#include "journal/journal_text.h"
#include "plan/agency.h"
#include "plan/office.h"
#include "read/plan_read.h"

/* One server, and what it says is there. */
struct remote_server {
    const char *url; /* borrowed */
    struct pg_connection *connection;
    char store[40]; /* the store's own id, the same on a standby */
    struct pg_rows *plans, *bytes, *agencies;
    size_t found;       /* how many of the ids that were asked for */
    struct error error; /* where it cannot be asked */
    bool failed;
};

/* One plan's file on a server. */
struct remote_plan {
    struct remote_server *server;
    size_t row; /* of server->plans */
    int64_t organisation, plan, version, seq;
    const char *name, *file, *organisation_name;
};

/*
 * Connects to a server and asks for its plans that the session may read, in the order of their
 * files; of those the ones of some ids only where there are any. `bytes`: their files, too.
 * What is wrong is server->error.
 */
void remote_server_ask(struct remote_server *server, const char *const *only, size_t only_count,
                       bool bytes);
void remote_server_release(struct remote_server *server);
size_t remote_count(const struct remote_server *server);
void remote_plan_init(struct remote_plan *plan, struct remote_server *server, size_t row);

/* Reads the plan from its bytes, with what was said of it when it was brought; `path` is borrowed
 * by it. */
struct plan *remote_read(const struct remote_plan *plan, const char *path, struct read_options how,
                         struct error_list *errors);

/* What stood beside the plan: fills what is not there yet. The strings live as long as `arena`. */
void remote_read_beside(const struct remote_plan *plan, struct office *office,
                        struct agency_table *agencies, struct arena *arena,
                        struct error_list *errors);

/* Reads all entries of the plan into an empty journal whose path is set. */
int remote_read_journal(const struct remote_plan *plan, struct journal *journal,
                        struct error_list *errors);

/* Appends the entries as the text of a journal. */
int remote_add_journal(const struct remote_plan *plan, struct strbuf *out, struct error *error);

/* Begins a transaction that holds the plan's lock, so that nobody else records meanwhile; the
 * server says whether the session may. */
int remote_begin(const struct remote_plan *plan, struct error *error);

/*
 * Appends entries, which get what the server gives them: number, time, id and chain, and ends the
 * transaction; all or none. Their strings live in the arena.
 */
int remote_append(const struct remote_plan *plan, const struct journal_entry *entries, size_t count,
                  struct error *error);

/* Appends one within a transaction; `sent`: it keeps its time and its id. */
int remote_append_one(const struct remote_plan *plan, const struct journal_entry *entry, bool sent,
                      struct strbuf *id, struct error *error);
void remote_end(const struct remote_plan *plan);

#endif
