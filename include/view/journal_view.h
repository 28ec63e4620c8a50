// SPDX-License-Identifier: MIT
/* The rows of `journal check`: the faults of a journal. */
#ifndef VIEW_JOURNAL_VIEW_H
#define VIEW_JOURNAL_VIEW_H

#include "view/records/records.h"

/* Rows are struct journal_finding (plan/progress/journal_finding.h). */
extern const struct column_table journal_columns;

#endif
