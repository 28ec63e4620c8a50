// SPDX-License-Identifier: MIT
/* Changes as rows: the columns of `diff`, and the lines under its table. */
#ifndef VIEW_CHANGE_VIEW_H
#define VIEW_CHANGE_VIEW_H

#include "plan/diff/diff.h"
#include "view/records/records.h"

struct change_row {
    const struct change *change;
};

/*
 * People read old and new words as one text, [-gone-] {+new+}, under
 * headings of their tasks, or unheaded with the task's id.
 */
extern const struct column_table change_columns, change_columns_unheaded;

/* Appends the heading over each table's rows: «III.4 (was III.3)  Title», or one for all tasks
 * that are only renumbered. */
void change_add_heading(const void *row, struct strbuf *out);
bool change_same_heading(const void *a, const void *b);

/* Appends «1 added, 2 reworded» or «no differences», and below it the totals: «44 → 45 tasks». */
void change_add_totals(struct strbuf *out, const struct diff *diff, enum lang lang);

#endif
