// SPDX-License-Identifier: MIT
/*
 * The lines around a plan's table: above it the title, who signs, the year and the unit of money;
 * below it what the document declares as its totals.
 */
#ifndef READ_TABLE_TABLE_TEXT_H
#define READ_TABLE_TABLE_TEXT_H

#include "read/plan_builder.h"
#include "read/table/table.h"

#define TABLE_TEXT_WRONG_UNIT                                                                      \
    N_("«%s»: expected a unit of money: đồng, nghìn đồng, triệu đồng or tỷ đồng")

/* Zeroed but for the first two, it has read none. */
struct table_text {
    struct plan_builder *builder;
    struct table *table;
    int year, last_year; /* that the lines name; last: of the one before, -1 if they differ */
    char *above;         /* the last line above the header, owned */
};

/* Takes a row above the header. */
void table_text_above(struct table_text *outside, const struct table_row *row);

/* Takes a row below the table that may be part of the footer. */
void table_text_below(struct table_text *outside, const struct table_row *row);

/* Returns the cells of a row as one line of text; the caller frees it. */
char *table_text_of(const struct table *table, const struct table_row *row);

/* Ends the reading: sets what the footer declares, and the year of the builder's plans. */
void table_text_end(struct table_text *outside);
void table_text_release(struct table_text *outside);

/* Returns a cell as it is read: without the apostrophe that escapes a formula, if cells of the
 * table have one. */
const char *table_cell(const struct table *table, const char *cell);

#endif
