// SPDX-License-Identifier: MIT
/* The plans in a shared store, and who may do what with them. */
#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "journal/journal_union.h"
#include "plan/agency_key.h"
#include "store/pg/pg_schema.h"
#include "store/pg/pg_shared.h"
#include "store/shared_store.h"

#include <stdlib.h>
#include <string.h>

void shared_plans_release(struct shared_plans *plans)
{
    for (size_t i = 0; i < plans->count; i++) {
        struct shared_plan *plan = &plans->items[i];
        char *const owned[] = {plan->organisation, plan->name,     plan->file,
                               plan->added_at,     plan->added_by, plan->sha256};
        for (size_t j = 0; j < sizeof owned / sizeof *owned; j++)
            free(owned[j]);
    }
    free(plans->items);
    *plans = (struct shared_plans){0};
}

struct pg_connection *shared_open(const char *url, struct error *error)
{
    struct pg_connection *connection = pg_open(url, error);
    if (connection == NULL || pg_schema_check(connection, error) == 0)
        return connection;
    pg_close(connection);
    return NULL;
}

int shared_store_init(const char *url, size_t *steps, struct error *error)
{
    struct pg_connection *connection = pg_open(url, error);
    int status = connection != NULL ? pg_schema_init(connection, steps, error) : -1;
    pg_close(connection);
    return status;
}

/* ---- What is there ---- */

static char *copy_cell(const struct pg_rows *rows, size_t row, size_t column)
{
    struct pg_value value = pg_cell(rows, row, column);
    return memory_copy(value.text != NULL ? value.text : "", value.length);
}

int shared_store_list(const char *url, struct shared_plans *plans, struct error *error)
{
    static const char statement[] =
        "select o.name, p.name, v.file, to_char(v.added_at at time zone 'UTC',"
        " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), v.added_by, encode(v.sha256, 'hex'), v.number,"
        " (select count(*) from cchc.task t where t.organisation = p.organisation and"
        " t.plan = p.id and t.version = v.number), p.seq from cchc.plan p"
        " join cchc.organisation o on o.id = p.organisation join lateral (select * from"
        " cchc.version v where v.organisation = p.organisation and v.plan = p.id"
        " order by v.number desc limit 1) v on true order by v.file collate \"C\", p.organisation, "
        "p.id";
    struct pg_connection *connection = shared_open(url, error);
    struct pg_rows *rows =
        connection != NULL ? pg_query(connection, statement, NULL, 0, error) : NULL;
    for (size_t i = 0; rows != NULL && i < pg_row_count(rows); i++) {
        plans->items =
            memory_grow(plans->items, plans->count, &plans->capacity, sizeof *plans->items);
        plans->items[plans->count++] =
            (struct shared_plan){copy_cell(rows, i, 0),          copy_cell(rows, i, 1),
                                 copy_cell(rows, i, 2),          copy_cell(rows, i, 3),
                                 copy_cell(rows, i, 4),          copy_cell(rows, i, 5),
                                 (size_t)pg_integer(rows, i, 6), (size_t)pg_integer(rows, i, 7),
                                 (size_t)pg_integer(rows, i, 8), false};
    }
    int status = rows != NULL ? 0 : -1;
    pg_rows_free(rows);
    pg_close(connection);
    return status;
}

static int no_such_plan(const struct remote_server *server, const char *name, size_t found,
                        struct error *error)
{
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (found > 1) {
        error_set(error, ERROR_USAGE, "%zu organisations have a plan «%s»", found,
                  text_quote_all(quoted, name));
        return error_settle(error, SETTLED_BY_ORGANISATION);
    }
    size_t count = remote_count(server);
    const char **names = memory_alloc((count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++) {
        struct remote_plan plan;
        remote_plan_init(&plan, (struct remote_server *)server, i);
        names[i] = plan.name;
    }
    names[count] = NULL;
    error_set(error, ERROR_USAGE, "no plan «%s»%s", text_quote_all(quoted, name),
              suggest(hint, name, names));
    free((void *)names);
    return -1;
}

int shared_find(struct remote_server *server, const char *url, const char *name,
                const char *organisation, bool bytes, struct remote_plan *plan, struct error *error)
{
    struct strbuf wanted = {0};
    size_t found = 0;
    *server = (struct remote_server){.url = url};
    remote_server_ask(server, NULL, 0, bytes ? REMOTE_BYTES : 0);
    if (server->failed) {
        *error = server->error;
        return -1;
    }
    if (organisation != NULL)
        agency_key_add(&wanted, organisation, strlen(organisation));
    for (size_t i = 0; i < remote_count(server); i++) {
        struct remote_plan each;
        struct strbuf key = {0};
        remote_plan_init(&each, server, i);
        agency_key_add(&key, each.organisation_name, strlen(each.organisation_name));
        if (strcmp(each.name, name) == 0 &&
            (organisation == NULL || strcmp(strbuf_text(&key), strbuf_text(&wanted)) == 0)) {
            *plan = each;
            found++;
        }
        strbuf_release(&key);
    }
    strbuf_release(&wanted);
    return found == 1 ? 0 : no_such_plan(server, name, found, error);
}

int shared_store_remove(const char *url, const char *name, const char *organisation,
                        struct error *error)
{
    struct remote_server server;
    struct remote_plan plan;
    char whose[PG_NUMBER_SIZE], number[PG_NUMBER_SIZE];
    int status = shared_find(&server, url, name, organisation, false, &plan, error);
    if (status == 0) {
        const struct pg_value parameters[] = {pg_number(whose, plan.organisation),
                                              pg_number(number, plan.plan)};
        struct pg_rows *rows =
            pg_query(server.connection,
                     "delete from cchc.plan where organisation = $1 and id = $2 returning id",
                     parameters, 2, error);
        status = rows != NULL ? 0 : -1;
        pg_rows_free(rows);
    }
    remote_server_release(&server);
    return status;
}

int shared_store_export(const char *url, const char *name, const char *organisation,
                        struct strbuf *file, struct strbuf *bytes, struct strbuf *journal,
                        struct error_list *errors, struct error *error)
{
    struct remote_server server;
    struct remote_plan plan;
    struct journal entries = {0};
    int status = shared_find(&server, url, name, organisation, true, &plan, error);
    if (status == 0) {
        struct pg_value stored = pg_cell(server.bytes, plan.row, 0);
        strbuf_adds(file, plan.file);
        strbuf_add(bytes, stored.text, stored.length);
        if (remote_read_journal(&plan, &entries, errors) == 0 && entries.count > 0)
            journal_union_write(journal, &entries);
        journal_release(&entries);
    }
    remote_server_release(&server);
    return status;
}

/* ---- Rights ---- */

static int find_organisation(struct pg_connection *connection, const char *name, const char *above,
                             char found[PG_NUMBER_SIZE], struct error *error)
{
    struct strbuf key = {0};
    char quoted[TEXT_QUOTE_SIZE];
    agency_key_add(&key, name, strlen(name));
    if (key.length == 0) {
        strbuf_release(&key);
        return error_set(error, ERROR_USAGE, "no organisation «%s»: expected its name",
                         text_quote_all(quoted, name));
    }
    const struct pg_value parameters[] = {PG_TEXT(name), PG_TEXT(strbuf_text(&key)),
                                          PG_TEXT(above)};
    struct pg_rows *rows =
        pg_query(connection, "select cchc.organisation_of($1, $2, $3::int)", parameters, 3, error);
    if (rows != NULL)
        pg_number(found, pg_integer(rows, 0, 0));
    strbuf_release(&key);
    pg_rows_free(rows);
    return rows != NULL ? 0 : -1;
}

static int give(struct pg_connection *connection, const char *login, const char *kind,
                const char *organisation, struct error *error)
{
    const struct pg_value parameters[] = {PG_TEXT(login), PG_TEXT(kind), PG_TEXT(organisation)};
    struct pg_rows *rows =
        pg_query(connection, "select cchc.give($1, $2, $3::int)", parameters, 3, error);
    pg_rows_free(rows);
    return rows != NULL ? pg_run(connection, "commit", error) : -1;
}

int shared_store_grant(const char *url, const char *login, const char *kind,
                       const char *organisation, const char *above, struct error *error)
{
    char parent[PG_NUMBER_SIZE], found[PG_NUMBER_SIZE];
    struct pg_connection *connection = shared_open(url, error);
    int status = connection != NULL ? pg_run(connection, "begin", error) : -1;
    if (status == 0 && above != NULL)
        status = find_organisation(connection, above, NULL, parent, error);
    if (status == 0)
        status = find_organisation(connection, organisation, above != NULL ? parent : NULL, found,
                                   error);
    if (status == 0)
        status = give(connection, login, kind, found, error);
    pg_close(connection);
    return status;
}
