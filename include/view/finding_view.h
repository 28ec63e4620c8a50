// SPDX-License-Identifier: MIT
/* Findings and rules as rows: the columns of `check`. */
#ifndef VIEW_FINDING_VIEW_H
#define VIEW_FINDING_VIEW_H

#include "plan/check/check.h"
#include "view/records/records.h"

struct finding_row {
    const struct finding *finding;
    bool with_plan;   /* ids say which plan: PLAN:III.2 */
    bool shared_file; /* by several plans, so that headings say which */
};

/* Findings under headings of their files, and in any order, each with its file. */
extern const struct column_table finding_columns, finding_columns_unheaded;

/* Rows are `struct check_rule`. */
extern const struct column_table rule_columns;

/* Appends the heading over each table's rows: the file and, if the file has several plans, the
 * plan. */
void finding_add_file_heading(const void *row, struct strbuf *out);
bool finding_same_file(const void *a, const void *b);

/* Appends «2 errors, 1 note», or «no findings». */
void finding_add_counts(struct strbuf *out, const struct finding_list *findings, enum lang lang);

#endif
