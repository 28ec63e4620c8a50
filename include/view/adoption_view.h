// SPDX-License-Identifier: MIT
/* The rows of `adopt`: the entries of an adjusted plan and the tasks that they are carried to. */
#ifndef VIEW_ADOPTION_VIEW_H
#define VIEW_ADOPTION_VIEW_H

#include "plan/diff/adoption.h"
#include "view/records/records.h"

/* Rows are pointers to a struct adoption_item. */
extern const struct column_table adoption_columns;

#endif
