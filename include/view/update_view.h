// SPDX-License-Identifier: MIT
/* The rows of update and undo, which show what an entry changes, and of log, which shows entries.
 */
#ifndef VIEW_UPDATE_VIEW_H
#define VIEW_UPDATE_VIEW_H

#include "plan/progress/update.h"
#include "view/records/records.h"

/* The properties of a task that an entry can change. */
enum update_field {
    UPDATE_STATUS,
    UPDATE_PERCENT,
    UPDATE_SPENT,
    UPDATE_DUE,
    UPDATE_VALUE,
    UPDATE_NOTE,
    UPDATE_EVIDENCE,
    UPDATE_FIELDS
};

struct update_row {
    uint64_t seq; /* of the entry */
    const struct update_target *target;
    bool with_plan; /* ids include the plan: PLAN:III.2 */
    enum update_field field;
    struct update_state before, after;
};
extern const struct column_table update_columns;

/* Returns whether the field differs from before. */
bool update_changes(const struct update_row *row);

struct entry_row {
    const struct journal_entry *entry;
    uint64_t voided_by; /* 0: it counts */
};
/* The columns of one plan's entries, and of several plans'. */
extern const struct column_table entry_columns, entry_columns_of_plans;

#endif
