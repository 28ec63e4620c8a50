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

/* The columns of an entry's row, in the order of a journal's file. */
#define REMOTE_ENTRY_COLUMNS                                                                       \
    "e.seq, e.recorded_at, e.by, e.plan_id, e.task, e.status, to_char(e.on_day, 'YYYY-MM-DD'),"    \
    " e.percent, e.spent_vnd, to_char(e.due, 'YYYY-MM-DD'), e.note, e.evidence, e.voids, e.value," \
    " e.title, e.id, e.chain"

struct remote_survey;

/* One server, and what it says is there. Rows of entries, parts and tasks begin with their plan's
 * id and are in the order of the plans. */
struct remote_server {
    const char *url; /* borrowed */
    struct pg_connection *connection;
    char store[40]; /* the store's own id, the same on a standby */
    struct pg_rows *plans, *bytes;
    struct pg_rows *entries;       /* of all plans; NULL: asked for when they are needed */
    struct pg_rows *parts, *tasks; /* of the plans that are not read whole; NULL: all are */
    struct pg_rows *year_round;
    struct pg_rows *totals;                     /* see remote_question.h */
    size_t *entry_ends, *part_ends, *task_ends; /* by plan: the row after its last one */
    struct remote_survey *survey;
    int64_t last;       /* while entries are recorded: the number of the plan's last one before */
    size_t found;       /* how many of the ids that were asked for */
    struct error error; /* if it cannot be asked */
    bool failed;
};

/* One plan's file on a server. */
struct remote_plan {
    struct remote_server *server;
    size_t row; /* of server->plans */
    int64_t organisation, plan, version, seq, place;
    const char *name, *file, *organisation_name;
};

/* The data that is asked for besides the list of plans. */
enum { REMOTE_BYTES = 1, REMOTE_ENTRIES = 2 };

/*
 * Connects to a server and asks for the plans that the session may read, in the order of their
 * files; if `only_count` is not 0, for those with one of these ids alone. `what`: bits of REMOTE_….
 * A failure sets server->failed and server->error.
 */
void remote_server_ask(struct remote_server *server, const char *const *only, size_t only_count,
                       unsigned what);

/* Do the steps of a question (remote_question.h): the first connects, unless it has, and begins
 * a transaction; the second lists the plans in an array of ids, with the files of those in
 * `whole`. Return -1 with server->error. */
int remote_server_begin(struct remote_server *server);
int remote_server_list(struct remote_server *server, const char *plans, const char *whole);

/* Drops what was asked and keeps the connection. */
void remote_server_forget(struct remote_server *server);
void remote_server_release(struct remote_server *server);
size_t remote_count(const struct remote_server *server);
void remote_plan_init(struct remote_plan *plan, struct remote_server *server, size_t row);

/* Reads the plan from its bytes, with what was said of it when it was brought; `path` is borrowed
 * by it. */
struct plan *remote_read(const struct remote_plan *plan, const char *path, struct read_options how,
                         struct error_list *errors);

/* Reads the settings and agencies that were beside the plan, and fills what is not set yet. The
 * strings live as long as `arena`. */
void remote_read_beside(const struct remote_plan *plan, struct office *office,
                        struct agency_table *agencies, struct arena *arena,
                        struct error_list *errors);

/* Reads all entries of the plan, as they are now, into an empty journal whose path is set. */
int remote_read_journal(const struct remote_plan *plan, struct journal *journal,
                        struct error_list *errors);

/* Reads the entries that came with the plans instead: those of the tasks that have travelled. */
int remote_read_entries(const struct remote_plan *plan, struct journal *journal,
                        struct error_list *errors);

/* Appends the entries as the text of a journal. */
int remote_add_journal(const struct remote_plan *plan, struct strbuf *out, struct error *error);

/* Begins a transaction that holds the plan's lock, so that nobody else records meanwhile, and sets
 * server->last. Retries if the connection was lost. Returns -1 with an error, also if the server
 * does not let the session record; then no transaction is open. */
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
