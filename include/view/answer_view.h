// SPDX-License-Identifier: MIT
/* Agencies of a round of answers as rows, each a struct round_agency: `answers`. */
#ifndef VIEW_ANSWER_VIEW_H
#define VIEW_ANSWER_VIEW_H

#include "plan/summary/answer_round.h"
#include "view/records/records.h"

extern const struct column_table answer_columns;

#endif
