// SPDX-License-Identifier: MIT
#include "read/office/docx_columns.h"

#include <string.h>

bool docx_columns_add_width(struct docx_columns *columns, size_t width)
{
    if (columns->width_count == DOCX_COLUMNS_MAX)
        return false;
    columns->widths[columns->width_count++] = (uint32_t)width;
    return true;
}

bool docx_columns_add_cell(struct docx_columns *columns, uint32_t start)
{
    if (columns->row_count == DOCX_COLUMNS_MAX)
        return false;
    columns->row[columns->row_count++] = start;
    return true;
}

void docx_columns_end_row(struct docx_columns *columns)
{
    if (columns->row_count > columns->best_count) {
        memcpy(columns->best, columns->row, columns->row_count * sizeof *columns->row);
        columns->best_count = columns->row_count;
    }
    columns->row_count = 0;
}

/* Stores where each of Word's columns begins, and then where the table ends. */
static void place_borders(const struct docx_columns *columns, uint64_t at[DOCX_COLUMNS_MAX + 1])
{
    at[0] = 0;
    for (size_t i = 0; i < DOCX_COLUMNS_MAX; i++)
        at[i + 1] =
            at[i] + (i < columns->width_count && columns->widths[i] > 0 ? columns->widths[i] : 1);
}

static uint64_t distance(uint64_t a, uint64_t b)
{
    return a > b ? a - b : b - a;
}

/* For each of Word's columns, the one whose left border is nearest. */
static void find_nearest(const struct docx_columns *columns,
                         uint32_t column_of[DOCX_COLUMNS_MAX + 1])
{
    uint64_t at[DOCX_COLUMNS_MAX + 1];
    const uint32_t *best = columns->best;
    uint32_t found = 0;
    place_borders(columns, at);
    for (uint32_t i = 0; i <= DOCX_COLUMNS_MAX; i++) {
        while (found + 1 < columns->best_count &&
               distance(at[best[found + 1]], at[i]) < distance(at[best[found]], at[i]))
            found++;
        column_of[i] = found;
    }
}

void docx_columns_align(const struct docx_columns *columns, struct grid *grid, size_t row,
                        size_t merge)
{
    uint32_t column_of[DOCX_COLUMNS_MAX + 1];
    find_nearest(columns, column_of);
    for (; row < grid->row_count; row++) {
        struct grid_cell *cells = &grid->cells[grid->rows[row].first];
        for (uint32_t i = 0; i < grid->rows[row].count; i++) {
            cells[i].column = column_of[cells[i].column];
            grid->rows[row].width = cells[i].column + 1;
            if (i > 0 && cells[i].column == cells[i - 1].column)
                cells[i].mark = GRID_FAILED;
        }
    }
    for (; merge < grid->merge_count; merge++) {
        struct grid_merge *area = &grid->merges[merge];
        uint32_t end = area->column + area->columns, last = column_of[area->column];
        area->column = last;
        while (last < columns->best_count && columns->best[last] < end)
            last++;
        area->columns = last > area->column ? last - area->column : 1;
    }
}
