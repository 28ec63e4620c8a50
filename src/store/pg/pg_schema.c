// SPDX-License-Identifier: MIT
#include "store/pg/pg_schema.h"

#include "base/embed.h"
#include "base/message.h"

#include <string.h>

EMBED(embedded_store_tables, "data/store/001-tables.sql");
EMBED(embedded_store_rights, "data/store/002-rights.sql");
EMBED(embedded_store_append, "data/store/003-append.sql");
EMBED(embedded_store_answers, "data/store/004-answers.sql");

static const char *const steps[] = {embedded_store_tables_start, embedded_store_rights_start,
                                    embedded_store_append_start, embedded_store_answers_start};
enum { STEPS = sizeof steps / sizeof *steps };

/* The number of steps that the database has, -1 if it has no schema of ours. */
static int find_version(struct pg_connection *connection, int64_t *version, struct error *error)
{
    struct pg_rows *rows =
        pg_query(connection, "select case when to_regnamespace('cchc') is null then -1 else 0 end",
                 NULL, 0, error);
    if (rows == NULL)
        return -1;
    *version = pg_integer(rows, 0, 0);
    pg_rows_free(rows);
    if (*version < 0)
        return 0;
    rows =
        pg_query(connection, "select coalesce(max(number), 0) from cchc.migration", NULL, 0, error);
    if (rows == NULL)
        return -1;
    *version = pg_integer(rows, 0, 0);
    pg_rows_free(rows);
    return 0;
}

static int refuse_newer(const struct pg_connection *connection, int64_t version,
                        struct error *error)
{
    return error_set(error, ERROR_SYSTEM,
                     "%s: the store has version %lld of the schema, and this cchc knows %d: "
                     "expected a newer cchc",
                     pg_name(connection), (long long)version, (int)STEPS);
}

int pg_schema_check(struct pg_connection *connection, struct error *error)
{
    int64_t version;
    if (find_version(connection, &version, error) != 0)
        return -1;
    if (version > STEPS)
        return refuse_newer(connection, version, error);
    if (version < 0)
        return error_set(error, ERROR_SYSTEM,
                         "%s: the database has no store: `cchc store init` makes it",
                         pg_name(connection));
    if (version < STEPS)
        return error_set(error, ERROR_SYSTEM,
                         "%s: the store has version %lld of the schema, and this cchc needs %d: "
                         "its owner runs `cchc store init`",
                         pg_name(connection), (long long)version, (int)STEPS);
    return 0;
}

static int take_step(struct pg_connection *connection, int64_t step, struct error *error)
{
    char number[PG_NUMBER_SIZE];
    struct pg_value parameter = pg_number(number, step + 1);
    if (pg_run(connection, steps[step], error) != 0)
        return -1;
    struct pg_rows *rows = pg_query(connection, "insert into cchc.migration (number) values ($1)",
                                    &parameter, 1, error);
    pg_rows_free(rows);
    return rows != NULL ? 0 : -1;
}

static int take_steps(struct pg_connection *connection, size_t *done, struct error *error)
{
    static const char begin[] = "begin; select pg_advisory_xact_lock(hashtext('cchc'))";
    static const char schema[] =
        "create schema cchc; create table cchc.migration (number int primary key, "
        "applied_at timestamptz not null default clock_timestamp(), "
        "applied_by text not null default session_user)";
    int64_t version;
    if (pg_run(connection, begin, error) != 0 || find_version(connection, &version, error) != 0)
        return -1;
    if (version > STEPS)
        return refuse_newer(connection, version, error);
    if (version < 0 && pg_run(connection, schema, error) != 0)
        return -1;
    for (int64_t step = version < 0 ? 0 : version; step < STEPS; step++, ++*done)
        if (take_step(connection, step, error) != 0)
            return -1;
    return pg_run(connection, "commit", error);
}

int pg_schema_init(struct pg_connection *connection, size_t *done, struct error *error)
{
    *done = 0;
    int status = take_steps(connection, done, error);
    if (status != 0)
        pg_rollback(connection);
    return status;
}
