// SPDX-License-Identifier: MIT
/* The plans in a shared store, as rows: the columns of `store list`. */
#ifndef VIEW_STORE_VIEW_H
#define VIEW_STORE_VIEW_H

#include "view/records/records.h"

struct store_row {
    const char *organisation, *name, *file, *added_at, *added_by, *sha256;
    size_t version, tasks, entries;
};
extern const struct column_table store_columns;

#endif
