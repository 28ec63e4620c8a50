// SPDX-License-Identifier: MIT
/*
 * The tree that the rows of an official table make, told from their marks, from which cells they
 * have, and from how their titles look. Pure: rows of strings in, kinds and parents out.
 */
#ifndef READ_TABLE_OUTLINE_H
#define READ_TABLE_OUTLINE_H

#include "plan/mark.h"
#include "plan/plan.h"

#define OUTLINE_NONE ((size_t)-1)

/* The kinds of cells that a row has besides its mark and its title, as bits. */
#define OUTLINE_WORK 1U   /* an output, an agency, a time */
#define OUTLINE_AMOUNT 2U /* money */
#define OUTLINE_OTHER 4U  /* a note, a source, a column that no role reads */

/* Results of outline_read besides the kinds of rows that a plan keeps. */
enum {
    OUTLINE_CONTINUATION = ROW_KINDS, /* more cells of the row above it, its parent */
    OUTLINE_FOOTER,                   /* a line below the table's last row */
    OUTLINE_UNKNOWN                   /* it cannot be told what it belongs to */
};

struct outline_row {
    const char *cell_mark, *cell_title; /* as they stand, NULL if blank; borrowed */
    unsigned cells;                     /* OUTLINE_ bits */
    bool bold;                          /* its title is set off by the document: bold, merged */
    bool closes;                        /* a cell begins as the end of a document does */

    /* The results of outline_read: */
    unsigned kind;     /* an enum row_kind, or one of the above */
    size_t parent;     /* the row it stands below; OUTLINE_NONE: at the top */
    struct mark mark;  /* kind MARK_NONE if it has none */
    const char *title; /* without the mark; NULL if it has none */
};

/* Fills in the kind, the parent, the mark and the title of every row. */
void outline_read(struct outline_row *rows, size_t count);

#endif
