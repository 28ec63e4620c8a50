// SPDX-License-Identifier: MIT
#include "read/table/table_rows.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/search.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "read/plan_join.h"

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

/* The same at a cell of the header. */
__attribute__((format(printf, 3, 4))) static int
add_header_error(struct table_rows *reading, size_t cell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vadd_error(reading, reading->header.offset, cell, format, arguments);
    va_end(arguments);
    return -1;
}

static const char *cell_at(const struct table_rows *reading, size_t index)
{
    const struct table_row *row = reading->row;
    if (index >= row->count)
        return NULL;
    const char *cell = table_cell(reading->table, row->cells[index]);
    return plan_builder_cell(reading->builder, cell, strlen(cell));
}

/* Cells repeat: one that is as in the row before is stored already. */
static const char *cell_of(struct table_rows *reading, int key)
{
    int index = reading->header.column_of[key];
    if (index < 0 || (size_t)index >= reading->row->count)
        return NULL;
    const char *cell = reading->row->cells[index], *last = reading->last[key];
    if (*cell == '\0')
        return NULL;
    if (last != NULL && strcmp(cell, last) == 0 && *cell != '\'')
        return last;
    return reading->last[key] = cell_at(reading, (size_t)index);
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
        return plan_builder_is_number(*code) ? MARK_TASK : MARK_NONE;
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

static uint64_t column_at(const void *columns, size_t index)
{
    return ((const size_t *)columns)[index];
}

/* The row's cells in the columns that no key has; NULL where they are blank. */
static const struct extra_cells *read_extras(struct table_rows *reading)
{
    size_t count =
        search_lower(reading->extras, reading->extra_count, reading->row->count, column_at);
    while (count > 0 && cell_at(reading, reading->extras[count - 1]) == NULL)
        count--;
    if (count == 0)
        return NULL;
    struct extra_cells *extra = arena_alloc(reading->builder->plan->arena, sizeof *extra);
    extra->count = count;
    extra->cells = arena_alloc(reading->builder->plan->arena, count * sizeof *extra->cells);
    for (size_t i = 0; i < count; i++)
        extra->cells[i] = cell_at(reading, reading->extras[i]);
    return extra;
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
    const struct extra_cells *extra = read_extras(reading);
    if (extra != NULL)
        reading->section->extra = extra;
    keep_section_places(reading, title != NULL ? COLUMN_TITLE : COLUMN_NUMBER);
    reading->number = NULL;
    return cell_of(reading, COLUMN_TITLE) == number ? 0 : check_section_row(reading, title);
}

/* A figure that is only looked at: as it stands in the row, where that will do. */
static const char *passing_cell(struct table_rows *reading, int key)
{
    int index = reading->header.column_of[key];
    if (index < 0 || (size_t)index >= reading->row->count)
        return NULL;
    const char *cell = reading->row->cells[index];
    size_t length = 0;
    while ((cell[length] >= '0' && cell[length] <= '9') || cell[length] == ',')
        length++;
    return length > 0 && cell[length] == '\0' ? cell : cell_of(reading, key);
}

static void fill_row(struct table_rows *reading, struct row *row)
{
    *row = (struct row){.line = reading->row->line, .locate = locate, .context = reading};
    row->cells[COLUMN_SECTION] = cell_of(reading, COLUMN_SECTION);
    const char *code = row->cells[COLUMN_SECTION];
    bool wanted = reading->section != NULL
                      ? plan_builder_wants(reading->builder, reading->section->value)
                      : code == NULL || plan_builder_wants_code(reading->builder, code);
    for (size_t i = 0; i < reading->key_count; i++) {
        int key = reading->keys[i];
        if (wanted)
            row->cells[key] = cell_of(reading, key);
        else if (key == COLUMN_NUMBER || key == COLUMN_BUDGET)
            row->cells[key] = passing_cell(reading, key);
        else if ((ROW_CHECKED >> key & 1) != 0)
            row->cells[key] = cell_of(reading, key);
    }
    if (wanted)
        row->extra = read_extras(reading);
    int budget = reading->header.column_of[COLUMN_BUDGET];
    if (reading->row->marks != NULL && row->cells[COLUMN_BUDGET] != NULL)
        row->decimal_mark = reading->row->marks[budget];
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

/* What a part alone cannot tell is an error there, which nobody sees: the whole is read again. */
static int leave_to_whole(struct table_rows *reading)
{
    return plan_builder_give_up(reading->builder);
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
    if (subtotal && reading->section == &plan_continued)
        return leave_to_whole(reading);
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
    if (mark == MARK_NONE && table_header_repeats(&reading->header, reading->row, reading->names))
        return check_repeated_unit(reading);
    bool unsure = reading->is_part && reading->number == NULL;
    if (unsure && (mark == MARK_NONE || mark == MARK_BULLET))
        return leave_to_whole(reading);
    if (mark == MARK_NONE || (mark == MARK_BULLET && reading->number == NULL))
        return read_unnumbered(reading);
    table_text_refuse(&reading->around);
    if (reading->below_header)
        table_rows_use(reading);
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

/* The columns that no key has are kept under their headings. */
static void note_extras(struct table_rows *reading)
{
    const struct table_header *header = &reading->header;
    struct plan *plan = reading->builder->plan;
    reading->extras = memory_alloc(header->width * sizeof *reading->extras);
    for (size_t i = 0; i < header->width; i++) {
        if (column_names_find(reading->names, header->headings[i]) >= 0)
            continue;
        reading->extras[reading->extra_count++] = i;
        plan->extra_names = memory_grow((void *)plan->extra_names, plan->extra_count,
                                        &plan->extra_capacity, sizeof *plan->extra_names);
        const char *name = table_cell(reading->table, header->headings[i]);
        plan->extra_names[plan->extra_count++] = arena_intern(plan->arena, name, strlen(name));
    }
}

/* Whether a list's row is of a section that is asked for, by its code as it stands. */
static bool is_in_used_section(void *context, const char *cell, size_t length)
{
    struct table_rows *reading = context;
    char code[ROMAN_SIZE];
    if (length >= sizeof code)
        return true;
    memcpy(code, cell, length);
    code[length] = '\0';
    if (strcmp(code, reading->used_code) != 0)
        reading->code_is_used = plan_builder_wants(reading->builder, section_value(code));
    memcpy(reading->used_code, code, length + 1);
    return reading->code_is_used;
}

/* Whether an official table's row may be another than a task's: a section's, the footer's. */
static bool is_no_task(void *context, const char *cell, size_t length)
{
    (void)context;
    bool zero = true; /* which is no task's number */
    for (size_t i = 0; i < length; i++) {
        if (cell[i] < '0' || cell[i] > '9')
            return true;
        zero &= cell[i] == '0';
    }
    return zero;
}

void table_rows_use(struct table_rows *reading)
{
    const struct table_header *header = &reading->header;
    struct table_use *use = &reading->table->use;
    *use = (struct table_use){
        .count = header->width,
        .skip = reading->skip,
        .skip_unused = reading->skip_unused,
        .context = reading,
    };
    if (header->official) {
        use->is_used = is_no_task;
        use->column = (size_t)header->column_of[COLUMN_NUMBER];
    } else if (header->column_of[COLUMN_SECTION] >= 0 && reading->builder->sections != NULL) {
        use->is_used = is_in_used_section;
        use->column = (size_t)header->column_of[COLUMN_SECTION];
    }
}

/*
 * Finds out which keys a task's row is read for, and which columns nobody looks at: in an official
 * table those of its tasks, in a list more where the section is not asked for. Of a list with due
 * dates all tasks are kept: they tell the year.
 */
static void choose_columns(struct table_rows *reading)
{
    const struct table_header *header = &reading->header;
    struct plan_builder *builder = reading->builder;
    if (header->column_of[COLUMN_DUE] >= 0)
        builder->sections = NULL;
    reading->skip = memory_alloc(2 * header->width * sizeof *reading->skip);
    reading->skip_unused = reading->skip + header->width;
    memset(reading->skip, 0, header->width * sizeof *reading->skip);
    memset(reading->skip_unused, !header->official, header->width * sizeof *reading->skip);
    for (size_t i = 0; i < header->width; i++) {
        int key = column_names_find(reading->names, header->headings[i]);
        if (key < 0)
            continue;
        bool needed = ((COLUMNS_READ & ~builder->without) >> key & 1) != 0;
        if (needed && key != COLUMN_SECTION && header->column_of[key] == (int)i)
            reading->keys[reading->key_count++] = key;
        reading->skip[i] = !needed && !header->official;
        reading->skip_unused[i] = header->official ? !needed : (ROW_CHECKED >> key & 1) == 0;
    }
    if (!header->official)
        table_rows_use(reading);
}

void table_rows_end_header(struct table_rows *reading)
{
    int key;
    int twice = table_header_twice(&reading->header, reading->names, &key);
    char quoted[TEXT_QUOTE_SIZE];
    if (twice >= 0)
        add_header_error(reading, (size_t)twice, "column «%s»: a second column for the %s",
                         text_quote_all(quoted, reading->header.headings[twice]),
                         task_columns.items[key].name);
    int budget = reading->header.column_of[COLUMN_BUDGET];
    if (reading->header.unit == MONEY_UNIT_WRONG)
        add_header_error(reading, (size_t)budget, TABLE_TEXT_WRONG_UNIT,
                         text_quote_all(quoted, reading->header.headings[budget]));
    else if (reading->header.unit > 0)
        plan_builder_state_unit(reading->builder, reading->header.unit);
    note_extras(reading);
    choose_columns(reading);
}

/* True once the row is behind the header. */
static bool read_head_row(struct table_rows *reading, const struct table_row *row)
{
    if (row->line < reading->header.line) {
        table_text_above(&reading->around, row);
        return false;
    }
    if (row->line == reading->header.line || is_blank_row(row))
        return false;
    if (row->apart) {
        table_text_below(&reading->around, reading->row);
        return false;
    }
    bool joined = table_header_join(&reading->header, row, reading->names);
    table_rows_end_header(reading);
    reading->in_body = true;
    reading->below_header = true;
    reading->body_offset = row->offset;
    reading->body_line = row->line;
    return !joined;
}

static void read_body_row(struct table_rows *reading, const struct table_row *table_row)
{
    if (is_blank_row(table_row))
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
    if (reading->by_parts)
        return 1;
    read_body_row(reading, row);
    return 0;
}
