// SPDX-License-Identifier: MIT
/* Totals as rows: the columns of `budget`. */
#ifndef VIEW_SUMMARY_VIEW_H
#define VIEW_SUMMARY_VIEW_H

#include "plan/summary/summary.h"
#include "view/records/records.h"

struct summary_row {
    const struct summary *summary;
    int64_t whole_vnd; /* what a share is a share of */
};

/* Returns a row for each group and, last, one for the total. The caller frees them. */
struct summary_row *summary_rows(const struct summary_list *list);

/* Get the first columns of every table of groups. */
struct value summary_get_group(const void *row, struct strbuf *scratch);
struct value summary_show_group(const void *row, struct strbuf *scratch);
struct value summary_get_title(const void *row, struct strbuf *scratch);
struct value summary_get_tasks(const void *row, struct strbuf *scratch);
int summary_compare_groups(const void *a, const void *b, bool reverse);

/* Groups with titles (sections, plans) and without (leads, quarters). */
extern const struct column_table summary_columns, summary_columns_untitled;
/* The columns if there is a journal: they also show what was spent and what is left. */
extern const struct column_table summary_spent_columns, summary_spent_columns_untitled;

#endif
