// SPDX-License-Identifier: MIT
#include "io/table_plan.h"

#include "base/escape.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* A row that is neither section nor task: footer, if nothing follows that is. */
struct stray_row {
    size_t offset;
    char *text;
};

struct reading {
    struct plan_builder *builder;
    struct table *table;
    const struct column_names *names;
    struct table_header header;
    int *extras; /* the columns that no key has, in order */
    size_t extra_count;
    struct section *section; /* that the tasks now belong to */
    const char *number;      /* of the last task that is no sub-item */
    unsigned bullets;        /* sub-items without a number under it */
    bool below_header;       /* no section or task was read yet */
    int year, last_year;     /* that the lines around the table name; last: of the one before */
    struct stray_row *strays;
    size_t stray_count, stray_capacity;
    const struct table_row *row; /* the one being read, for locate */
};

__attribute__((format(printf, 4, 0))) static int vadd_error(struct reading *reading, size_t offset,
                                                            size_t cell, const char *format,
                                                            va_list arguments)
{
    struct error *error =
        error_list_vadd(reading->builder->errors, reading->table->path, format, arguments);
    if (error != NULL)
        reading->table->locate(reading->table, offset, cell, &error->place);
    return -1;
}

/* Adds an error at a cell of the current row and returns -1. */
__attribute__((format(printf, 3, 4))) static int add_error(struct reading *reading, size_t cell,
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
add_header_error(struct reading *reading, size_t cell, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vadd_error(reading, reading->header.offset, cell, format, arguments);
    va_end(arguments);
    return -1;
}

static const char *quote(char buffer[TEXT_QUOTE_SIZE], const char *text)
{
    return text_quote(buffer, text, strlen(text));
}

static const char *unguarded(const struct reading *reading, const char *cell)
{
    return reading->table->guarded ? escape_unguarded(cell) : cell;
}

static const char *cell_at(const struct reading *reading, size_t index)
{
    const struct table_row *row = reading->row;
    if (index >= row->count)
        return NULL;
    const char *cell = unguarded(reading, row->cells[index]);
    return plan_builder_cell(reading->builder, cell, strlen(cell));
}

static const char *cell_of(const struct reading *reading, int key)
{
    int index = reading->header.column_of[key];
    return index >= 0 ? cell_at(reading, (size_t)index) : NULL;
}

static void locate_key(const struct reading *reading, int key, struct place *place)
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
static void keep_section_places(struct reading *reading, int title)
{
    if (!reading->builder->keep_places)
        return;
    struct section_places *places = arena_alloc(reading->builder->plan->arena, sizeof *places);
    *places = *reading->section->places;
    if (title >= 0)
        locate_key(reading, title, &places->title);
    locate_key(reading, ROW_BUDGET, &places->budget);
    reading->section->places = places;
}

static bool is_blank_row(const struct table_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!table_cell_is_blank(row->cells[i]))
            return false;
    return true;
}

/* The cells of a row as one line of text; the caller frees it. */
static char *row_text(const struct reading *reading)
{
    const struct table_row *row = reading->row;
    struct strbuf text = {0};
    for (size_t i = 0; i < row->count; i++) {
        if (table_cell_is_blank(row->cells[i]))
            continue;
        if (text.length > 0)
            strbuf_addc(&text, ' ');
        const char *cell = unguarded(reading, row->cells[i]);
        text_add_nfc(&text, cell, strlen(cell));
    }
    return strbuf_detach(&text);
}

/* A line with «kế hoạch» and a year settles it; other lines do where they agree. */
static void note_year(struct reading *reading, const char *text)
{
    int year = plan_year_find(text);
    if (year == 0)
        return;
    bool of_plan = text_contains(text, "kế hoạch");
    if (of_plan && reading->year <= 0)
        reading->year = year;
    if (reading->last_year > 0 && reading->last_year != year)
        reading->last_year = -1;
    else if (reading->last_year == 0)
        reading->last_year = year;
}

/* A line with «Kế hoạch» is the title; «Cơ quan: …» names who signs it. */
static void keep_line(struct reading *reading, bool below, const char *text)
{
    struct plan *plan = reading->builder->plan;
    const char *line = plan_builder_cell(reading->builder, text, strlen(text));
    const char *colon = strchr(text, ':');
    if (line == NULL)
        return;
    plan_add_line(plan, below, line);
    if (!below && plan->title == NULL && text_contains(text, "kế hoạch") && *text != '(')
        plan->title = line;
    if (!below && plan->organisation == NULL && colon != NULL &&
        (size_t)(colon - text) == strlen("Cơ quan") && text_contains(text, "cơ quan:"))
        plan->organisation = plan_builder_cell(reading->builder, colon + 1, strlen(colon + 1));
}

#define WRONG_UNIT N_("«%s»: expected a unit of money: đồng, nghìn đồng, triệu đồng or tỷ đồng")

/* What follows «ĐVT:» or «Đơn vị tính:», NULL where the line has neither. */
static const char *unit_line(const char *text)
{
    static const char *const names[] = {"đvt", "đơn vị tính", "đơn vị:", "đv:"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *colon = strchr(text, ':');
        if (text_contains(text, names[i]))
            return colon != NULL ? colon + 1 : text;
    }
    return NULL;
}

/* The year and the unit may stand above the table. */
static void read_preamble(struct reading *reading)
{
    char *text = row_text(reading);
    const char *said = unit_line(text);
    int64_t unit = said != NULL ? money_unit_find(said) : 0;
    note_year(reading, text);
    keep_line(reading, false, text);
    char quoted[TEXT_QUOTE_SIZE];
    if (unit == MONEY_UNIT_WRONG)
        add_error(reading, 0, WRONG_UNIT, quote(quoted, text));
    else if (unit > 0)
        reading->builder->money.unit = unit;
    free(text);
}

static void add_stray(struct reading *reading)
{
    struct stray_row stray = {.offset = reading->row->offset, .text = row_text(reading)};
    reading->strays =
        memory_grow(reading->strays, reading->stray_count, &reading->stray_capacity, sizeof stray);
    reading->strays[reading->stray_count++] = stray;
}

/* A section or task follows: what was strayed over is no footer. */
static void refuse_strays(struct reading *reading)
{
    for (size_t i = 0; i < reading->stray_count; i++) {
        struct stray_row *stray = &reading->strays[i];
        char quoted[TEXT_QUOTE_SIZE];
        struct error *error =
            error_list_add(reading->builder->errors, reading->table->path,
                           "«%s»: expected a row that starts with a section's Roman numeral or a "
                           "task's number",
                           quote(quoted, stray->text));
        if (error != NULL)
            reading->table->locate(reading->table, stray->offset, 0, &error->place);
        free(stray->text);
    }
    reading->stray_count = 0;
}

/* What a footer's line declares, after its colon: «44 nhiệm vụ.», «1.275.000đồng». */
static void read_footer(struct reading *reading)
{
    struct plan *plan = reading->builder->plan;
    for (size_t i = 0; i < reading->stray_count; i++) {
        const char *text = reading->strays[i].text, *colon = strchr(text, ':');
        const char *said = colon != NULL ? colon + 1 : text;
        const char *cell = plan_builder_cell(reading->builder, said, strlen(said));
        keep_line(reading, true, text);
        struct place place = {0};
        if (reading->builder->keep_places)
            reading->table->locate(reading->table, reading->strays[i].offset, 0, &place);
        if (plan->declared.tasks == NULL && text_contains(text, "tổng số nhiệm vụ")) {
            plan->declared.tasks = cell;
            plan->declared.tasks_place = place;
        } else if (plan->declared.budget == NULL && text_contains(text, "tổng") &&
                   text_contains(text, "kinh phí")) {
            plan->declared.budget = cell;
            plan->declared.budget_place = place;
        }
        if (text_contains(text, "tổng") || text_contains(text, "kế hoạch"))
            note_year(reading, text);
        free(reading->strays[i].text);
    }
    free(reading->strays);
}

/*
 * What a TT cell says: a section («III», «III.» or «III. CẢI CÁCH …», whose title then follows in
 * the same cell), a task («2», «2.», «1.1»), a sub-item of the task above («a)», «-»), or neither.
 */
enum mark { MARK_NONE, MARK_SECTION, MARK_TASK, MARK_LETTER, MARK_BULLET };

static bool in_one_case(const char *text, size_t length)
{
    size_t upper = 0;
    for (size_t i = 0; i < length; i++)
        upper += text[i] >= 'A' && text[i] <= 'Z';
    return upper == 0 || upper == length;
}

static enum mark read_section_mark(struct reading *reading, const char *cell, const char **code,
                                   const char **rest)
{
    size_t length = strspn(cell, "IVXLCDMivxlcdm"), marks = strspn(cell + length, ".):");
    const char *after = cell + length + marks;
    bool lower = length > 0 && *cell >= 'a';
    bool apart = *after == '\0' || ((*after == ' ' || *after == '\n') && (marks > 0 || !lower));
    if (length == 0 || !apart || !in_one_case(cell, length))
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

static enum mark read_mark(struct reading *reading, const char *cell, const char **code,
                           const char **rest)
{
    *rest = NULL;
    if (cell == NULL)
        return MARK_NONE;
    size_t length = strlen(cell);
    if (*cell >= '0' && *cell <= '9') {
        while (length > 0 && strchr(".):", cell[length - 1]) != NULL)
            length--;
        *code = plan_builder_cell(reading->builder, cell, length);
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

/* The row's cells in the columns that no key has; NULL where they are blank. */
static const struct extra_cells *read_extras(struct reading *reading)
{
    size_t count = reading->extra_count;
    while (count > 0 && cell_at(reading, (size_t)reading->extras[count - 1]) == NULL)
        count--;
    if (count == 0)
        return NULL;
    struct extra_cells *extra = arena_alloc(reading->builder->plan->arena, sizeof *extra);
    extra->count = count;
    extra->cells = arena_alloc(reading->builder->plan->arena, count * sizeof *extra->cells);
    for (size_t i = 0; i < count; i++)
        extra->cells[i] = cell_at(reading, (size_t)reading->extras[i]);
    return extra;
}

/* A section's row holds its title, repeated where cells were merged, and may hold a subtotal. */
static int check_section_row(struct reading *reading, const char *title)
{
    for (int key = ROW_TITLE; key < ROW_KEYS; key++) {
        const char *cell = cell_of(reading, key);
        if (cell == NULL || cell == title || key == ROW_NUMBER || key == ROW_BUDGET)
            continue;
        char quoted[TEXT_QUOTE_SIZE];
        return add_error(reading, (size_t)reading->header.column_of[key],
                         "«%s» in a section's row: expected only its title", quote(quoted, cell));
    }
    return 0;
}

static int open_section(struct reading *reading, const char *code, const char *rest)
{
    struct plan *plan = reading->builder->plan;
    const char *title = cell_of(reading, ROW_TITLE), *number = cell_of(reading, ROW_NUMBER);
    struct section *known = plan_find_section(plan, section_value(code));
    char quoted[TEXT_QUOTE_SIZE];
    if (known != NULL)
        return add_error(reading, 0, "section %s a second time: it stands in line %zu too", code,
                         (size_t)known->line);
    if (title == number) /* one merged cell, repeated in each of its columns */
        title = NULL;
    if (title != NULL && rest != NULL && title != rest)
        return add_error(reading, (size_t)reading->header.column_of[ROW_TITLE],
                         "«%s»: expected no second title", quote(quoted, title));
    reading->section = plan_add_section(plan, code, title != NULL ? title : rest);
    reading->section->line = (unsigned)reading->row->line;
    reading->section->declared_budget = cell_of(reading, ROW_BUDGET);
    if (reading->section->declared_budget == number)
        reading->section->declared_budget = NULL;
    const struct extra_cells *extra = read_extras(reading);
    if (extra != NULL)
        reading->section->extra = extra;
    keep_section_places(reading, title != NULL ? ROW_TITLE : ROW_NUMBER);
    reading->number = NULL;
    return cell_of(reading, ROW_TITLE) == number ? 0 : check_section_row(reading, title);
}

static void fill_row(struct reading *reading, struct row *row)
{
    *row = (struct row){.line = reading->row->line, .locate = locate, .context = reading};
    for (int key = 0; key < ROW_KEYS; key++)
        row->cells[key] = cell_of(reading, key);
    row->extra = read_extras(reading);
    int budget = reading->header.column_of[ROW_BUDGET];
    if (reading->row->marks != NULL && row->cells[ROW_BUDGET] != NULL)
        row->decimal_mark = reading->row->marks[budget];
}

/* Cells to the right of the header's must be blank: they would be lost. */
static int check_width(struct reading *reading)
{
    const struct table_row *row = reading->row;
    for (size_t i = reading->header.width; i < row->count; i++) {
        char quoted[TEXT_QUOTE_SIZE];
        if (!table_cell_is_blank(row->cells[i]))
            return add_error(reading, i, "«%s» stands in cell %zu: the header has only %zu",
                             quote(quoted, row->cells[i]), i + 1, reading->header.width);
    }
    return 0;
}

/* A page's header that names another unit would change what all figures below it mean. */
static int check_repeated_unit(struct reading *reading)
{
    int budget = reading->header.column_of[ROW_BUDGET];
    const char *cell = cell_of(reading, ROW_BUDGET);
    int64_t unit = cell != NULL ? money_unit_find(cell) : 0;
    char quoted[TEXT_QUOTE_SIZE];
    if (unit == 0 || unit == reading->builder->money.unit)
        return 0;
    return add_error(reading, (size_t)budget, "«%s»: expected the unit of the header above",
                     quote(quoted, cell));
}

/*
 * A row without a number: a subtotal («Cộng mục I»), part of the footer, or a task that has lost
 * its number: a footer has a line of text and at most a total.
 */
static int read_unnumbered(struct reading *reading)
{
    int number = reading->header.column_of[ROW_NUMBER], cells = 0;
    const char *mark = cell_of(reading, ROW_NUMBER), *title = cell_of(reading, ROW_TITLE);
    for (int key = ROW_TITLE; key < ROW_BUDGET; key++) {
        const char *cell = cell_of(reading, key);
        cells += cell != NULL && cell != mark && (key == ROW_TITLE || cell != title);
    }
    bool figure = mark != NULL && *mark >= '0' && *mark <= '9';
    char quoted[TEXT_QUOTE_SIZE];
    if (cells > 1 || (cells > 0 && figure))
        return add_error(reading, (size_t)number, "«%s»: expected a task's number",
                         quote(quoted, mark != NULL ? mark : ""));
    const char *text = mark != NULL ? mark : title;
    bool subtotal = text != NULL && reading->section != NULL &&
                    reading->section->declared_budget == NULL &&
                    (text_compare(text, "cộng") == 0 || text_contains(text, "cộng mục") ||
                     text_contains(text, "tổng mục") || text_contains(text, "cộng lĩnh vực"));
    if (subtotal) {
        reading->section->declared_budget = cell_of(reading, ROW_BUDGET);
        keep_section_places(reading, -1);
    } else {
        add_stray(reading);
    }
    return 0;
}

/* The number of a task or sub-item: «2», «1.1», «1.a», and «1.1» for the first bullet under 1. */
static const char *task_number(struct reading *reading, enum mark mark, const char *code)
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

static int read_official_row(struct reading *reading)
{
    const char *code = NULL, *rest = NULL;
    enum mark mark = read_mark(reading, cell_of(reading, ROW_NUMBER), &code, &rest);
    if (reading->below_header && table_header_numbers(&reading->header, reading->row))
        return 0;
    if (mark == MARK_NONE && table_header_repeats(&reading->header, reading->row, reading->names))
        return check_repeated_unit(reading);
    if (mark == MARK_NONE || (mark == MARK_BULLET && reading->number == NULL))
        return read_unnumbered(reading);
    refuse_strays(reading);
    reading->below_header = false;
    if (mark == MARK_SECTION)
        return open_section(reading, code, rest);
    struct row row;
    fill_row(reading, &row);
    row.cells[ROW_NUMBER] = task_number(reading, mark, code);
    if (reading->section == NULL)
        return plan_builder_error(reading->builder, &row, ROW_NUMBER,
                                  "task %s before any section: expected a section's Roman numeral "
                                  "first",
                                  code);
    return plan_builder_add(reading->builder, reading->section, &row);
}

/* The columns that no key has are kept under their headings. */
static void note_extras(struct reading *reading)
{
    const struct table_header *header = &reading->header;
    struct plan *plan = reading->builder->plan;
    reading->extras = memory_alloc(header->width * sizeof *reading->extras);
    for (size_t i = 0; i < header->width; i++) {
        if (column_names_find(reading->names, header->headings[i]) >= 0)
            continue;
        reading->extras[reading->extra_count++] = (int)i;
        plan->extra_names = memory_grow((void *)plan->extra_names, plan->extra_count,
                                        &plan->extra_capacity, sizeof *plan->extra_names);
        const char *name = unguarded(reading, header->headings[i]);
        plan->extra_names[plan->extra_count++] = arena_intern(plan->arena, name, strlen(name));
    }
}

static void end_header(struct reading *reading)
{
    int key;
    int twice = table_header_twice(&reading->header, reading->names, &key);
    char quoted[TEXT_QUOTE_SIZE];
    if (twice >= 0)
        add_header_error(reading, (size_t)twice, "column «%s»: a second column for the %s",
                         quote(quoted, reading->header.headings[twice]), row_key_names[key]);
    int budget = reading->header.column_of[ROW_BUDGET];
    if (reading->header.unit == MONEY_UNIT_WRONG)
        add_header_error(reading, (size_t)budget, WRONG_UNIT,
                         quote(quoted, reading->header.headings[budget]));
    else if (reading->header.unit > 0)
        reading->builder->money.unit = reading->header.unit;
    note_extras(reading);
}

static int read_row(void *context, const struct table_row *table_row)
{
    struct reading *reading = context;
    reading->row = table_row;
    if (table_row->line < reading->header.line) {
        read_preamble(reading);
        return 0;
    }
    if (table_row->line == reading->header.line) {
        reading->below_header = true;
        return 0;
    }
    if (is_blank_row(table_row))
        return 0;
    if (reading->extras == NULL && !table_row->apart) {
        bool joined = table_header_join(&reading->header, table_row, reading->names);
        end_header(reading);
        if (joined)
            return 0;
    }
    if (table_row->apart) {
        add_stray(reading);
        return 0;
    }
    if (check_width(reading) != 0)
        return 0;
    if (reading->header.official)
        read_official_row(reading);
    else {
        struct row row;
        fill_row(reading, &row);
        plan_builder_add(reading->builder, NULL, &row);
    }
    return 0;
}

void table_plan_read(struct plan_builder *builder, struct table *table, struct table_header *header,
                     const struct column_names *names)
{
    struct reading reading = {
        .builder = builder, .table = table, .names = names, .header = *header};
    table->read(table, read_row, &reading, builder->errors);
    if (reading.extras == NULL) /* nothing stands below the header */
        end_header(&reading);
    read_footer(&reading);
    builder->plan->year = reading.year > 0        ? reading.year
                          : reading.last_year > 0 ? reading.last_year
                                                  : 0;
    free(reading.extras);
    *header = reading.header;
}
