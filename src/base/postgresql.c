// SPDX-License-Identifier: MIT
#include "base/postgresql.h"

#include "base/library.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIBRARY_FUNCTIONS(X)                                                                       \
    X(PQclear)                                                                                     \
    X(PQconnectdbParams)                                                                           \
    X(PQerrorMessage)                                                                              \
    X(PQexec)                                                                                      \
    X(PQexecParams)                                                                                \
    X(PQfinish)                                                                                    \
    X(PQgetResult)                                                                                 \
    X(PQgetisnull)                                                                                 \
    X(PQgetlength)                                                                                 \
    X(PQgetvalue)                                                                                  \
    X(PQntuples)                                                                                   \
    X(PQputCopyData)                                                                               \
    X(PQputCopyEnd)                                                                                \
    X(PQresultErrorField)                                                                          \
    X(PQresultErrorMessage)                                                                        \
    X(PQresultStatus)                                                                              \
    X(PQsetNoticeReceiver)                                                                         \
    X(PQstatus)

struct libpq {
#define POINTER(function) __typeof__(function) *function;
    LIBRARY_FUNCTIONS(POINTER)
#undef POINTER
};

#define STATE_SIZE 6 /* an SQLSTATE and a NUL */

struct pg_connection {
    struct libpq lib;
    PGconn *link;
    char *url, *name;
    char state[STATE_SIZE]; /* of the last error */
};

struct pg_rows {
    const struct libpq *lib;
    PGresult *result;
};

bool pg_is_url(const char *text)
{
    return strncmp(text, "postgresql://", strlen("postgresql://")) == 0 ||
           strncmp(text, "postgres://", strlen("postgres://")) == 0;
}

void pg_add_shown(struct strbuf *out, const char *url)
{
    const char *start = strstr(url, "://") + 3;
    size_t length = strcspn(start, "?");
    const char *host = start;
    for (size_t i = 0; i < length && start[i] != '/'; i++)
        if (start[i] == '@')
            host = start + i + 1;
    strbuf_add(out, url, (size_t)(start - url));
    strbuf_add(out, host, length - (size_t)(host - start));
}

struct pg_value pg_number(char buffer[PG_NUMBER_SIZE], int64_t number)
{
    snprintf(buffer, PG_NUMBER_SIZE, "%lld", (long long)number);
    return PG_TEXT(buffer);
}

void pg_array_add(struct strbuf *array, const char *item)
{
    strbuf_addc(array, array->length == 0 ? '{' : ',');
    if (item == NULL) {
        strbuf_adds(array, "NULL");
        return;
    }
    strbuf_addc(array, '"');
    for (; *item != '\0'; item++) {
        if (*item == '"' || *item == '\\')
            strbuf_addc(array, '\\');
        strbuf_addc(array, *item);
    }
    strbuf_addc(array, '"');
}

void pg_array_end(struct strbuf *array)
{
    strbuf_adds(array, array->length == 0 ? "{}" : "}");
}

static int load(struct libpq *lib, struct error *error)
{
#define SYMBOL(function) {#function, &lib->function},
    const struct library_symbol symbols[] = {LIBRARY_FUNCTIONS(SYMBOL)};
#undef SYMBOL
    if (library_load(PQ_LIBRARY, symbols, sizeof symbols / sizeof *symbols, error) == 0)
        return 0;
    return error_set(error, ERROR_SYSTEM,
                     "a store on PostgreSQL needs a library that does not load: %s; install it "
                     "(Debian: libpq5)",
                     PQ_LIBRARY);
}

static void ignore_notice(void *context, const PGresult *result)
{
    (void)context;
    (void)result;
}

/* The first line of what libpq says, without the full stop or line end. */
static int refuse(struct pg_connection *connection, const char *reason, struct error *error)
{
    size_t length = strcspn(reason, "\n");
    if (strncmp(reason, "ERROR:  ", strlen("ERROR:  ")) == 0) {
        reason += strlen("ERROR:  ");
        length -= strlen("ERROR:  ");
    }
    if (pg_is_lost(connection))
        return error_set(error, ERROR_SYSTEM, "%s: the connection is lost: %.*s", connection->name,
                         (int)length, reason);
    return error_set(error, ERROR_SYSTEM, "%s: %.*s", connection->name, (int)length, reason);
}

static int link_up(struct pg_connection *connection, struct error *error)
{
    /* What stands in the address comes last and wins, so that a timeout of its own holds. */
    static const char *const given[] = {"client_encoding", "fallback_application_name",
                                        "connect_timeout", "dbname", NULL};
    const char *const wanted[] = {"UTF8", "cchc", "10", connection->url, NULL};
    connection->link = connection->lib.PQconnectdbParams(given, wanted, 1);
    if (connection->link == NULL || connection->lib.PQstatus(connection->link) != CONNECTION_OK) {
        const char *reason = connection->link != NULL
                                 ? connection->lib.PQerrorMessage(connection->link)
                                 : "out of memory";
        return error_set(error, ERROR_SYSTEM, "%s: no connection: %.*s", connection->name,
                         (int)strcspn(reason, "\n"), reason);
    }
    connection->lib.PQsetNoticeReceiver(connection->link, ignore_notice, NULL);
    return 0;
}

struct pg_connection *pg_open(const char *url, struct error *error)
{
    struct strbuf name = {0};
    struct pg_connection *connection = memory_alloc(sizeof *connection);
    pg_add_shown(&name, url);
    *connection =
        (struct pg_connection){.url = memory_copy(url, strlen(url)), .name = strbuf_detach(&name)};
    if (load(&connection->lib, error) == 0 && link_up(connection, error) == 0)
        return connection;
    pg_close(connection);
    return NULL;
}

int pg_reopen(struct pg_connection *connection, struct error *error)
{
    connection->lib.PQfinish(connection->link);
    connection->link = NULL;
    return link_up(connection, error);
}

void pg_close(struct pg_connection *connection)
{
    if (connection == NULL)
        return;
    if (connection->link != NULL)
        connection->lib.PQfinish(connection->link);
    free(connection->url);
    free(connection->name);
    free(connection);
}

const char *pg_name(const struct pg_connection *connection)
{
    return connection->name;
}

bool pg_is_lost(const struct pg_connection *connection)
{
    return connection->link == NULL || connection->lib.PQstatus(connection->link) != CONNECTION_OK;
}

/* Serialization failure, deadlock, and a lock that was not to be had in time. */
bool pg_may_retry(const struct pg_connection *connection)
{
    static const char *const states[] = {"40001", "40P01", "55P03"};
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (strcmp(connection->state, states[i]) == 0)
            return true;
    return false;
}

void pg_rollback(struct pg_connection *connection)
{
    if (pg_is_lost(connection))
        return;
    connection->lib.PQclear(connection->lib.PQexec(connection->link, "rollback"));
}

/* What the schema's own functions raise is meant for people. */
static int judge(struct pg_connection *connection, PGresult *result, struct error *error)
{
    const struct libpq *lib = &connection->lib;
    ExecStatusType status = lib->PQresultStatus(result);
    *connection->state = '\0';
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN)
        return 0;
    const char *state = result != NULL ? lib->PQresultErrorField(result, PG_DIAG_SQLSTATE) : NULL;
    snprintf(connection->state, STATE_SIZE, "%s", state != NULL ? state : "");
    const char *primary =
        result != NULL ? lib->PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
    if (strcmp(connection->state, "CC001") == 0)
        return error_set(error, ERROR_USAGE, "%s: %s", connection->name, primary);
    if (strcmp(connection->state, "42501") == 0)
        return error_set(error, ERROR_SYSTEM, "%s: this login may not do that: %s",
                         connection->name, primary);
    return refuse(connection, primary != NULL ? primary : lib->PQerrorMessage(connection->link),
                  error);
}

static struct pg_rows *query(struct pg_connection *connection, const char *statement,
                             const struct pg_value *parameters, size_t count, int format,
                             struct error *error)
{
    enum { MOST = 32 };
    const char *values[MOST];
    int lengths[MOST], formats[MOST];
    const struct libpq *lib = &connection->lib;
    for (size_t i = 0; i < count; i++) {
        values[i] = parameters[i].text;
        lengths[i] = (int)parameters[i].length;
        formats[i] = parameters[i].length > 0; /* of bytes, whose length is given */
    }
    PGresult *result = lib->PQexecParams(connection->link, statement, (int)count, NULL, values,
                                         lengths, formats, format);
    if (judge(connection, result, error) != 0) {
        lib->PQclear(result);
        return NULL;
    }
    struct pg_rows *rows = memory_alloc(sizeof *rows);
    *rows = (struct pg_rows){lib, result};
    return rows;
}

struct pg_rows *pg_query(struct pg_connection *connection, const char *statement,
                         const struct pg_value *parameters, size_t count, struct error *error)
{
    return query(connection, statement, parameters, count, 0, error);
}

struct pg_rows *pg_query_bytes(struct pg_connection *connection, const char *statement,
                               const struct pg_value *parameters, size_t count, struct error *error)
{
    return query(connection, statement, parameters, count, 1, error);
}

int pg_run(struct pg_connection *connection, const char *statements, struct error *error)
{
    PGresult *result = connection->lib.PQexec(connection->link, statements);
    int status = judge(connection, result, error);
    connection->lib.PQclear(result);
    return status;
}

size_t pg_row_count(const struct pg_rows *rows)
{
    return (size_t)rows->lib->PQntuples(rows->result);
}

struct pg_value pg_cell(const struct pg_rows *rows, size_t row, size_t column)
{
    int i = (int)row, j = (int)column;
    if (rows->lib->PQgetisnull(rows->result, i, j))
        return (struct pg_value){0};
    return (struct pg_value){rows->lib->PQgetvalue(rows->result, i, j),
                             (size_t)rows->lib->PQgetlength(rows->result, i, j)};
}

int64_t pg_integer(const struct pg_rows *rows, size_t row, size_t column)
{
    struct pg_value value = pg_cell(rows, row, column);
    return value.text != NULL ? strtoll(value.text, NULL, 10) : 0;
}

void pg_rows_free(struct pg_rows *rows)
{
    if (rows == NULL)
        return;
    rows->lib->PQclear(rows->result);
    free(rows);
}

int pg_copy_begin(struct pg_connection *connection, const char *statement, struct error *error)
{
    return pg_run(connection, statement, error);
}

int pg_copy_send(struct pg_connection *connection, const struct strbuf *lines, struct error *error)
{
    if (connection->lib.PQputCopyData(connection->link, strbuf_text(lines), (int)lines->length) ==
        1)
        return 0;
    return refuse(connection, connection->lib.PQerrorMessage(connection->link), error);
}

int pg_copy_end(struct pg_connection *connection, struct error *error)
{
    const struct libpq *lib = &connection->lib;
    if (lib->PQputCopyEnd(connection->link, NULL) != 1)
        return refuse(connection, lib->PQerrorMessage(connection->link), error);
    int status = 0;
    for (PGresult *result; (result = lib->PQgetResult(connection->link)) != NULL;) {
        if (status == 0)
            status = judge(connection, result, error);
        lib->PQclear(result);
    }
    return status;
}

void pg_copy_add(struct strbuf *line, const char *text, bool first)
{
    if (!first)
        strbuf_addc(line, '\t');
    if (text == NULL)
        strbuf_adds(line, "\\N");
    for (; text != NULL && *text != '\0'; text++) {
        static const char special[] = "\\\t\n\r";
        static const char letters[] = "\\tnr";
        const char *found = strchr(special, *text);
        if (found != NULL)
            strbuf_addc(line, '\\');
        strbuf_addc(line, found != NULL ? letters[found - special] : *text);
    }
}
