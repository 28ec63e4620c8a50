// SPDX-License-Identifier: MIT
/*
 * Journal entries as the rows of a table: what a journal's file and an agency's answer to
 * `update --from` have in common. The header names the columns in any order; those it does not
 * know are left alone.
 */
#ifndef JOURNAL_ENTRY_TABLE_H
#define JOURNAL_ENTRY_TABLE_H

#include "base/strbuf.h"
#include "plan/progress/journal.h"
#include "read/source.h"
#include "read/table/table.h"

#include <stdbool.h>

/* In the order in which a new journal has them (cchc-journal(5)); ENTRY_SPENT is an answer's. */
enum entry_column {
    ENTRY_SEQ,
    ENTRY_RECORDED_AT,
    ENTRY_BY,
    ENTRY_PLAN,
    ENTRY_TASK,
    ENTRY_STATUS,
    ENTRY_ON,
    ENTRY_PERCENT,
    ENTRY_SPENT_VND,
    ENTRY_DUE,
    ENTRY_NOTE,
    ENTRY_EVIDENCE,
    ENTRY_VOIDS,
    ENTRY_VALUE, /* since version 2, as those that follow */
    ENTRY_TITLE,
    ENTRY_ID,
    ENTRY_CHAIN,
    ENTRY_JOURNAL_COLUMNS,
    ENTRY_SPENT = ENTRY_JOURNAL_COLUMNS, /* in million đồng, or with a unit of its own */
    ENTRY_COLUMNS
};
extern const char *const entry_column_names[ENTRY_COLUMNS];

/* The positions of a file's columns. */
struct entry_header {
    int column_of[ENTRY_COLUMNS]; /* -1 if it has none */
    size_t width, line;           /* of the header; line 0: none was found */
    int64_t spent_unit;           /* of an answer's bare amounts, in đồng; 0: not said */
};

enum entry_rows {
    ENTRIES_OF_JOURNAL, /* each with its seq and `on`, a task or what it voids */
    ENTRIES_OF_DAMAGED, /* the same, but that two may have one number */
    ENTRIES_OF_ANSWER,  /* each with its task; rows that say no more are skipped */
};

/* Reads a CSV text, its delimiter found out, as entry_table_read does; `delimiter` says which. */
int entry_csv_read(struct journal *journal, const struct source *source, enum entry_rows rows,
                   struct entry_header *header, char *delimiter, struct error_list *errors);

/*
 * Appends a table's rows to the journal. Returns 0, or -1 with every fault of it in `errors`. A
 * table without a header is one too, unless it has no row at all.
 */
int entry_table_read(struct journal *journal, struct table *table, enum entry_rows rows,
                     struct entry_header *header, struct error_list *errors);

/*
 * Do the same in steps, for a table whose rows can be read from any of them on: the first finds the
 * header and the first row below it (false if there is none, or if something is wrong); the second
 * appends the rows that are below a header; the third sorts all of them, no two of which may have
 * the same number.
 */
bool entry_table_find_body(struct table *table, enum entry_rows rows, struct entry_header *header,
                           size_t *offset, size_t *line);
void entry_table_read_rows(struct journal *journal, struct table *table, enum entry_rows rows,
                           struct entry_header *header, struct error_list *errors);
void entry_table_order(struct journal *journal, const char *path, enum entry_rows rows,
                       struct error_list *errors);

/* Returns whether one of the table's first rows is the header of an answer. */
bool entry_table_has_header(const struct table *table);

#endif
