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
        reading->table->locate(reading->table, offset, cell, &error->place);
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

/* As it stands; NULL where the row has none. */
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

static void locate_key(const struct table_rows *reading, int key, struct place *place)
{
    int cell = reading->header.column_of[key];
    reading->table->locate(reading->table, reading->row->offset, cell > 0 ? (size_t)cell : 0,
                           place);
}

static void locate(const struct row *row, int key, struct place *place)
{
    locate_key(row->context, key, place);
}

/*
 * Keeps where the current row has its section's budget, and its title unless its key is -1: where
 * the reader was asked.
 */
static void keep_section_places(struct table_rows *reading, int title)
{
    if (!reading->builder->keep_places)
        return;
    struct section_places *places = arena_alloc(reading->builder->plan->arena, sizeof *places);
    *places = *reading->section->places;
    if (title >= 0)
        locate_key(reading, title, &places->title);
    locate_key(reading, COLUMN_BUDGET, &places->budget);
    reading->section->places = places;
}

static bool is_blank_row(const struct table_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!table_cell_is_blank(row->cells[i]))
            return false;
    return true;
}

/*
 * What a TT cell says: a section («III», «III.» or «III. CẢI CÁCH …», whose title then follows in
 * the same cell), a task («2», «2.», «1.1»), a sub-item of the task above («a)», «-»), or neither.
 */
enum mark { MARK_NONE, MARK_SECTION, MARK_TASK, MARK_LETTER, MARK_BULLET };

static enum mark read_section_mark(struct table_rows *reading, const char *cell, const char **code,
                                   const char **rest)
{
    size_t length = roman_length(cell), marks = strspn(cell + length, ".):");
    const char *after = cell + length + marks;
    bool lower = length > 0 && *cell >= 'a';
    bool apart = *after == '\0' || ((*after == ' ' || *after == '\n') && (marks > 0 || !lower));
    if (length == 0 || !apart)
        return MARK_NONE;
    *code = plan_builder_cell(reading->builder, cell, length);
    *rest = plan_builder_cell(reading->builder, after, strlen(after));
    return section_value(*code) > 0 ? MARK_SECTION : MARK_NONE;
}

/* «a)», «b.», «đ)»: one letter and a mark after it. */
static bool is_lettered(const char *cell, size_t *length)
{
    uint32_t letter;
    *length = text_decode(cell, &letter);
    const char *mark = cell + *length;
    uint32_t base = text_base_letter(letter);
    return base >= 'a' && base <= 'z' && text_lower(letter) == letter &&
           (*mark == ')' || *mark == '.') && mark[1] == '\0';
}

static enum mark read_mark(struct table_rows *reading, const char *cell, const char **code,
                           const char **rest)
{
    *rest = NULL;
    if (cell == NULL)
        return MARK_NONE;
    size_t length = strlen(cell);
    if (*cell >= '0' && *cell <= '9') {
        while (length > 0 && strchr(".):", cell[length - 1]) != NULL)
            length--;
        *code = cell[length] == '\0' ? cell : plan_builder_cell(reading->builder, cell, length);
        return task_number_is_valid(*code) ? MARK_TASK : MARK_NONE;
    }
    if (strcmp(cell, "-") == 0 || strcmp(cell, "–") == 0 || strcmp(cell, "+") == 0)
        return MARK_BULLET;
    enum mark section = read_section_mark(reading, cell, code, rest);
    bool lettered = is_lettered(cell, &length);
    if (lettered && reading->number != NULL && (section == MARK_NONE || *cell >= 'a')) {
        *code = plan_builder_cell(reading->builder, cell, length);
        return MARK_LETTER;
    }
    return section;
}

static uint64_t place_of(const void *columns, size_t index)
{
    return ((const size_t *)columns)[index];
}

/* How many cells the row has in the columns that no key has; they are then in extra_cells. */
static size_t take_extras(struct table_rows *reading)
{
    size_t count =
        search_lower(reading->extras, reading->extra_count, reading->row->count, place_of);
    for (size_t i = 0; i < count; i++)
        reading->extra_cells[i] = raw_cell(reading, (int)reading->extras[i]);
    return count;
}

/* A section's row holds its title, repeated where cells were merged, and may hold a subtotal. */
static int check_section_row(struct table_rows *reading, const char *title)
{
    for (int key = 0; key < COLUMN_COMPUTED; key++) {
        const char *cell = cell_of(reading, key);
        if (cell == NULL || cell == title || key == COLUMN_NUMBER || key == COLUMN_BUDGET)
            continue;
        char quoted[TEXT_QUOTE_SIZE];
        return add_error(reading, (size_t)reading->header.column_of[key],
                         "«%s» in a section's row: expected only its title",
                         text_quote_all(quoted, cell));
    }
    return 0;
}

static int open_section(struct table_rows *reading, const char *code, const char *rest)
{
    struct plan *plan = reading->builder->plan;
    const char *title = cell_of(reading, COLUMN_TITLE), *number = cell_of(reading, COLUMN_NUMBER);
    struct section *known = plan_find_section(plan, section_value(code));
    char quoted[TEXT_QUOTE_SIZE];
    if (known != NULL)
        return add_error(reading, 0, "section %s a second time: it stands in line %zu too", code,
                         (size_t)known->line);
    if (title == number) /* one merged cell, repeated in each of its columns */
        title = NULL;
    if (title != NULL && rest != NULL && title != rest)
        return add_error(reading, (size_t)reading->header.column_of[COLUMN_TITLE],
                         "«%s»: expected no second title", text_quote_all(quoted, title));
    reading->section = plan_add_section(plan, code, title != NULL ? title : rest);
    reading->section->line = (unsigned)reading->row->line;
    reading->section->declared_budget = cell_of(reading, COLUMN_BUDGET);
    if (reading->section->declared_budget == number)
        reading->section->declared_budget = NULL;
    const struct extra_cells *extra =
        plan_builder_extras(reading->builder, reading->extra_cells, take_extras(reading));
    if (extra != NULL)
        reading->section->extra = extra;
    keep_section_places(reading, title != NULL ? COLUMN_TITLE : COLUMN_NUMBER);
    reading->number = NULL;
    return cell_of(reading, COLUMN_TITLE) == number ? 0 : check_section_row(reading, title);
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
            return add_error(reading, i, "«%s» stands in cell %zu: the header has only %zu",
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

/*
 * A row without a number: a subtotal («Cộng mục I»), part of the footer, or a task that has lost
 * its number: a footer has a line of text and at most a total.
 */
static int read_unnumbered(struct table_rows *reading)
{
    int number = reading->header.column_of[COLUMN_NUMBER], cells = 0;
    const char *mark = cell_of(reading, COLUMN_NUMBER), *title = cell_of(reading, COLUMN_TITLE);
    for (int key = COLUMN_CELLS; key < COLUMN_SCHEDULE_KIND; key++) {
        const char *cell = key != COLUMN_BUDGET ? cell_of(reading, key) : NULL;
        cells += cell != NULL && cell != mark && (key == COLUMN_TITLE || cell != title);
    }
    bool figure = mark != NULL && *mark >= '0' && *mark <= '9';
    char quoted[TEXT_QUOTE_SIZE];
    if (cells > 1 || (cells > 0 && figure))
        return add_error(reading, (size_t)number, "«%s»: expected a task's number",
                         text_quote_all(quoted, mark != NULL ? mark : ""));
    const char *text = mark != NULL ? mark : title;
    bool subtotal = text != NULL && reading->section != NULL &&
                    reading->section->declared_budget == NULL &&
                    (text_compare(text, "cộng") == 0 || text_contains(text, "cộng mục") ||
                     text_contains(text, "tổng mục") || text_contains(text, "cộng lĩnh vực"));
    if (subtotal) {
        reading->section->declared_budget = cell_of(reading, COLUMN_BUDGET);
        keep_section_places(reading, -1);
    } else {
        table_text_below(&reading->around, reading->row);
    }
    return 0;
}

/* The number of a task or sub-item: «2», «1.1», «1.a», and «1.1» for the first bullet under 1. */
static const char *task_number(struct table_rows *reading, enum mark mark, const char *code)
{
    if (mark == MARK_TASK) {
        reading->number = strchr(code, '.') == NULL ? code : reading->number;
        reading->bullets = 0;
        return code;
    }
    struct strbuf number = {0};
    strbuf_addf(&number, "%s.", reading->number);
    if (mark == MARK_LETTER)
        strbuf_adds(&number, code);
    else
        strbuf_addf(&number, "%u", ++reading->bullets);
    const char *cell = plan_builder_cell(reading->builder, number.text, number.length);
    strbuf_release(&number);
    return cell;
}

static int read_official_row(struct table_rows *reading)
{
    const char *code = NULL, *rest = NULL;
    enum mark mark = read_mark(reading, cell_of(reading, COLUMN_NUMBER), &code, &rest);
    if (reading->below_header && table_header_numbers(&reading->header, reading->row))
        return 0;
    if (mark == MARK_NONE && table_header_repeats(&reading->header, reading->row, &reading->rules))
        return check_repeated_unit(reading);
    if (mark == MARK_NONE || (mark == MARK_BULLET && reading->number == NULL))
        return read_unnumbered(reading);
    table_text_refuse(&reading->around);
    reading->below_header = false;
    if (mark == MARK_SECTION)
        return open_section(reading, code, rest);
    struct row row;
    fill_row(reading, &row);
    row.cells[COLUMN_NUMBER] = task_number(reading, mark, code);
    if (reading->section == NULL)
        return plan_builder_error(reading->builder, &row, COLUMN_NUMBER,
                                  "task %s before any section: expected a section's Roman numeral "
                                  "first",
                                  code);
    return plan_builder_add(reading->builder, reading->section, &row);
}

/* A heading as the name of a column that is kept: its letter where it is blank, one for each. */
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
        reading->table->locate(reading->table, header->offset, i, &columns[i].place);
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
        table_text_above(&reading->around, row);
        return false;
    }
    if (row->line <= reading->header.last_line || is_blank_row(row))
        return false;
    if (row->apart) {
        table_text_below(&reading->around, reading->row);
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
    if (table_row->apart) {
        table_text_below(&reading->around, reading->row);
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
    plan_builder_add(reading->builder, NULL, &row);
}

int table_rows_read(void *context, const struct table_row *row)
{
    struct table_rows *reading = context;
    reading->row = row;
    if (!reading->in_body && !read_head_row(reading, row))
        return 0;
    if (reading->stops_at_body) {
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
                                   .around = {.builder = builder, .table = table}};
}

void table_rows_init_range(struct table_rows *reading, const struct table_rows *head,
                           struct plan_builder *builder, struct table *table,
                           struct section *section)
{
    *reading = *head;
    reading->builder = builder;
    reading->table = table;
    reading->around = (struct table_text){.builder = builder, .table = table};
    reading->stops_at_body = false;
    reading->below_header = section == NULL;
    reading->section = section;
    reading->owned_extras = NULL;
    reading->extra_cells = memory_alloc(head->extra_count * sizeof *reading->extra_cells);
}

void table_rows_finish(struct table_rows *reading, struct table_header *header)
{
    if (!reading->in_body) /* nothing stands below the header */
        end_header(reading);
    table_text_end(&reading->around);
    *header = reading->header;
}

void table_rows_release(struct table_rows *reading)
{
    free(reading->owned_extras);
    free((void *)reading->extra_cells);
    table_text_release(&reading->around);
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
