// SPDX-License-Identifier: MIT
/* The columns of a plan's table as rows: those of `plans --roles`. */
#ifndef VIEW_ROLE_VIEW_H
#define VIEW_ROLE_VIEW_H

#include "plan/column.h"
#include "plan/plan.h"

struct role_row {
    const struct plan *plan;
    size_t column;
};

extern const struct column_table role_columns, role_columns_of_plans; /* of one, of several plans */

#endif
