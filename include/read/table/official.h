// SPDX-License-Identifier: MIT
/*
 * The rows of an official table, collected one by one and then made a plan's tree: what a row is,
 * the rows around it tell.
 */
#ifndef READ_TABLE_OFFICIAL_H
#define READ_TABLE_OFFICIAL_H

#include "read/table/outline.h"
#include "read/table/table_header.h"
#include "read/table/table_text.h"

/* A row, until it is known what it is. */
struct official_row {
    struct task *task; /* its cells, in the memory of the plan */
    const char *exact, *due;
    size_t offset, line;
    char decimal_mark;
    char *text; /* all of it on one line, if it may be of the footer; owned, NULL if not */
};

/* Zeroed it has none. */
struct official_rows {
    struct official_row *items;
    struct outline_row *outline;
    size_t count, capacity, outline_capacity;
};

/* Collects a row. `line` is all of the row's text, taken over; NULL if it is a task's for sure.
 */
void official_rows_add(struct official_rows *rows, struct plan_builder *builder, struct row *row,
                       size_t offset, char *line);

/*
 * Makes the tree of the builder's plan, adds what is wrong to the builder's errors, and hands lines
 * of the footer to `outside`. `locate` finds a cell of a row by its offset.
 */
void official_rows_finish(struct official_rows *rows, struct table_text *outside,
                          const struct table_header *header);
void official_rows_release(struct official_rows *rows);

#endif
