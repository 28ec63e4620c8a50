// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/roman.h"
#include "base/text.h"
#include "read/formats.h"
#include "read/office/office_file.h"
#include "read/table/header_report.h"
#include "read/table/table_rows.h"

#include <stdlib.h>
#include <string.h>

struct office {
    struct plan_builder *builder;
    struct heading_rules rules;
    struct grid_file file;
    struct grid_table *table; /* the one that is the plan */
    struct table_header header;
};

static int add_error(struct office *office, const struct error *error)
{
    return office_file_error(office->builder->source, error, office->builder->errors);
}

/* ---- Which table is the plan ---- */

static bool has_header(struct office *office, struct grid_table *table, struct table_header *header)
{
    table->lines = false;
    return table_header_find(header, &table->table, &office->rules);
}

static struct grid_table *find_table(struct office *office, const char *sheet)
{
    struct grid_file *file = &office->file;
    for (size_t i = 0; i < file->table_count; i++)
        if (text_compare(file->tables[i].name, sheet) == 0)
            return &file->tables[i];
    size_t number = strspn(sheet, "0123456789") == strlen(sheet) && strlen(sheet) < 9
                        ? (size_t)strtoul(sheet, NULL, 10)
                        : 0;
    return number > 0 && number <= file->table_count ? &file->tables[number - 1] : NULL;
}

static int refuse_choice(struct office *office, enum error_code code, const char *problem,
                         enum settlement settles)
{
    office_file_refuse(&office->file, office->builder->source, code, problem,
                       office->builder->errors);
    return error_list_settle(office->builder->errors, settles);
}

static int choose_named(struct office *office, const char *sheet)
{
    char quoted[TEXT_QUOTE_SIZE];
    struct strbuf problem = {0};
    int status = 0;
    office->table = find_table(office, sheet);
    if (office->table == NULL) {
        strbuf_addf(&problem, office->file.document ? _("no table «%s»") : _("no sheet «%s»"),
                    text_quote(quoted, sheet, strlen(sheet)));
        status = refuse_choice(office, ERROR_USAGE, problem.text, SETTLED_BY_NOTHING);
    } else if (!has_header(office, office->table, &office->header)) {
        struct error error;
        error_set(&error, ERROR_DATA, TABLE_HEADER_EXPECTED);
        location_set_cell(&error.location, office->table->name, "");
        status = add_error(office, &error);
    }
    strbuf_release(&problem);
    return status;
}

static bool same_headings(const struct table_header *a, const struct table_header *b)
{
    if (a->width != b->width)
        return false;
    for (size_t i = 0; i < a->width; i++)
        if (text_compare(a->headings[i], b->headings[i]) != 0)
            return false;
    return true;
}

/* The tables of a file that may be the plan. */
struct choice {
    const struct grid_table *hidden,
        *other;                 /* one that is hidden, and one more that may be meant */
    struct header_rows nearest; /* of a table without a header */
};

static void keep_nearest(struct choice *choice, struct table_header *header)
{
    if (header->rows.nearest_points <= choice->nearest.nearest_points)
        return;
    header_rows_release(&choice->nearest);
    choice->nearest = header->rows;
    header->rows = (struct header_rows){0};
}

/* Takes a table if it is the first with a header, or the first whose header has marks. */
static void consider(struct office *office, struct choice *choice, struct grid_table *table,
                     struct table_header *header)
{
    if (table->hidden) {
        choice->hidden = table;
    } else if (office->table == NULL ||
               (table_header_has_marks(header) && !table_header_has_marks(&office->header))) {
        table_header_release(&office->header);
        office->table = table;
        office->header = *header;
        *header = (struct table_header){0};
        choice->other = NULL;
    } else if (table_header_has_marks(header) == table_header_has_marks(&office->header) &&
               (!office->file.document || !same_headings(&office->header, header))) {
        choice->other = table;
    }
}

static int refuse_tables(struct office *office, const struct choice *choice)
{
    struct strbuf problem = {0};
    bool document = office->file.document;
    enum settlement settles = document ? SETTLED_BY_TABLE : SETTLED_BY_SHEET;
    if (choice->other != NULL) {
        strbuf_adds(&problem, document ? _("several tables have a plan's header")
                                       : _("several sheets have a plan's header"));
    } else if (choice->hidden != NULL) {
        strbuf_adds(&problem, _("only a hidden sheet has a plan's header"));
    } else if (choice->nearest.nearest.cells != NULL) {
        settles = header_report_nearest(&problem, &choice->nearest);
    } else {
        strbuf_adds(&problem, _(TABLE_HEADER_EXPECTED));
        settles = SETTLED_BY_NOTHING;
    }
    int status = refuse_choice(office, ERROR_DATA, problem.text, settles);
    strbuf_release(&problem);
    return status;
}

/* Looks for the one table with a header; a document's may come again on each page. */
static int choose_by_header(struct office *office)
{
    struct choice choice = {0};
    for (size_t i = 0; i < office->file.table_count; i++) {
        struct table_header header = {0};
        if (has_header(office, &office->file.tables[i], &header))
            consider(office, &choice, &office->file.tables[i], &header);
        else
            keep_nearest(&choice, &header);
        table_header_release(&header);
    }
    bool one = office->table != NULL && choice.other == NULL;
    int status = one ? 0 : refuse_tables(office, &choice);
    header_rows_release(&choice.nearest);
    return status;
}

/* ---- A document's table that goes on in the next ---- */

/* Returns whether a row's cell is a section's or a task's number. */
static bool is_numbered(const struct grid *grid, size_t row, uint32_t column)
{
    const char *text = "";
    for (size_t i = 0; row < grid->row_count && i < grid->rows[row].count; i++) {
        const struct grid_cell *cell = &grid->cells[grid->rows[row].first + i];
        if (cell->column >= column) {
            text = cell->column == column ? cell->text : "";
            break;
        }
    }
    size_t length = strspn(text, "0123456789");
    if (length == 0 && *text < 'a')
        length = roman_length(text);
    return length > 0 && strspn(text + length, ".) \n") == strlen(text + length);
}

/*
 * Tables behind the chosen one belong to it if they have its header again or its width. One
 * that begins like a plan's rows and has another width would lose them; others are the footer's.
 */
static int join_pages(struct office *office, bool named)
{
    struct grid_file *file = &office->file;
    size_t chosen = (size_t)(office->table - file->tables), last = chosen;
    for (size_t i = chosen + 1; i < file->table_count; i++) {
        struct grid_table *table = &file->tables[i];
        struct table_header header = {0};
        bool headed = has_header(office, table, &header);
        bool same = headed && same_headings(&office->header, &header);
        table_header_release(&header);
        if (headed && !same)
            break;
        if (same || table->width == office->table->width) {
            last = i;
            continue;
        }
        if (named || table->first == table->last || !is_numbered(table->grid, table->first, 0))
            continue;
        struct error error;
        error_set(&error, ERROR_DATA, "rows of %zu columns below a header of %zu: expected as many",
                  table->width, office->table->width);
        error_settle(&error, SETTLED_BY_ONE_TABLE);
        table->table.locate(&table->table, table->first, 0, &error.location);
        return add_error(office, &error);
    }
    office->table->last = file->tables[last].last;
    office->table->last_group = file->tables[last].group;
    office->table->lines = true;
    return 0;
}

/* ---- The table's cells ---- */

static struct grid *grid_of(const struct office *office)
{
    for (size_t i = 0; i < office->file.grid_count; i++)
        if (office->file.grids[i] == office->table->grid)
            return office->file.grids[i];
    return NULL;
}

/* A task's number is no amount: the 1.2 of a number cell is «1.2». */
static void write_number(struct office *office, struct grid_cell *cell)
{
    char *comma = memory_copy(cell->text, strlen(cell->text));
    char *at = strchr(comma, ',');
    if (at != NULL) {
        *at = '.';
        cell->text = arena_intern(&office->file.strings, comma, strlen(comma));
    }
    free(comma);
}

/* An amount that cannot be known, which was said, is none. */
static void write_cells(struct office *office)
{
    const struct grid_table *table = office->table;
    const struct table_header *header = &office->header;
    struct grid *grid = grid_of(office);
    for (size_t r = table->first; r < table->last; r++)
        for (size_t i = 0; i < grid->rows[r].count; i++) {
            struct grid_cell *cell = &grid->cells[grid->rows[r].first + i];
            bool number = (int)cell->column == header->column_of[COLUMN_NUMBER] ||
                          (int)cell->column == header->column_of[COLUMN_ID];
            if (cell->mark == ',' && number)
                write_number(office, cell);
            if (cell->mark == GRID_FAILED && (int)cell->column == header->column_of[COLUMN_BUDGET])
                *cell = (struct grid_cell){.text = "", .column = cell->column};
        }
}

/* Returns whether the title is merged over the same rows as the number: they are one task. */
static bool is_titled_alike(const struct office *office, size_t number)
{
    const struct grid *grid = office->table->grid;
    const struct grid_merge *merges = grid->merges;
    size_t first = number;
    while (first > 0 && merges[first - 1].first == merges[number].first)
        first--;
    for (size_t i = first; i < grid->merge_count && merges[i].first == merges[number].first; i++)
        if ((int)merges[i].column == office->header.column_of[COLUMN_TITLE] &&
            merges[i].last == merges[number].last)
            return true;
    return false;
}

/* A number that stands beside several titles: which of them is the task, it does not say. */
static int check_merged_numbers(struct office *office)
{
    struct grid_table *table = office->table;
    const struct grid *grid = table->grid;
    int number = office->header.column_of[COLUMN_NUMBER], status = 0;
    for (size_t i = 0; i < grid->merge_count; i++) {
        const struct grid_merge *merge = &grid->merges[i];
        size_t row = grid_find_row(grid, merge->first + 1);
        if ((int)merge->column != number || merge->first <= office->header.last_line ||
            row >= table->last || grid->rows[row].line > merge->last ||
            !is_numbered(grid, grid_find_row(grid, merge->first), merge->column) ||
            is_titled_alike(office, i))
            continue;
        struct error error;
        error_set(&error, ERROR_DATA, "one number beside %zu rows: expected a row for each task",
                  merge->last - merge->first + 1);
        table->table.locate(&table->table, row, merge->column, &error.location);
        status = add_error(office, &error);
    }
    return status;
}

int office_plan_read(struct plan_builder *builder, const char *sheet)
{
    struct office office = {.builder = builder, .rules = {column_words_new(), &builder->choices}};
    int status = office_file_read(&office.file, builder->source, builder->errors);
    if (status == 0)
        status = sheet != NULL ? choose_named(&office, sheet) : choose_by_header(&office);
    if (status == 0 && office.file.document)
        status = join_pages(&office, sheet != NULL);
    if (status == 0)
        status = office_file_check_cells(office.table, &office.header, builder->source,
                                         builder->errors) |
                 check_merged_numbers(&office);
    if (status == 0) {
        write_cells(&office);
        grid_table_fill_merged(office.table, &office.header);
        table_rows_read_all(builder, &office.table->table, &office.header, &office.rules);
    }
    table_header_release(&office.header);
    grid_file_release(&office.file);
    column_words_free(office.rules.words);
    return status;
}
