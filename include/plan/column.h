// SPDX-License-Identifier: MIT
/* Columns: what can be asked about a row. One table serves every format, --columns, --sort and
 * help, so that these cannot disagree. */
#ifndef PLAN_COLUMN_H
#define PLAN_COLUMN_H

#include "base/date.h"
#include "base/strbuf.h"
#include "plan/field.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum value_kind {
    VALUE_NONE, /* unknown: an empty cell, null in JSON */
    VALUE_TEXT,
    VALUE_INTEGER,
    VALUE_MONEY, /* đồng; shown to people in millions */
    VALUE_DATE,
    VALUE_SHARE, /* thousandths; shown to people in percent */
};
_Static_assert(VALUE_TEXT < VALUE_INTEGER, "sorted, texts come before figures");

struct value {
    enum value_kind kind;
    const char *text;
    int64_t number;
    struct date date;
};

struct value value_none(void);
struct value value_text(const char *text); /* VALUE_NONE for NULL */
struct value value_integer(int64_t number);
struct value value_money(int64_t vnd);
struct value value_share(int64_t thousandths);
struct value value_date(struct date date); /* VALUE_NONE for an unset date */

/* One column of a row, for every output format. */
struct column {
    const char *name;    /* in machine formats, --columns and --sort */
    const char *heading; /* of the column in a table */
    const char *help;
    /* Returns the exact value; its text may lie in `scratch` until that changes. NULL if `field` is
     * set. */
    struct value (*get)(const void *row, struct strbuf *scratch);

    unsigned weight;   /* share of the width when a table must wrap; 0 never wraps */
    bool right;        /* right-aligned */
    bool table_only;   /* not a default column of machine formats */
    bool translatable; /* the text is the program's own and is translated for people */
    bool marked;       /* tables with colour show [-words-] red and {+words+} green */

    /* The cell of a struct task_row that the column shows; NULL: `get` computes it. */
    const struct field *field;
    /* For a struct task_row: the heading of a column of the plan that has no known meaning, or
     * NULL. */
    const char *kept;
    /* Returns the value for people, if it differs; may be NULL. */
    struct value (*show)(const void *row, struct strbuf *scratch);
    /* Compares two rows that have the value; NULL: the values themselves are compared. */
    int (*compare)(const void *a, const void *b, bool reverse);
};

/* Returns the exact value of a row, whether it is kept or computed. */
struct value column_value(const struct column *column, const void *row, struct strbuf *scratch);

/* The columns of one kind of row: the columns of `base`, if it is set (it has no base itself), and
 * then its own. */
struct column_table {
    const struct column *items;
    size_t count;
    const char *shown; /* the default columns of a table, separated by commas */
    const struct column_table *base;
};

/* Initialises a table from an array of columns. */
#define COLUMN_TABLE(array, names)                                                                 \
    {                                                                                              \
        .items = (array), .count = sizeof(array) / sizeof *(array), .shown = (names)               \
    }

/* Returns the column at an index, or NULL after the last one. */
const struct column *column_table_at(const struct column_table *table, size_t index);

const struct column *column_find(const struct column_table *table, const char *name);

#endif
