// SPDX-License-Identifier: MIT
#include "io/formats.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "io/csv_rows.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The header must stand within this many rows: a preamble is short. */
enum { HEADER_ROWS = 100 };

/* A row that is neither section nor task: footer, if nothing follows that is. */
struct stray_row {
    size_t offset; /* of its first byte */
    char *text;
};

struct table {
    struct plan_builder *builder;
    struct column_names *names;
    char delimiter;
    size_t header_line;      /* 0 while it is looked for */
    size_t width;            /* of the header, in cells */
    size_t rows;             /* seen so far */
    int column_of[ROW_KEYS]; /* the cell that a key stands in, -1 for none */
    bool official;           /* sections are rows of their own, rather than cells of each */
    struct section *section; /* that the tasks now belong to */
    int preamble_year;
    bool preamble_unit;
    struct stray_row *strays;
    size_t stray_count, stray_capacity;
    const struct csv_row *row; /* the one being read, for locate */
};

static void locate(const struct row *row, int key, size_t *line, size_t *column)
{
    const struct table *table = row->context;
    int cell = table->column_of[key];
    csv_row_locate(table->builder->source, table->row, cell > 0 ? (size_t)cell : 0, line, column);
}

/* Adds an error at a cell of the row and returns -1. */
__attribute__((format(printf, 4, 5))) static int
add_error(struct table *table, const struct csv_row *row, size_t cell, const char *format, ...)
{
    char text[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    size_t line, column;
    const struct source *source = table->builder->source;
    csv_row_locate(source, row, cell, &line, &column);
    return error_set_at(error_list_next(table->builder->errors), source->path, line, column, "%s",
                        text);
}

static const char *cell_of(const struct table *table, const struct csv_row *row, int key)
{
    int index = table->column_of[key];
    if (index < 0 || (size_t)index >= row->count)
        return NULL;
    const char *cell = row->cells[index];
    return plan_builder_cell(table->builder, cell, strlen(cell));
}

static bool is_blank(const char *cell)
{
    size_t length = strlen(cell);
    text_trim(cell, &length);
    return length == 0;
}

static bool is_blank_row(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (!is_blank(row->cells[i]))
            return false;
    return true;
}

/* Maps the row's cells to keys; true where they make a header. */
static bool map_header(struct table *table, const struct csv_row *row)
{
    for (int key = 0; key < ROW_KEYS; key++)
        table->column_of[key] = -1;
    for (size_t i = 0; i < row->count; i++) {
        int key = column_names_find(table->names, row->cells[i]);
        if (key >= 0 && table->column_of[key] < 0)
            table->column_of[key] = (int)i;
    }
    bool title = table->column_of[ROW_TITLE] >= 0, number = table->column_of[ROW_NUMBER] >= 0;
    bool section = table->column_of[ROW_SECTION] >= 0, id = table->column_of[ROW_ID] >= 0;
    table->official = number && !section && !id;
    return title && (number || id);
}

static int try_header(void *context, const struct csv_row *row)
{
    struct table *table = context;
    if (map_header(table, row)) {
        table->header_line = row->line;
        table->width = row->count;
        return 1;
    }
    return ++table->rows == HEADER_ROWS;
}

/* Tries each delimiter; the one under which a header is found is the file's. */
static bool find_header(struct table *table)
{
    static const char delimiters[] = ",;\t";
    for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++) {
        struct error_list ignored = {0};
        table->rows = 0;
        csv_rows_read(table->builder->source, *delimiter, try_header, table, &ignored);
        table->delimiter = *delimiter;
        if (table->header_line > 0)
            return true;
    }
    return false;
}

/* Two columns of one meaning: which of them holds, nobody can say. */
static void check_columns(struct table *table, const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        int key = column_names_find(table->names, row->cells[i]);
        if (key < 0 || table->column_of[key] == (int)i)
            continue;
        char quoted[TEXT_QUOTE_SIZE];
        add_error(table, row, i, "column «%s»: a second column for the %s",
                  text_quote(quoted, row->cells[i], strlen(row->cells[i])), row_key_names[key]);
    }
}

static void read_header(struct table *table, const struct csv_row *row)
{
    check_columns(table, row);
    int budget = table->column_of[ROW_BUDGET];
    int64_t unit = budget >= 0 ? money_unit_find(row->cells[budget]) : 0;
    if (unit > 0)
        table->builder->money.unit = unit;
}

/* The cells of a row as one line of text; the caller frees it. */
static char *row_text(const struct csv_row *row)
{
    struct strbuf text = {0};
    for (size_t i = 0; i < row->count; i++) {
        if (is_blank(row->cells[i]))
            continue;
        if (text.length > 0)
            strbuf_addc(&text, ' ');
        text_add_nfc(&text, row->cells[i], strlen(row->cells[i]));
    }
    return strbuf_detach(&text);
}

/* The year and the unit («ĐVT: triệu đồng») may stand above the table. */
static void read_preamble(struct table *table, const struct csv_row *row)
{
    char *text = row_text(row);
    if (table->preamble_year == 0)
        table->preamble_year = plan_year_find(text);
    if (text_contains(text, "đơn vị tính") || text_contains(text, "đvt")) {
        int64_t unit = money_unit_find(text);
        if (unit > 0)
            table->builder->money.unit = unit;
    }
    free(text);
}

static void add_stray(struct table *table, const struct csv_row *row)
{
    struct stray_row stray = {.offset = row->offset, .text = row_text(row)};
    table->strays =
        memory_grow(table->strays, table->stray_count, &table->stray_capacity, sizeof stray);
    table->strays[table->stray_count++] = stray;
}

/* A section or task follows: what was strayed over is no footer. */
static void refuse_strays(struct table *table)
{
    for (size_t i = 0; i < table->stray_count; i++) {
        struct stray_row *stray = &table->strays[i];
        char quoted[TEXT_QUOTE_SIZE];
        size_t line, column;
        source_locate(table->builder->source, stray->offset, &line, &column);
        error_set_at(error_list_next(table->builder->errors), table->builder->source->path, line,
                     column,
                     "«%s»: expected a row that starts with a section's Roman numeral or a task's "
                     "number",
                     text_quote(quoted, stray->text, strlen(stray->text)));
        free(stray->text);
    }
    table->stray_count = 0;
}

/* What a footer's line declares, after its colon: «44 nhiệm vụ.», «1.275.000đồng». */
static void read_footer(struct table *table)
{
    struct plan *plan = table->builder->plan;
    for (size_t i = 0; i < table->stray_count; i++) {
        const char *text = table->strays[i].text, *colon = strchr(text, ':');
        const char *said = colon != NULL ? colon + 1 : text;
        const char *cell = plan_builder_cell(table->builder, said, strlen(said));
        if (plan->declared.tasks == NULL && text_contains(text, "tổng số nhiệm vụ"))
            plan->declared.tasks = cell;
        else if (plan->declared.budget == NULL && text_contains(text, "tổng") &&
                 text_contains(text, "kinh phí"))
            plan->declared.budget = cell;
        if (table->preamble_year == 0)
            table->preamble_year = plan_year_find(text);
        free(table->strays[i].text);
    }
    free(table->strays);
}

/*
 * What a TT cell says: a section («III», «III.» or «III. CẢI CÁCH …», whose title then follows in
 * the same cell), a task («2», «2.», «1.1»), or neither.
 */
enum mark { MARK_NONE, MARK_SECTION, MARK_TASK };

static enum mark read_mark(struct table *table, const char *cell, const char **code,
                           const char **rest)
{
    *rest = NULL;
    if (cell == NULL)
        return MARK_NONE;
    bool task = *cell >= '0' && *cell <= '9';
    size_t length = strspn(cell, task ? "0123456789." : "IVXLCDMivxlcdm");
    while (task && length > 0 && cell[length - 1] == '.')
        length--;
    *code = arena_intern(&table->builder->plan->arena, cell, length);
    const char *after = cell + length + strspn(cell + length, ".):");
    *rest = plan_builder_cell(table->builder, after, strlen(after));
    if (task)
        return *rest == NULL ? MARK_TASK : MARK_NONE;
    bool apart = *after == '\0' || *after == ' ' || *after == '\n';
    return length > 0 && apart && section_value(*code) > 0 ? MARK_SECTION : MARK_NONE;
}

/* A section's row holds its title, repeated where cells were merged, and may hold a subtotal. */
static int check_section_row(struct table *table, const struct csv_row *row, const char *title)
{
    for (int key = ROW_TITLE; key < ROW_KEYS; key++) {
        const char *cell = cell_of(table, row, key);
        if (cell == NULL || cell == title || key == ROW_NUMBER || key == ROW_BUDGET)
            continue;
        char quoted[TEXT_QUOTE_SIZE];
        return add_error(table, row, (size_t)table->column_of[key],
                         "«%s» in a section's row: expected only its title",
                         text_quote(quoted, cell, strlen(cell)));
    }
    return 0;
}

static int open_section(struct table *table, const struct csv_row *row, const char *code,
                        const char *rest)
{
    struct plan *plan = table->builder->plan;
    const char *title = cell_of(table, row, ROW_TITLE);
    struct section *known = plan_find_section(plan, section_value(code));
    if (known != NULL)
        return add_error(table, row, 0, "section %s a second time: it stands in line %zu too", code,
                         known->line);
    table->section = plan_add_section(plan, code, title != NULL ? title : rest);
    table->section->line = row->line;
    table->section->declared_budget = cell_of(table, row, ROW_BUDGET);
    return check_section_row(table, row, table->section->title);
}

static void fill_row(struct table *table, const struct csv_row *csv, struct row *row)
{
    *row = (struct row){.line = csv->line, .locate = locate, .context = table};
    for (int key = 0; key < ROW_KEYS; key++)
        row->cells[key] = cell_of(table, csv, key);
}

/* Cells to the right of the header's must be blank: they would be lost. */
static int check_width(struct table *table, const struct csv_row *row)
{
    for (size_t i = table->width; i < row->count; i++) {
        if (is_blank(row->cells[i]))
            continue;
        char quoted[TEXT_QUOTE_SIZE];
        return add_error(table, row, i, "«%s» stands in cell %zu: the header has only %zu",
                         text_quote(quoted, row->cells[i], strlen(row->cells[i])), i + 1,
                         table->width);
    }
    return 0;
}

/* The header again, on a later page. */
static bool repeats_header(const struct table *table, const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++) {
        int key = column_names_find(table->names, row->cells[i]);
        if (!is_blank(row->cells[i]) && (key < 0 || table->column_of[key] != (int)i))
            return false;
    }
    return true;
}

/* The columns' numbers under the header: «(1) (2) (3)». */
static bool numbers_columns(const struct csv_row *row)
{
    for (size_t i = 0; i < row->count; i++)
        if ((size_t)atoi(row->cells[i] + (row->cells[i][0] == '(')) != i + 1)
            return false;
    return row->count > 2;
}

/* A task's cells without its number: a footer has a line of text and at most a total. */
static bool lacks_number(const struct table *table, const struct csv_row *row)
{
    int cells = 0;
    for (int key = ROW_TITLE; key <= ROW_SCHEDULE; key++)
        cells += cell_of(table, row, key) != NULL;
    return cell_of(table, row, ROW_NUMBER) == NULL && cells > 1;
}

static int read_official_row(struct table *table, const struct csv_row *csv)
{
    const char *code = NULL, *rest = NULL;
    enum mark mark = read_mark(table, cell_of(table, csv, ROW_NUMBER), &code, &rest);
    if (numbers_columns(csv) || (mark == MARK_NONE && repeats_header(table, csv)))
        return 0;
    if (mark == MARK_NONE && lacks_number(table, csv))
        return add_error(table, csv, (size_t)table->column_of[ROW_NUMBER],
                         "no number: expected a task's number, or a footer's line alone");
    if (mark == MARK_NONE) {
        add_stray(table, csv);
        return 0;
    }
    refuse_strays(table);
    if (mark == MARK_SECTION)
        return open_section(table, csv, code, rest);
    struct row row;
    fill_row(table, csv, &row);
    row.cells[ROW_NUMBER] = code;
    if (table->section == NULL)
        return row_error(table->builder, &row, ROW_NUMBER,
                         "task %s before any section: expected a section's Roman numeral first",
                         code);
    return plan_builder_add(table->builder, table->section, &row);
}

static int read_row(void *context, const struct csv_row *csv)
{
    struct table *table = context;
    table->row = csv;
    if (csv->line < table->header_line) {
        read_preamble(table, csv);
    } else if (csv->line == table->header_line) {
        map_header(table, csv);
        read_header(table, csv);
    } else if (!is_blank_row(csv) && check_width(table, csv) == 0) {
        struct row row;
        if (table->official)
            read_official_row(table, csv);
        else {
            fill_row(table, csv, &row);
            plan_builder_add(table->builder, NULL, &row);
        }
    }
    return 0;
}

/* Nothing here is a header: say what one is, after anything that is no CSV at all. */
static int refuse(struct table *table)
{
    const struct source *source = table->builder->source;
    struct error_list *errors = table->builder->errors;
    table->rows = 0;
    csv_rows_read(source, ',', try_header, table, errors);
    char quoted[TEXT_QUOTE_SIZE];
    size_t length = source->length > 0 ? source_line_length(source->text, source->length) : 0;
    const char *first = text_trim(source->text, &length);
    if (length == 0)
        return error_set_at(error_list_next(errors), source->path, 1, 1,
                            "the file is empty: expected a plan's table");
    return error_set_at(error_list_next(errors), source->path, 1, 1,
                        "«%s»: expected a header row with the columns TT and Nhiệm vụ, or section, "
                        "number and title",
                        text_quote(quoted, first, length));
}

int csv_plan_read(struct plan_builder *builder)
{
    struct table table = {.builder = builder, .names = column_names_new()};
    int status = 0;
    if (find_header(&table)) {
        csv_rows_read(builder->source, table.delimiter, read_row, &table, builder->errors);
        read_footer(&table);
        builder->plan->year = table.preamble_year;
    } else {
        status = refuse(&table);
    }
    column_names_free(table.names);
    return status;
}
