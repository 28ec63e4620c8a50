// SPDX-License-Identifier: MIT
/* Totals as rows: the columns of `budget`. */
#ifndef VIEW_TALLY_VIEW_H
#define VIEW_TALLY_VIEW_H

#include "plan/summary/tally.h"
#include "view/records/records.h"

struct tally_row {
    const struct tally *tally;
    int64_t whole_vnd; /* what a share is a share of */
};

/* A row for each group and, last, one for the total. The caller frees them. */
struct tally_row *tally_rows(const struct tally_list *list);

/* What every table of groups begins with. */
struct value tally_get_group(const void *row, struct strbuf *scratch);
struct value tally_show_group(const void *row, struct strbuf *scratch);
struct value tally_get_title(const void *row, struct strbuf *scratch);
struct value tally_get_tasks(const void *row, struct strbuf *scratch);
int tally_compare_groups(const void *a, const void *b, bool reverse);

/* Groups with titles (sections, plans) and without (leads, quarters). */
extern const struct column_table tally_columns, tally_columns_untitled;
/* The same where a journal is: their tables show what was spent and what is left. */
extern const struct column_table tally_spent_columns, tally_spent_columns_untitled;

#endif
