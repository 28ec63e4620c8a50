// SPDX-License-Identifier: MIT
/*
 * JSON being written: quoting, commas and line breaks are its own. Zeroed, it has nothing written;
 * at the top one value may follow another, each on a line.
 */
#ifndef VIEW_JSON_H
#define VIEW_JSON_H

#include "plan/column.h"

#include <stdio.h>

enum { JSON_WRITTEN_DEPTH = 31 }; /* the most that is open at once: bits of an unsigned */

struct json {
    struct strbuf text;             /* that was not flushed yet */
    struct strbuf scratch;          /* for the value of a column */
    bool breaks;                    /* the next value begins a line */
    unsigned depth;                 /* of what is open */
    unsigned arrays, lines, filled; /* bits of 1 << depth: what is open is an array, has each
                                       element on a line of its own, has one already */
};

void json_release(struct json *json);

/* Hands over what was written so far; whether the stream took it, the caller checks. */
void json_flush(struct json *json, FILE *out);

/* Begins an object or array, ended by json_end; `key` is NULL but in an object. */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
void json_lines(struct json *json, const char *key); /* an array, each element on a line */
void json_end(struct json *json);

/* Makes the next value begin on a new line. */
void json_break(struct json *json);

/* Writes the exact value: null for an unknown one, dates as strings, the rest as numbers. */
void json_value(struct json *json, const char *key, struct value value);
void json_bool(struct json *json, const char *key, bool value);

/* Write a column of a row as a member, and all columns of a table that machines get. */
void json_column(struct json *json, const struct column *column, const void *row);
void json_columns(struct json *json, const struct column_table *table, const void *row);

#endif
