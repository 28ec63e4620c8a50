// SPDX-License-Identifier: MIT
#include "io/docx_columns.h"

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

/* Where each of Word's columns begins, and last where the table ends. */
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

/* The column whose left border is nearest one of Word's. */
static uint32_t nearest(const struct docx_columns *columns, const uint64_t *at, uint32_t start)
{
    uint32_t found = 0;
    for (uint32_t i = 1; i < columns->best_count; i++)
        if (distance(at[columns->best[i]], at[start]) <
            distance(at[columns->best[found]], at[start]))
            found = i;
    return found;
}

void docx_columns_align(const struct docx_columns *columns, struct grid *grid, size_t row,
                        size_t merge)
{
    uint64_t at[DOCX_COLUMNS_MAX + 1];
    uint32_t column_of[DOCX_COLUMNS_MAX + 1];
    place_borders(columns, at);
    for (uint32_t i = 0; i <= DOCX_COLUMNS_MAX; i++)
        column_of[i] = nearest(columns, at, i);
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
        uint32_t end = area->column + area->columns, last = 0;
        while (last < columns->best_count && columns->best[last] < end)
            last++;
        area->column = column_of[area->column];
        area->columns = last > area->column ? last - area->column : 1;
    }
}
