// SPDX-License-Identifier: MIT
/* What recording changes, as rows: the columns of update and undo. And entries: those of log. */
#ifndef VIEW_UPDATE_VIEW_H
#define VIEW_UPDATE_VIEW_H

#include "plan/progress/update.h"
#include "view/records/records.h"

/* What of a task an entry may say. */
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
    bool with_plan;
    enum update_field field;
    struct update_state before, after;
};
extern const struct column_table update_columns;

/* Whether the field is another than before. */
bool update_changes(const struct update_row *row);

struct entry_row {
    const struct journal_entry *entry;
    uint64_t voided_by; /* 0: it counts */
};
/* Of one plan, and of several. */
extern const struct column_table entry_columns, entry_columns_of_plans;

#endif
