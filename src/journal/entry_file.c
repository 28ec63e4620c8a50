// SPDX-License-Identifier: MIT
#include "journal/entry_file.h"

#include "base/message.h"
#include "base/zip_read.h"
#include "journal/entry_table.h"
#include "read/office/office_file.h"

static int refuse_empty(const char *path, struct error_list *errors)
{
    struct error *error =
        error_list_add(errors, path, "an empty file: expected the columns task, status, on …");
    if (error != NULL)
        error->location = (struct location){.line = 1, .column = 1};
    return -1;
}

static int read_text(struct journal *answers, struct source *source, const char *encoding,
                     struct error_list *errors)
{
    struct entry_header header;
    char delimiter;
    if (source_check(source, encoding, errors) != 0 ||
        entry_csv_read(answers, source, ENTRIES_OF_ANSWER, &header, &delimiter, errors) != 0)
        return -1;
    return header.line > 0 ? 0 : refuse_empty(source->path, errors);
}

static bool is_known(const struct entry_header *header, const struct grid_merge *merge)
{
    for (int i = 0; i < ENTRY_COLUMNS; i++)
        if (header->column_of[i] >= (int)merge->column &&
            header->column_of[i] < (int)(merge->column + merge->columns))
            return true;
    return false;
}

static bool is_blank(const struct grid *grid, size_t row, uint32_t column)
{
    for (size_t i = 0; i < grid->rows[row].count; i++)
        if (grid->cells[grid->rows[row].first + i].column == column)
            return false;
    return true;
}

static int check_merges(struct grid_table *table, const struct entry_header *header,
                        const struct source *source, struct error_list *errors)
{
    const struct grid *grid = table->grid;
    int status = 0;
    for (size_t i = 0; i < grid->merge_count; i++) {
        const struct grid_merge *merge = &grid->merges[i];
        size_t row = grid_find_row(grid, merge->first);
        if (merge->first <= header->line || merge->first == merge->last || row < table->first ||
            row >= table->last || grid->rows[row].line != merge->first ||
            !is_known(header, merge) || is_blank(grid, row, merge->column))
            continue;
        struct error error;
        error_set(&error, ERROR_DATA, "one value beside %zu rows: expected one in each row",
                  merge->last - merge->first + 1);
        table->table.locate(&table->table, row, merge->column, &error.location);
        status = office_file_error(source, &error, errors);
    }
    return status;
}

/* Reads one table; its own merged values are looked at. */
static int read_table(struct journal *answers, struct grid_table *table,
                      const struct source *source, struct error_list *errors)
{
    struct entry_header header;
    if (office_file_check_cells(table, NULL, source, errors) != 0 ||
        entry_table_read(answers, &table->table, ENTRIES_OF_ANSWER, &header, errors) != 0)
        return -1;
    return check_merges(table, &header, source, errors);
}

/* All tables that have an answer's header: an agency may fill in a sheet for each section. */
static int read_office(struct journal *answers, const struct source *source,
                       struct error_list *errors)
{
    struct grid_file file = {0};
    size_t read = 0;
    int status = office_file_read(&file, source, errors);
    for (size_t i = 0; i < file.table_count && status == 0; i++) {
        struct grid_table *table = &file.tables[i];
        if (table->hidden || !entry_table_has_header(&table->table))
            continue;
        status = read_table(answers, table, source, errors);
        read++;
    }
    if (status == 0 && read == 0)
        status = office_file_refuse(&file, source, ERROR_DATA,
                                    _("no header: expected a row with the columns task, status, "
                                      "on …"),
                                    errors);
    grid_file_release(&file);
    return status;
}

int entry_file_read(struct journal *answers, const char *path, const char *encoding,
                    struct error_list *errors)
{
    struct source source;
    int status = source_load(&source, path, errors);
    if (status == 0)
        status = zip_begins(source.text, source.length)
                     ? read_office(answers, &source, errors)
                     : read_text(answers, &source, encoding, errors);
    source_release(&source);
    return status;
}
