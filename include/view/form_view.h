// SPDX-License-Identifier: MIT
/* Forms that were written, as rows: the columns of `form`. */
#ifndef VIEW_FORM_VIEW_H
#define VIEW_FORM_VIEW_H

#include "plan/summary/answer_round.h"
#include "view/records/records.h"

struct form_row {
    const struct round_agency *agency;
    const char *file;
};
extern const struct column_table form_columns;

#endif
