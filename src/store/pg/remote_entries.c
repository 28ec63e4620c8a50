// SPDX-License-Identifier: MIT
/* A plan's entries on its server. */
#include "base/memory.h"
#include "base/message.h"
#include "journal/entry_line.h"
#include "store/pg/remote.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char entries_statement[] = "select e.plan, " REMOTE_ENTRY_COLUMNS " from cchc.entry e"
                                        " where e.organisation = $1 and e.plan = $2 order by e.seq";

enum { ATTEMPTS = 7, FIRST_WAIT = 100 };

/* Appends the text as a cell of CSV. */
static void add_cell(struct strbuf *out, const char *text)
{
    strbuf_addc(out, '"');
    for (; text != NULL && *text != '\0'; text++) {
        if (*text == '"')
            strbuf_addc(out, '"');
        strbuf_addc(out, *text);
    }
    strbuf_addc(out, '"');
}

/* The rows as the text of a journal, which the one reader of journals reads. */
static void add_journal(struct strbuf *out, const struct pg_rows *rows, size_t first, size_t end)
{
    struct entry_header header;
    entry_header_init(&header, out, ',', "\n");
    for (size_t i = first; i < end; i++) {
        for (size_t j = 0; j < ENTRY_JOURNAL_COLUMNS; j++) {
            if (j > 0)
                strbuf_addc(out, ',');
            add_cell(out, pg_cell(rows, i, j + 1).text);
        }
        strbuf_addc(out, '\n');
    }
}

static struct pg_rows *ask_entries(const struct remote_plan *plan, struct error *error)
{
    char organisation[PG_NUMBER_SIZE], number[PG_NUMBER_SIZE];
    const struct pg_value parameters[] = {pg_number(organisation, plan->organisation),
                                          pg_number(number, plan->plan)};
    return pg_query(plan->server->connection, entries_statement, parameters, 2, error);
}

int remote_add_journal(const struct remote_plan *plan, struct strbuf *out, struct error *error)
{
    struct pg_rows *rows = ask_entries(plan, error);
    if (rows != NULL)
        add_journal(out, rows, 0, pg_row_count(rows));
    pg_rows_free(rows);
    return rows != NULL ? 0 : -1;
}

static void add_fault(struct error_list *errors, const struct error *why)
{
    error_list_set_code(errors, error_list_add(errors, NULL, "%s", why->text), why->code);
}

/* The rows from `first` to `end`. */
static int read_journal(struct journal *journal, const struct pg_rows *rows, size_t first,
                        size_t end, struct error_list *errors)
{
    struct journal_text text = {0};
    int status = 0;
    if (end > first) {
        add_journal(&text.bytes, rows, first, end);
        status = journal_text_read(journal, &text, errors);
    }
    journal_text_release(&text);
    return status;
}

int remote_read_journal(const struct remote_plan *plan, struct journal *journal,
                        struct error_list *errors)
{
    struct error why;
    struct pg_rows *rows = ask_entries(plan, &why);
    if (rows == NULL) {
        add_fault(errors, &why);
        return -1;
    }
    int status = read_journal(journal, rows, 0, pg_row_count(rows), errors);
    pg_rows_free(rows);
    return status;
}

int remote_read_entries(const struct remote_plan *plan, struct journal *journal,
                        struct error_list *errors)
{
    const struct remote_server *server = plan->server;
    if (server->entries == NULL)
        return remote_read_journal(plan, journal, errors);
    return read_journal(journal, server->entries,
                        plan->row > 0 ? server->entry_ends[plan->row - 1] : 0,
                        server->entry_ends[plan->row], errors);
}

static int lock_once(const struct remote_plan *plan, int64_t *last, struct error *error)
{
    char organisation[PG_NUMBER_SIZE], number[PG_NUMBER_SIZE];
    const struct pg_value parameters[] = {pg_number(organisation, plan->organisation),
                                          pg_number(number, plan->plan)};
    struct pg_connection *connection = plan->server->connection;
    static const char begin[] =
        "begin isolation level read committed; set local lock_timeout = '30s'; "
        "set local idle_in_transaction_session_timeout = '60s'";
    if (pg_run(connection, begin, error) != 0)
        return -1;
    struct pg_rows *rows =
        pg_query(connection, "select cchc.lock_plan($1::int, $2)", parameters, 2, error);
    *last = rows != NULL ? pg_integer(rows, 0, 0) : 0;
    pg_rows_free(rows);
    return rows != NULL ? 0 : -1;
}

/* Connects anew; a server that was killed needs some seconds, and some more each time. */
static int reconnect(struct pg_connection *connection)
{
    struct error ignored;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        long milliseconds = FIRST_WAIT << attempt;
        const struct timespec wait = {milliseconds / 1000, milliseconds % 1000 * 1000000};
        if (pg_reopen(connection, &ignored) == 0)
            return 0;
        nanosleep(&wait, NULL);
    }
    return -1;
}

/* Nothing was written yet: what failed may be tried again. */
static int lock(const struct remote_plan *plan, int64_t *last, struct error *error)
{
    struct pg_connection *connection = plan->server->connection;
    for (int attempt = 1;; attempt++) {
        if (lock_once(plan, last, error) == 0)
            return 0;
        pg_rollback(connection);
        bool again =
            pg_may_retry(connection) || (pg_is_lost(connection) && reconnect(connection) == 0);
        if (!again || attempt == ATTEMPTS)
            return -1;
    }
}

int remote_begin(const struct remote_plan *plan, struct error *error)
{
    return lock(plan, &plan->server->last, error);
}

/* A cell of the entry as a parameter; blank is NULL. */
static const char *cell_of(struct strbuf *cell, const struct journal_entry *entry, int column)
{
    entry_add_cell(cell, entry, column);
    return cell->length > 0 ? cell->text : NULL;
}

int remote_append_one(const struct remote_plan *plan, const struct journal_entry *entry, bool sent,
                      struct strbuf *id, struct error *error)
{
    static const int columns[] = {ENTRY_RECORDED_AT, ENTRY_BY,    ENTRY_PLAN,     ENTRY_TASK,
                                  ENTRY_STATUS,      ENTRY_ON,    ENTRY_PERCENT,  ENTRY_SPENT_VND,
                                  ENTRY_DUE,         ENTRY_NOTE,  ENTRY_EVIDENCE, ENTRY_VOIDS,
                                  ENTRY_VALUE,       ENTRY_TITLE, ENTRY_ID};
    enum { COLUMNS = sizeof columns / sizeof *columns };
    struct strbuf cells[COLUMNS] = {{0}};
    struct pg_value parameters[COLUMNS + 2];
    char organisation[PG_NUMBER_SIZE], number[PG_NUMBER_SIZE];
    parameters[0] = pg_number(organisation, plan->organisation);
    parameters[1] = pg_number(number, plan->plan);
    for (size_t i = 0; i < COLUMNS; i++) {
        bool kept = sent || (columns[i] != ENTRY_RECORDED_AT && columns[i] != ENTRY_ID);
        parameters[i + 2] = PG_TEXT(kept ? cell_of(&cells[i], entry, columns[i]) : NULL);
    }
    struct pg_rows *rows =
        pg_query(plan->server->connection,
                 "select new_id from cchc.append($1::int, $2, $3, $4, $5, $6, $7, $8, $9::int, $10,"
                 " $11, $12, $13, $14, $15, $16, $17)",
                 parameters, COLUMNS + 2, error);
    if (rows != NULL && id != NULL) {
        strbuf_clear(id);
        strbuf_adds(id, pg_cell(rows, 0, 0).text);
    }
    for (size_t i = 0; i < COLUMNS; i++)
        strbuf_release(&cells[i]);
    pg_rows_free(rows);
    return rows != NULL ? 0 : -1;
}

/* Asks the server anew whether it has an entry: returns 1 or 0, or -1 if it cannot be asked. */
static int find_entry(const struct remote_plan *plan, const char *id)
{
    struct error ignored;
    char organisation[PG_NUMBER_SIZE], number[PG_NUMBER_SIZE];
    const struct pg_value parameters[] = {pg_number(organisation, plan->organisation),
                                          pg_number(number, plan->plan), PG_TEXT(id)};
    struct pg_connection *connection = plan->server->connection;
    if (reconnect(connection) != 0)
        return -1;
    struct pg_rows *rows = pg_query(
        connection, "select from cchc.entry where organisation = $1 and plan = $2 and id = $3",
        parameters, 3, &ignored);
    int found = rows == NULL ? -1 : pg_row_count(rows) > 0;
    pg_rows_free(rows);
    return found;
}

/* Commits. If the answer is lost with the connection, only the server knows whether it happened. */
static int commit(const struct remote_plan *plan, const char *last_id, struct error *error)
{
    struct pg_connection *connection = plan->server->connection;
    if (pg_run(connection, "commit", error) == 0)
        return 0;
    if (!pg_is_lost(connection))
        return -1;
    int found = find_entry(plan, last_id);
    if (found > 0)
        return 0;
    if (found == 0)
        return -1;
    return error_set(
        error, ERROR_SYSTEM,
        "%s: the connection was lost while the entries were recorded, and whether they "
        "are is not known: `cchc log` says, once the server is back",
        pg_name(connection));
}

static int append_all(const struct remote_plan *plan, const struct journal_entry *entries,
                      size_t count, struct error *error)
{
    struct strbuf id = {0};
    int status = 0;
    for (size_t i = 0; i < count && status == 0; i++)
        status = remote_append_one(plan, &entries[i], false, &id, error);
    if (status == 0)
        status = commit(plan, strbuf_text(&id), error);
    strbuf_release(&id);
    return status;
}

/* Takes the lock again after a failure that may go away. The entries were checked against those
 * that were there: if there are more now, they are not to be recorded. */
static int lock_again(const struct remote_plan *plan, struct error *error)
{
    struct pg_connection *connection = plan->server->connection;
    int64_t last;
    pg_rollback(connection);
    if (lock(plan, &last, error) != 0)
        return -1;
    if (last == plan->server->last)
        return 0;
    return error_set(error, ERROR_SYSTEM,
                     "%s: others have recorded meanwhile, and nothing was recorded here: run the "
                     "command again",
                     pg_name(connection));
}

int remote_append(const struct remote_plan *plan, const struct journal_entry *entries, size_t count,
                  struct error *error)
{
    for (int attempt = 1;; attempt++) {
        if (append_all(plan, entries, count, error) == 0)
            return 0;
        if (!pg_may_retry(plan->server->connection) || attempt == ATTEMPTS ||
            lock_again(plan, error) != 0)
            return -1;
    }
}

void remote_end(const struct remote_plan *plan)
{
    pg_rollback(plan->server->connection);
}
