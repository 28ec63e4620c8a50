// SPDX-License-Identifier: MIT
/*
 * A connection to a PostgreSQL server, by libpq, which is loaded when the first one is opened.
 * Every statement is a text of this program's own; what comes from files and people travels as
 * parameters.
 */
#ifndef BASE_POSTGRESQL_H
#define BASE_POSTGRESQL_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct pg_connection;
struct pg_rows;

/* A parameter or a value: `length` bytes and a NUL after them; text NULL is SQL's NULL. */
struct pg_value {
    const char *text;
    size_t length;
};

#define PG_TEXT(value) ((struct pg_value){(value), 0}) /* a text that ends in NUL */
#define PG_NUMBER_SIZE 24

/* Returns the number as a parameter, written into the buffer. */
struct pg_value pg_number(char buffer[PG_NUMBER_SIZE], int64_t number);

/* Appends an item (NULL for none) to the text of an array, which pg_array_end completes: «{}»
 * without any. */
struct strbuf;
void pg_array_add(struct strbuf *array, const char *item);
void pg_array_end(struct strbuf *array);

/* Returns whether a text is the address of a server («postgresql://…»). */
bool pg_is_url(const char *text);

/* Appends the address without what is secret in it: no password, no options. */
void pg_add_shown(struct strbuf *out, const char *url);

/*
 * Connects as the address and libpq's own means (service file, password file, environment) say.
 * Returns NULL with an ERROR_SYSTEM that names the server. The caller closes it.
 */
struct pg_connection *pg_open(const char *url, struct error *error);
void pg_close(struct pg_connection *connection);

/* Returns the server as people are told of it; as long as the connection lives. */
const char *pg_name(const struct pg_connection *connection);

/* Reconnects with the same address; -1 with an error. */
int pg_reopen(struct pg_connection *connection, struct error *error);

/*
 * Runs one statement with parameters $1 … and gives its rows, to be freed with pg_rows_free; NULL
 * with an ERROR_SYSTEM, or the ERROR_USAGE that a function of the schema raised (SQLSTATE CC001).
 */
struct pg_rows *pg_query(struct pg_connection *connection, const char *statement,
                         const struct pg_value *parameters, size_t count, struct error *error);

/* Does the same for statements whose columns are all bytea: their bytes come as they are stored. */
struct pg_rows *pg_query_bytes(struct pg_connection *connection, const char *statement,
                               const struct pg_value *parameters, size_t count,
                               struct error *error);

/* Runs statements without parameters; rows that they return are dropped. */
int pg_run(struct pg_connection *connection, const char *statements, struct error *error);

/* Returns whether the last error may go away when the transaction is tried again, and whether
 * the connection was lost with it. */
bool pg_may_retry(const struct pg_connection *connection);
bool pg_is_lost(const struct pg_connection *connection);

/* Ends a transaction that failed, whatever it left. */
void pg_rollback(struct pg_connection *connection);

size_t pg_row_count(const struct pg_rows *rows);
struct pg_value pg_cell(const struct pg_rows *rows, size_t row, size_t column);
int64_t pg_integer(const struct pg_rows *rows, size_t row, size_t column); /* 0 for NULL */
void pg_rows_free(struct pg_rows *rows);

/* Sends rows to a COPY … FROM STDIN in its text format; see pg_copy_add. */
int pg_copy_begin(struct pg_connection *connection, const char *statement, struct error *error);
int pg_copy_send(struct pg_connection *connection, const struct strbuf *lines, struct error *error);
int pg_copy_end(struct pg_connection *connection, struct error *error);

/* Appends a value of a line of COPY's text format, its tab before it unless it is the first. */
void pg_copy_add(struct strbuf *line, const char *text, bool first);

#endif
