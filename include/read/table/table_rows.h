// SPDX-License-Identifier: MIT
/*
 * The rows of a plan's table, one after the other: what stands above the header, the header, and
 * below it sections and tasks, or a task in each row.
 */
#ifndef READ_TABLE_TABLE_ROWS_H
#define READ_TABLE_TABLE_ROWS_H

#include "read/plan_builder.h"
#include "read/table/table_header.h"
#include "read/table/table_text.h"

#include <stdbool.h>

struct table_rows {
    struct plan_builder *builder;
    struct table *table;
    const struct column_names *names;
    struct table_header header;
    int keys[COLUMN_COMPUTED]; /* that a task's row is read for, but its section */
    size_t key_count;
    bool *skip, *skip_unused;   /* see struct table_use; one block */
    char used_code[ROMAN_SIZE]; /* the last section code that a use was asked of */
    bool code_is_used;
    size_t *extras; /* the columns that no key has, in order */
    size_t extra_count;
    struct section *section;           /* that the tasks now belong to */
    const char *number;                /* of the last task that is no sub-item */
    unsigned bullets;                  /* sub-items without a number under it */
    const char *last[COLUMN_COMPUTED]; /* cells of the row before */
    bool below_header;                 /* no section or task was read yet */
    bool in_body;                      /* the header is behind */
    bool by_parts;                     /* what follows the header is left to several */
    bool is_part;                      /* and this is one of them, not the first */
    size_t body_offset, body_line;
    struct table_text around;
    const struct table_row *row; /* the one being read, for locate */
};

/* A table_row_handler, its context a struct table_rows. Returns 1 where the rest is left to parts.
 */
int table_rows_read(void *context, const struct table_row *row);

/* Tells the table what of its rows below the header is asked for. */
void table_rows_use(struct table_rows *rows);

/* Takes the header as complete, as the first row below it does. */
void table_rows_end_header(struct table_rows *rows);

#endif
