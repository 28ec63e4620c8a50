// SPDX-License-Identifier: MIT
/* An object as a row: a line of JSON Lines, an element of an array, a task of a plan's document. */
#ifndef READ_JSON_JSON_ROW_H
#define READ_JSON_JSON_ROW_H

#include "read/json/json_document.h"

/* Rows are much alike: what the last one had where is looked at first. Zeroed, it knows of none. */
struct json_rows {
    struct json_document *document;
    unsigned char keys[JSON_KEYS_MAX]; /* the column of each member and 1; 0: unknown */
    const char *last[COLUMN_COMPUTED]; /* the last cells that were not blank */
    bool is_known;                    /* the document's value is a row of cells, and what its … */
    signed char found[JSON_KEYS_MAX]; /* … members are, by column, or -1, is known by the scan */
    bool left_out[JSON_KEYS_MAX];     /* those that are not parsed */
    bool may_pass;                    /* what no task keeps need not be parsed at all … */
    bool is_passed;                   /* … and the document's value was not: it has no root */
    char figures[2][16];              /* its number and budget */
    struct row passed;
};

/*
 * Parses the value that the document has scanned, without what no task keeps, if it is a row. What
 * it is else is parsed whole.
 */
int json_rows_parse(struct json_rows *rows);

/* Whether the document's value is a row, and no plan {"sections"}. */
bool json_rows_is_row(const struct json_rows *rows);

/*
 * Adds an object of the document (the one that was passed: NULL) as a task of `section`, NULL: of
 * the one that it names. What is wrong with it is in the builder's errors.
 */
void json_rows_add(struct json_rows *rows, const cJSON *object, struct section *section);

/* An error for each key that stands in an object a second time; -1 if there is one. */
int json_row_check_keys(const struct json_document *document, const cJSON *object);

/* Whether a key is one of `known`, whose last is NULL. */
bool json_row_is_among(const char *key, const char *const *known);

/*
 * The members of an object whose keys are none of `known` (its last is NULL), as cells in the
 * plan's columns for them, which are made where they are new. NULL: there are none.
 */
const struct extra_cells *json_row_extras(const struct json_document *document, const cJSON *object,
                                          const char *const *known);

#endif
