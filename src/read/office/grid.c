// SPDX-License-Identifier: MIT
#include "read/office/grid.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/search.h"

#include <stdlib.h>
#include <string.h>

const char *grid_add_row(struct grid *grid, struct grid_row row)
{
    if (grid->row_count == GRID_ROWS_MAX || row.line > GRID_ROWS_MAX)
        return N_("too many rows: expected at most 1048576");
    if (grid->row_count > 0 && grid->rows[grid->row_count - 1].line >= row.line)
        return N_("its rows are not in order");
    row.first = grid->cell_count;
    row.count = 0;
    grid->rows = memory_grow(grid->rows, grid->row_count, &grid->row_capacity, sizeof row);
    grid->rows[grid->row_count++] = row;
    return NULL;
}

const char *grid_add_cell(struct grid *grid, struct grid_cell cell, size_t length)
{
    struct grid_row *row = &grid->rows[grid->row_count - 1];
    if (cell.column >= GRID_COLUMNS_MAX)
        return N_("too many columns: expected at most 16384");
    if (row->count > 0 && grid->cells[grid->cell_count - 1].column >= cell.column)
        return N_("a row's cells are not in order");
    if (grid->cell_count == GRID_CELLS_MAX)
        return N_("too many cells: expected at most 16777216");
    if (length > GRID_CELL_TEXT_MAX)
        return N_("a cell of over 1 MiB of text");
    if (length > GRID_TEXT_MAX - grid->text)
        return N_("over 512 MiB of text");
    grid->text += length;
    grid->cells = memory_grow(grid->cells, grid->cell_count, &grid->cell_capacity, sizeof cell);
    grid->cells[grid->cell_count++] = cell;
    row->count++;
    if (row->width <= cell.column)
        row->width = cell.column + 1;
    return NULL;
}

const char *grid_add_merge(struct grid *grid, struct grid_merge merge)
{
    if (grid->merge_count == GRID_MERGES_MAX)
        return N_("too many merged areas: expected at most 262144");
    grid->merges =
        memory_grow(grid->merges, grid->merge_count, &grid->merge_capacity, sizeof merge);
    grid->merges[grid->merge_count++] = merge;
    return NULL;
}

static int compare_merges(const void *a, const void *b)
{
    const struct grid_merge *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

const char *grid_finish(struct grid_file *file, struct grid *grid)
{
    if (grid->merge_count > 0)
        qsort(grid->merges, grid->merge_count, sizeof *grid->merges, compare_merges);
    for (size_t i = 0, m = 0; i < grid->row_count; i++) {
        struct grid_row *row = &grid->rows[i];
        while (m < grid->merge_count && grid->merges[m].first < row->line)
            m++;
        for (size_t c = 0; m < grid->merge_count && grid->merges[m].first == row->line; m++) {
            const struct grid_merge *merge = &grid->merges[m];
            while (c < row->count && grid->cells[row->first + c].column < merge->column)
                c++;
            uint32_t end = merge->column + merge->columns;
            if (c < row->count && grid->cells[row->first + c].column == merge->column &&
                row->width < end)
                row->width = end;
        }
        file->area += row->width;
    }
    return file->area > GRID_AREA_MAX ? N_("its cells are too far apart") : NULL;
}

static uint64_t line_at(const void *rows, size_t index)
{
    return ((const struct grid_row *)rows)[index].line;
}

size_t grid_find_row(const struct grid *grid, size_t line)
{
    return search_lower(grid->rows, grid->row_count, line, line_at);
}

static void grid_free(struct grid *grid)
{
    free(grid->rows);
    free(grid->cells);
    free(grid->merges);
    free(grid);
}

void grid_file_release(struct grid_file *file)
{
    for (size_t i = 0; i < file->grid_count; i++)
        grid_free(file->grids[i]);
    for (size_t i = 0; i < file->table_count; i++)
        free(file->tables[i].fill);
    free(file->grids);
    free(file->tables);
    arena_release(&file->strings);
    *file = (struct grid_file){0};
}

struct grid *grid_file_add(struct grid_file *file)
{
    struct grid *grid = memory_alloc(sizeof *grid);
    *grid = (struct grid){0};
    file->grids =
        memory_grow(file->grids, file->grid_count, &file->grid_capacity, sizeof(struct grid *));
    file->grids[file->grid_count++] = grid;
    return grid;
}

void grid_file_add_table(struct grid_file *file, struct grid_table table)
{
    table.table.read = grid_table_read;
    file->tables =
        memory_grow(file->tables, file->table_count, &file->table_capacity, sizeof table);
    file->tables[file->table_count++] = table;
}

/* ---- Reading ---- */

/* The text of a merged area that the rows below its first may take. */
struct merged {
    const char *text; /* NULL for none */
    size_t last;
    char mark;
};

struct reading {
    const struct grid_table *table;
    struct table_row row;
    char *marks;
    size_t capacity;
    struct merged *merged; /* for each column of `fill`; NULL if none is filled */
    size_t next_merge;
};

static void widen(struct reading *reading, size_t width)
{
    if (width <= reading->capacity)
        return;
    reading->row.cells = memory_resize((void *)reading->row.cells, width, sizeof(char *));
    reading->marks = memory_resize(reading->marks, width, 1);
    reading->capacity = width;
}

/* Notes the areas that begin in this row. */
static void begin_areas(struct reading *reading)
{
    const struct grid_table *table = reading->table;
    const struct grid *grid = table->grid;
    for (; reading->next_merge < grid->merge_count; reading->next_merge++) {
        const struct grid_merge *merge = &grid->merges[reading->next_merge];
        if (merge->first > reading->row.line)
            break;
        size_t column = merge->column;
        if (merge->first < reading->row.line || merge->first <= table->fill_after ||
            column >= table->fill_count || column >= reading->row.count ||
            table_cell_is_blank(reading->row.cells[column]))
            continue;
        reading->merged[column] =
            (struct merged){reading->row.cells[column], merge->last, reading->marks[column]};
    }
}

/* Returns whether a row that an area spans takes its text. */
static bool takes(const struct merged *merged, enum grid_fill fill, size_t line)
{
    bool words =
        merged->text != NULL && merged->mark == 0 && strpbrk(merged->text, "0123456789") == NULL;
    return merged->text != NULL && merged->last >= line &&
           (fill == GRID_FILL_TEXT || (fill == GRID_FILL_WORDS && words));
}

static void take_areas(struct reading *reading)
{
    const struct grid_table *table = reading->table;
    bool any = false;
    for (size_t i = 0; i < reading->row.count && !any; i++)
        any = !table_cell_is_blank(reading->row.cells[i]);
    if (!any)
        return;
    widen(reading, table->fill_count);
    for (size_t i = 0; i < table->fill_count; i++) {
        const struct merged *merged = &reading->merged[i];
        if (!takes(merged, table->fill[i], reading->row.line))
            continue;
        for (; reading->row.count <= i; reading->row.count++) {
            reading->row.cells[reading->row.count] = "";
            reading->marks[reading->row.count] = 0;
        }
        if (!table_cell_is_blank(reading->row.cells[i]))
            continue;
        reading->row.cells[i] = merged->text;
        reading->marks[i] = merged->mark;
    }
}

static void fill_row(struct reading *reading, size_t index)
{
    const struct grid *grid = reading->table->grid;
    const struct grid_row *row = &grid->rows[index];
    widen(reading, row->width);
    for (size_t i = 0; i < row->width; i++)
        reading->row.cells[i] = "";
    if (row->width > 0)
        memset(reading->marks, 0, row->width);
    for (size_t i = row->first; i < row->first + row->count; i++) {
        reading->row.cells[grid->cells[i].column] = grid->cells[i].text;
        reading->marks[grid->cells[i].column] = grid->cells[i].mark;
    }
    reading->row.count = row->width;
    reading->row.line = row->line;
    reading->row.offset = index;
    reading->row.marks = reading->marks;
    reading->row.outside = index < reading->table->first || index >= reading->table->last;
}

int grid_table_read(const struct table *table, table_row_handler *handler, void *context,
                    struct error_list *errors)
{
    (void)errors; /* whatever can be wrong was found when the file was read */
    const struct grid_table *self = (const struct grid_table *)table;
    struct reading reading = {.table = self};
    int stopped = 0;
    if (self->fill != NULL) {
        reading.merged = memory_alloc(self->fill_count * sizeof *reading.merged);
        for (size_t i = 0; i < self->fill_count; i++)
            reading.merged[i] = (struct merged){0};
    }
    size_t first = self->lines ? 0 : self->first;
    size_t last = self->lines ? self->grid->row_count : self->last;
    for (size_t i = first; i < last && stopped == 0; i++) {
        fill_row(&reading, i);
        if (self->fill != NULL && !reading.row.outside) {
            begin_areas(&reading);
            take_areas(&reading);
        }
        stopped = handler(context, &reading.row);
    }
    free(reading.merged);
    free(reading.marks);
    free((void *)reading.row.cells);
    return stopped;
}

void grid_table_fill_merged(struct grid_table *table, const struct table_header *header)
{
    table->fill_count = header->width;
    table->fill_after = header->last_line;
    free(table->fill);
    table->fill = memory_alloc(header->width * sizeof *table->fill);
    for (size_t i = 0; i < header->width; i++) {
        int key = header->key_of[i];
        bool row = key >= COLUMN_PLAN && key <= COLUMN_TITLE;
        bool money = key == COLUMN_BUDGET || key == COLUMN_BUDGET_VND || header->columns[i].is_part;
        table->fill[i] = row ? GRID_FILL_NOTHING : money ? GRID_FILL_WORDS : GRID_FILL_TEXT;
    }
}
