// SPDX-License-Identifier: MIT
#include "read/table/table_rows.h"

#include "base/letters.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/search.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "plan/task_id.h"
#include "read/table/header_report.h"
#include "read/table/joined_cells.h"

#include <stdlib.h>
#include <string.h>

__attribute__((format(printf, 4, 0))) static int vadd_error(struct table_rows *reading,
                                                            size_t offset, size_t cell,
                                                            const char *format, va_list arguments)
{
    struct error *error =
        error_list_vadd(reading->builder->errors, reading->table->path, format, arguments);
    if (error != NULL)
        reading->table->locate(reading->table, offset, cell, &error->location);
    return -1;
}

/* Adds an error at a cell of the current row and returns -1. */
__attribute__((format(printf, 3, 4))) static int add_error(struct table_rows *reading, size_t cell,
                                                           const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vadd_error(reading, reading->row->offset, cell, format, arguments);
    va_end(arguments);
    return -1;
}

/* Returns the cell as it is written, or NULL if the row has none. */
static const char *raw_cell(const struct table_rows *reading, int index)
{
    const struct table_row *row = reading->row;
    return index >= 0 && (size_t)index < row->count ? table_cell(reading->table, row->cells[index])
                                                    : NULL;
}

static const char *cell_of(struct table_rows *reading, int key)
{
    const char *cell = raw_cell(reading, reading->header.column_of[key]);
    return cell != NULL ? plan_builder_cell(reading->builder, cell, strlen(cell)) : NULL;
}

static void locate_key(const struct table_rows *reading, int key, struct location *location)
{
    int cell = reading->header.column_of[key];
    reading->table->locate(reading->table, reading->row->offset, cell > 0 ? (size_t)cell : 0,
                           location);
}

static void locate(const struct row *row, int key, struct location *location)
{
    locate_key(row->context, key, location);
}

static bool is_blank_row(const struct table_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!table_cell_is_blank(row->cells[i]))
            return false;
    return true;
}

static uint64_t column_at(const void *columns, size_t index)
{
    return ((const size_t *)columns)[index];
}

/* Fills extra_cells with the cells of the columns without a role, and returns their number. */
static size_t take_extras(struct table_rows *reading)
{
    size_t count =
        search_lower(reading->extras, reading->extra_count, reading->row->count, column_at);
    for (size_t i = 0; i < count; i++)
        reading->extra_cells[i] = raw_cell(reading, (int)reading->extras[i]);
    return count;
}

static void fill_row(struct table_rows *reading, struct row *row)
{
    *row = (struct row){.line = reading->row->line,
                        .locate = locate,
                        .context = reading,
                        .extras = reading->extra_cells,
                        .extra_count = take_extras(reading)};
    for (size_t i = 0; i < reading->key_count; i++) {
        int key = reading->keys[i];
        row->cells[key] = raw_cell(reading, reading->header.column_of[key]);
    }
    if (reading->row->marks != NULL && row->cells[COLUMN_BUDGET] != NULL)
        row->decimal_mark = reading->row->marks[reading->header.column_of[COLUMN_BUDGET]];
    joined_cells_add_schedule(reading, row);
    joined_cells_add_budget(reading, row);
}

/* Cells to the right of the header's must be blank: they would be lost. */
static int check_width(struct table_rows *reading)
{
    const struct table_row *row = reading->row;
    for (size_t i = reading->header.width; i < row->count; i++) {
        char quoted[TEXT_QUOTE_SIZE];
        if (!table_cell_is_blank(row->cells[i]))
            return add_error(reading, i, "«%s» is in cell %zu: the header has only %zu",
                             text_quote_all(quoted, row->cells[i]), i + 1, reading->header.width);
    }
    return 0;
}

/* A page's header that names another unit would change what all figures below it mean. */
static int check_repeated_unit(struct table_rows *reading)
{
    int budget = reading->header.column_of[COLUMN_BUDGET];
    const char *cell = cell_of(reading, COLUMN_BUDGET);
    int64_t unit = cell != NULL ? money_unit_find(cell) : 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (unit == 0 || unit == reading->builder->stated_unit)
        return 0;
    return add_error(reading, (size_t)budget, "«%s»: expected the unit of the header above",
                     text_quote_all(quoted, cell));
}

/* Returns whether the row is a task for sure: a figure in its first cell, and a title. */
static bool is_plain(const struct row *row)
{
    const char *mark = row->cells[COLUMN_NUMBER];
    return mark != NULL && *mark >= '0' && *mark <= '9' && row->cells[COLUMN_TITLE] != NULL;
}

static void read_official_row(struct table_rows *reading)
{
    if (reading->below_header && table_header_numbers(&reading->header, reading->row))
        return;
    if (table_header_repeats(&reading->header, reading->row, &reading->rules)) {
        reading->below_header = true;
        check_repeated_unit(reading);
        return;
    }
    reading->below_header = false;
    struct row row;
    fill_row(reading, &row);
    char *line = is_plain(&row) ? NULL : table_text_of(reading->table, reading->row);
    official_rows_add(&reading->official, reading->builder, &row, reading->row->offset, line);
}

/* A heading as the name of a column that is kept: its letter if it is blank, one for each. */
static const char *name_extra(struct table_rows *reading, size_t column)
{
    struct plan *plan = reading->builder->plan;
    char buffer[COLUMN_LETTERS_SIZE];
    const char *letters = column_letters(buffer, column);
    struct strbuf name = {0};
    strbuf_adds(&name, table_cell(reading->table, reading->header.headings[column]));
    if (name.length == 0)
        strbuf_adds(&name, letters);
    for (size_t i = 0; i < plan->extra_count; i++)
        if (strcmp(plan->extra_names[i], name.text) == 0) {
            strbuf_addf(&name, " (%s)", letters);
            break;
        }
    const char *interned = arena_intern(plan->arena, name.text, name.length);
    strbuf_release(&name);
    return interned;
}

static void add_extra(struct table_rows *reading, size_t column)
{
    struct plan *plan = reading->builder->plan;
    reading->extras[reading->extra_count++] = column;
    plan->extra_names = memory_grow((void *)plan->extra_names, plan->extra_count,
                                    &plan->extra_capacity, sizeof *plan->extra_names);
    plan->extra_names[plan->extra_count] = name_extra(reading, column);
    plan->extra_count++;
}

/* The columns that no key has are kept under their headings. */
static void note_columns(struct table_rows *reading)
{
    const struct table_header *header = &reading->header;
    struct plan *plan = reading->builder->plan;
    struct plan_column *columns = arena_alloc(plan->arena, header->width * sizeof *columns);
    reading->extras = reading->owned_extras = memory_alloc(header->width * sizeof *reading->extras);
    reading->extra_cells = memory_alloc(header->width * sizeof *reading->extra_cells);
    for (size_t i = 0; i < header->width; i++) {
        const char *heading = table_cell(reading->table, header->headings[i]);
        columns[i] = (struct plan_column){.role = table_header_role(header, i),
                                          .extra = SIZE_MAX,
                                          .is_part = header->columns[i].is_part};
        reading->table->locate(reading->table, header->offset, i, &columns[i].location);
        if (*heading != '\0')
            columns[i].heading = arena_intern(plan->arena, heading, strlen(heading));
        if (!table_header_is_extra(header, i))
            continue;
        columns[i].extra = plan->extra_count;
        add_extra(reading, i);
    }
    plan->columns = columns;
    plan->column_count = header->width;
}

/* Takes the header as complete, as the first row below it does. */
static void end_header(struct table_rows *reading)
{
    header_report(reading->builder, reading->table, &reading->header);
    if (reading->header.unit > 0)
        plan_builder_state_unit(reading->builder, reading->header.unit);
    note_columns(reading);
    for (int column = 0; column < COLUMN_COMPUTED; column++)
        if (reading->header.column_of[column] >= 0 && (COLUMNS_READ >> column & 1) != 0)
            reading->keys[reading->key_count++] = column;
}

/* True once the row is behind the header. */
static bool read_head_row(struct table_rows *reading, const struct table_row *row)
{
    if (row->line < reading->header.first_line) {
        table_text_above(&reading->outside, row);
        return false;
    }
    if (row->line <= reading->header.last_line || is_blank_row(row))
        return false;
    if (row->outside) {
        table_text_below(&reading->outside, reading->row);
        return false;
    }
    end_header(reading);
    reading->in_body = true;
    reading->below_header = true;
    return true;
}

static void read_body_row(struct table_rows *reading, const struct table_row *table_row)
{
    if (is_blank_row(table_row) || reading->header.problems.count > 0) /* its cells mean nothing */
        return;
    if (table_row->outside) {
        table_text_below(&reading->outside, reading->row);
        return;
    }
    if (check_width(reading) != 0)
        return;
    if (reading->header.official) {
        read_official_row(reading);
        return;
    }
    struct row row;
    fill_row(reading, &row);
    plan_builder_add(reading->builder, &row);
}

int table_rows_read(void *context, const struct table_row *row)
{
    struct table_rows *reading = context;
    reading->row = row;
    if (!reading->in_body && !read_head_row(reading, row))
        return 0;
    if (reading->stops_at_list && !reading->header.official) {
        reading->body = row->offset;
        reading->body_line = row->line;
        return 1;
    }
    read_body_row(reading, row);
    return 0;
}

void table_rows_init(struct table_rows *reading, struct plan_builder *builder, struct table *table,
                     const struct table_header *header, const struct heading_rules *rules)
{
    builder->composed = table->composed;
    *reading = (struct table_rows){.builder = builder,
                                   .table = table,
                                   .rules = *rules,
                                   .header = *header,
                                   .outside = {.builder = builder, .table = table}};
}

void table_rows_init_range(struct table_rows *reading, const struct table_rows *head,
                           struct plan_builder *builder, struct table *table)
{
    *reading = *head;
    reading->builder = builder;
    reading->table = table;
    reading->outside = (struct table_text){.builder = builder, .table = table};
    reading->stops_at_list = false;
    reading->owned_extras = NULL;
    reading->extra_cells = memory_alloc(head->extra_count * sizeof *reading->extra_cells);
}

void table_rows_finish(struct table_rows *reading, struct table_header *header)
{
    if (!reading->in_body) /* nothing stands below the header */
        end_header(reading);
    if (reading->header.official)
        official_rows_finish(&reading->official, &reading->outside, &reading->header);
    table_text_end(&reading->outside);
    *header = reading->header;
}

void table_rows_release(struct table_rows *reading)
{
    official_rows_release(&reading->official);
    free(reading->owned_extras);
    free((void *)reading->extra_cells);
    table_text_release(&reading->outside);
}

void table_rows_read_all(struct plan_builder *builder, struct table *table,
                         struct table_header *header, const struct heading_rules *rules)
{
    struct table_rows reading;
    table_rows_init(&reading, builder, table, header, rules);
    table->read(table, table_rows_read, &reading, builder->errors);
    table_rows_finish(&reading, header);
    table_rows_release(&reading);
}
