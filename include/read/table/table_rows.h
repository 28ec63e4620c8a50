// SPDX-License-Identifier: MIT
/*
 * A plan out of a table whose header is known, row by row: the official table, with its sections
 * and tasks as rows, or a list that has a task in each row. What stands above the header is the
 * preamble, what follows the last task the footer.
 */
#ifndef READ_TABLE_TABLE_ROWS_H
#define READ_TABLE_TABLE_ROWS_H

#include "read/plan_builder.h"
#include "read/table/official.h"
#include "read/table/table_header.h"
#include "read/table/table_text.h"

#include <stdbool.h>

struct table_rows {
    struct plan_builder *builder;
    struct table *table;
    struct heading_rules rules;
    struct table_header header;
    int keys[COLUMN_COMPUTED]; /* that a task's row is read for */
    size_t key_count;
    size_t *extras;       /* the columns that no key has, in order … */
    size_t *owned_extras; /* … NULL if they are borrowed */
    size_t extra_count;
    const char **extra_cells;      /* room for a row's cells in them */
    struct official_rows official; /* where the table is one */
    bool below_header;             /* no section or task was read yet */
    bool in_body;                  /* the header is behind */
    bool stops_at_list;            /* the rows of a list are read later … */
    size_t body, body_line;        /* … from here on */
    struct table_text outside;
    const struct table_row *row; /* the one being read, for locate */
};

/*
 * Adds what the table holds to the builder's plan, and what is wrong with it to the builder's
 * errors. The caller releases the header.
 */
void table_rows_read_all(struct plan_builder *builder, struct table *table,
                         struct table_header *header, const struct heading_rules *rules);

/* ---- The same in steps, for a table whose rows can be read from any of them on ---- */

/* Starts with a table from its first row on. */
void table_rows_init(struct table_rows *rows, struct plan_builder *builder, struct table *table,
                     const struct table_header *header, const struct heading_rules *rules);

/* Starts with a range of the body of the table that `head` has read down to there; both are
 * borrowed. Its first tasks are of `section`, NULL if none stands before it. */
void table_rows_init_range(struct table_rows *rows, const struct table_rows *head,
                           struct plan_builder *builder, struct table *table);

/* Reads a row as a table_row_handler whose context is a struct table_rows. Returns 1 at the
 * first row of the body, if it is to stop there. */
int table_rows_read(void *context, const struct table_row *row);

/* Ends the reading: sets what the lines around the table state, and hands the header back. */
void table_rows_finish(struct table_rows *rows, struct table_header *header);
void table_rows_release(struct table_rows *rows);

#endif
