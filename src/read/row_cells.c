// SPDX-License-Identifier: MIT
#include "read/row_cells.h"

#include <string.h>

/* Cells repeat: one that is as in the row before is stored already. */
void row_cells_store_one(struct row *row, struct plan_builder *builder, int column)
{
    const char **cell = &row->cells[column], **last = &builder->last[column];
    if (*cell == NULL)
        return;
    if (*last != NULL && strcmp(*cell, *last) == 0) {
        *cell = *last;
        return;
    }
    *cell = plan_builder_cell(builder, *cell, strlen(*cell));
    if (*cell != NULL)
        *last = *cell;
}

/* A figure of a task that no plan keeps is looked at as it stands. */
static bool is_passing(const char *cell, int column)
{
    size_t length = strspn(cell, "0123456789,");
    return (column == COLUMN_NUMBER || column == COLUMN_BUDGET) && length > 0 &&
           cell[length] == '\0';
}

/* Returns whether the row becomes a task. A row with a due date does, since it tells the year. */
static bool is_wanted(const struct row *row, struct plan_builder *builder)
{
    const char *code = row->cells[COLUMN_SECTION];
    return row->cells[COLUMN_DUE] != NULL || code == NULL ||
           projection_has_section(&builder->projection, plan_builder_section_value(builder, code));
}

void row_cells_store(struct row *row, struct plan_builder *builder)
{
    row_cells_store_one(row, builder, COLUMN_SECTION);
    row_cells_store_one(row, builder, COLUMN_DUE);
    bool wanted = is_wanted(row, builder);
    column_set skipped = wanted ? builder->projection.skipped : 0;
    column_set read = wanted ? COLUMNS_READ & ~skipped : ROW_CHECKED;
    for (int column = 0; column < COLUMN_COMPUTED; column++) {
        const char **cell = &row->cells[column];
        if ((read >> column & 1) == 0)
            *cell = (skipped >> column & 1) != 0 ? task_text_skipped : NULL;
        else if (*cell != NULL && (wanted || !is_passing(*cell, column)))
            row_cells_store_one(row, builder, column);
    }
}
