// SPDX-License-Identifier: MIT
/* An object as a row: a line of JSON Lines, an element of an array, a task of a plan's document. */
#ifndef READ_JSON_JSON_ROW_H
#define READ_JSON_JSON_ROW_H

#include "read/json/json_document.h"

/* Rows are much alike, so a member is first looked for at the position where the last row had
 * it. Zeroed, it knows no positions. */
struct json_rows {
    struct json_document *document;
    unsigned char keys[JSON_KEYS_MAX]; /* the column of each member and 1; 0: unknown */
    struct strbuf text;                /* of a row that was scanned */
};

void json_rows_release(struct json_rows *rows);

/* Adds the value that the document has scanned as a row, if it plainly is one. Returns false if
 * it has to be parsed first. Problems with it are added to the builder's errors. */
bool json_rows_add_scanned(struct json_rows *rows);

/* Returns whether a parsed value is a row rather than a plan {"sections"}. */
bool json_rows_is_row(const cJSON *value);

/* Adds a parsed object as a task of the section that it names. What is wrong with it is in the
 * builder's errors. */
void json_rows_add(struct json_rows *rows, const cJSON *object);

/*
 * Makes a row of a tree of a parsed object. The keys of `aside` (its last is NULL) are no cells of
 * it. The amount of a task or group is read, and a task becomes the plan's next. NULL if that
 * cannot be, with an error.
 */
struct task *json_rows_make(struct json_rows *rows, const cJSON *object, const char *const *aside,
                            enum row_kind kind);

/* Adds an error for each key that an object has twice; returns -1 if there is one. */
int json_row_check_keys(const struct json_document *document, const cJSON *object);

/* Returns whether a key is in `known`, which ends with NULL. */
bool json_row_is_among(const char *key, const char *const *known);

#endif
