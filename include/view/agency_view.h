// SPDX-License-Identifier: MIT
/* Offices as rows, each a struct agency_count: the columns of `agencies`. */
#ifndef VIEW_AGENCY_VIEW_H
#define VIEW_AGENCY_VIEW_H

#include "plan/summary/agency_list.h"
#include "view/records/records.h"

extern const struct column_table agency_columns;

#endif
