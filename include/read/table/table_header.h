// SPDX-License-Identifier: MIT
/* A plan table's header: which column is which. It may take two rows, and come again on each page.
 */
#ifndef READ_TABLE_TABLE_HEADER_H
#define READ_TABLE_TABLE_HEADER_H

#include "base/message.h"
#include "read/column_names.h"
#include "read/table/table.h"

#include <stdbool.h>
#include <stdint.h>

struct table_header {
    size_t line, offset;            /* of its first row; line 0: none was found */
    size_t width;                   /* in cells */
    int column_of[COLUMN_COMPUTED]; /* the cell that a key stands in, -1 for none */
    bool official;                  /* sections are rows of their own, rather than cells of each */
    int64_t unit;                   /* that the budget's heading names, in đồng; 0 for none */
    char **headings; /* of all columns, trimmed; the second row's joined to the first's */
};

/* What an error says where there is none. */
#define TABLE_HEADER_EXPECTED                                                                      \
    N_("expected a header row with the columns TT and Nhiệm vụ, or section, number and title")

/* Looks for a header in a table's first rows. True where there is one; release it then. */
bool table_header_find(struct table_header *header, const struct table *table,
                       const struct column_names *names);
void table_header_release(struct table_header *header);

/*
 * Takes a row right below the header as its second («Chủ trì», «Phối hợp» under «Cơ quan thực
 * hiện»); false where it is none.
 */
bool table_header_join(struct table_header *header, const struct table_row *row,
                       const struct column_names *names);

/* Whether the row is the header once more, or its columns' numbers: «(1) (2) (3)». */
bool table_header_repeats(const struct table_header *header, const struct table_row *row,
                          const struct column_names *names);
bool table_header_numbers(const struct table_header *header, const struct table_row *row);

/* The first cell that means what another before it does, or -1. */
int table_header_twice(const struct table_header *header, const struct column_names *names,
                       int *key);

/* Whether a cell is blank: nothing but white space. */
bool table_cell_is_blank(const char *cell);

#endif
