// SPDX-License-Identifier: MIT
/*
 * Columns: what a row can be asked for. One table of them serves every format, --columns, --sort
 * and help, so that these cannot disagree.
 */
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
    VALUE_MONEY, /* đồng; people read it in millions */
    VALUE_DATE,
    VALUE_SHARE, /* thousandths; people read it in percent */
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
struct value value_date(struct date date); /* VALUE_NONE where unset */

/* How the format being written sees a row. */
struct column {
    const char *name;    /* in machine formats, --columns and --sort */
    const char *heading; /* over a table's column */
    const char *help;
    /* The exact value; a text may lie in `scratch` until that changes. NULL where `field` says it.
     */
    struct value (*get)(const void *row, struct strbuf *scratch);

    unsigned weight; /* share of the width in a table where text must wrap; 0 never wraps */
    bool right;      /* aligned */
    bool table_only; /* not among a machine format's columns unless asked for */
    bool worded;     /* its text is the program's own, which people read in their language */
    bool marked;     /* [-words-] are red and {+words+} green where a table has colour */

    /* The cell of a struct task_row that it is; NULL: `get` computes it. */
    const struct field *field;
    /* The heading of a column that the plan keeps for a struct task_row; NULL: it is none. */
    const char *kept;
    /* What people read instead, where that differs. */
    struct value (*show)(const void *row, struct strbuf *scratch);
    /* The order of two rows that have the value, where that of the values does not do. */
    int (*compare)(const void *a, const void *b, bool reverse);
};

/* The exact value of a row, whether it is kept or computed. */
struct value column_value(const struct column *column, const void *row, struct strbuf *scratch);

/*
 * The columns of one kind of row: its own, or where it has a `base`, those of that table, which has
 * none, and then its own.
 */
struct column_table {
    const struct column *items;
    size_t count;
    const char *shown; /* comma-separated: a table's columns by default */
    const struct column_table *base;
};

/* The table of an array of columns. */
#define COLUMN_TABLE(array, names)                                                                 \
    {                                                                                              \
        .items = (array), .count = sizeof(array) / sizeof *(array), .shown = (names)               \
    }

/* The column at an index, NULL behind the last. */
const struct column *column_table_at(const struct column_table *table, size_t index);

const struct column *column_find(const struct column_table *table, const char *name);

#endif
