// SPDX-License-Identifier: MIT
/* What becomes of progress whose plan was adjusted, as rows: the columns of adopt. */
#ifndef VIEW_ADOPTION_VIEW_H
#define VIEW_ADOPTION_VIEW_H

#include "plan/diff/adoption.h"
#include "view/records/records.h"

/* Rows are pointers to a struct adoption_item. */
extern const struct column_table adoption_columns;

#endif
