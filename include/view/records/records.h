// SPDX-License-Identifier: MIT
/* Rows and the columns chosen for them: a command's answer, before it is written in a format. */
#ifndef VIEW_RECORDS_RECORDS_H
#define VIEW_RECORDS_RECORDS_H

#include "base/error.h"
#include "base/lang.h"
#include "plan/column.h"

#include <stdio.h>

/* The style of text for people. */
struct style {
    enum lang lang;
    bool colour;
    unsigned width; /* in terminal columns */
    bool one_line;  /* a row is one line, however long: what `grep` reads is not wrapped */
};

/* Returns the width at which rows and texts wrap; with `one_line` one that none of them reaches. */
unsigned style_wrap(const struct style *style);

/* Everything is borrowed but `columns` and `rows`, which records_release frees. */
struct records {
    const struct column **columns;
    size_t column_count;
    const void **rows;
    size_t row_count;
    const struct column *more; /* columns that these rows have beside their table's … */
    size_t more_count;         /* … which go with all of it; JSON has them as one object */
    const void *total;         /* one more row, after a table's others and beside JSON's; or NULL */
    const char *rows_key;      /* what JSON calls the rows beside the total; NULL: "groups" */

    /* A heading over the rows that share it, in tables; NULL for none. Rows are in its order. */
    void (*add_heading)(const void *row, struct strbuf *out);
    bool (*same_heading)(const void *a, const void *b);

    const char *title; /* over it all where it is text to be sent, in Markdown; or NULL */
    const char *to;    /* whom it is sent to, in a mail; or NULL */
    const char *as_of; /* the day it is all about, beside the total in JSON; or NULL */
    const struct error_list *errors; /* what these are without, where findings say so; or NULL */
    const char *footer;              /* lines below a table, "" for none */
};

/*
 * A format of rows. Its writer's file ends with it; write/format.c lists all of them. What is for
 * people follows the language, what is for machines is the same in every one.
 */
struct row_format {
    void (*write)(const struct records *records, const struct style *style, FILE *out);
    bool for_people;
    /* A line for what is wrong with a file, in its own form; NULL: a sentence, as everywhere. */
    void (*add_error)(struct strbuf *out, const struct error *error, const char *text);
};

/* The formats that some command treats in its own way. */
extern const struct row_format rows_table; /* for a terminal, fitted to its width */
extern const struct row_format rows_json;  /* an array; {"groups", "total"} if there is a total */
extern const struct row_format rows_jsonl; /* an object a line */
extern const struct row_format rows_markdown; /* a table as GitHub reads it */

void records_release(struct records *records);

/* Takes the rows of an array, `size` bytes each; the array is borrowed. */
void records_set_rows(struct records *records, const void *rows, size_t count, size_t size);

/*
 * Chooses columns: those of `names` (comma-separated, "all" for every one), or by default the
 * table's own for people and every exact one for machines.
 */
int records_choose(struct records *records, const struct column_table *table, const char *names,
                   const struct row_format *format, struct error *error);

/* Orders the rows by a column: dates and figures by value, text folded, unknown ones last. */
int records_sort(struct records *records, const struct column_table *table, const char *name,
                 bool reverse, struct error *error);

/* Writes the answer, for machines in English. Whether the stream took it, main checks once at the
 * end. */
void records_write(const struct records *records, const struct row_format *format,
                   const struct style *style, FILE *out);

#endif
