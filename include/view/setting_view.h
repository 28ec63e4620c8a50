// SPDX-License-Identifier: MIT
/* Settings as rows: the columns of `config`. */
#ifndef VIEW_SETTING_VIEW_H
#define VIEW_SETTING_VIEW_H

#include "view/records/records.h"

struct setting_row {
    const char *name, *value; /* value NULL: what comes when nothing is said */
    const char *from;
};
extern const struct column_table setting_columns;

#endif
