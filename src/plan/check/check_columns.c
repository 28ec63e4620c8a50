// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/letters.h"
#include "base/message.h"
#include "base/text.h"

/* Returns whether any row has a cell in an extra column. */
static bool is_used(const struct plan *plan, size_t extra)
{
    bool used = false;
    for (size_t i = 0; i < plan->section_count && !used; i++) {
        const struct extra_cells *cells = plan->sections[i]->extra;
        used = extra < cells->count && cells->cells[extra] != NULL;
    }
    for (size_t i = 0; i < plan->task_count && !used; i++) {
        const struct extra_cells *cells = plan->tasks[i]->extra;
        used = extra < cells->count && cells->cells[extra] != NULL;
    }
    return used;
}

void check_column_unread(struct check *check)
{
    const struct plan *plan = check->plan;
    for (size_t i = 0; i < plan->column_count; i++) {
        const struct plan_column *column = &plan->columns[i];
        char quoted[TEXT_QUOTE_SIZE], letters[COLUMN_LETTERS_SIZE];
        if (column->role != NULL || !is_used(plan, column->extra))
            continue;
        check_add(check, at_location(column->location),
                  "column «%s» (%s) is kept as it stands: its heading does not say what it is",
                  text_quote_all(quoted, column->heading != NULL ? column->heading : ""),
                  column_letters(letters, i));
    }
}
