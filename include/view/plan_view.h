// SPDX-License-Identifier: MIT
/* Plans as rows: the columns of `plans`. */
#ifndef VIEW_PLAN_VIEW_H
#define VIEW_PLAN_VIEW_H

#include "plan/check/finding.h"
#include "plan/summary/summary.h"
#include "view/records/records.h"

/* A plan and the totals of its tasks; all of them together have no plan. */
struct plan_row {
    const struct plan *plan;
    struct summary summary;
    size_t findings[SEVERITIES]; /* counted where a chosen column asks for them */
};

/* The columns if any plan has a title, and if none has. */
extern const struct column_table plan_columns, plan_columns_untitled;

/* Returns whether a column counts findings of `check`, which take longer to compute than all
 * else. */
bool plan_column_is_of_findings(const struct column *column);

#endif
