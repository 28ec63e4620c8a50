// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/parallel.h"
#include "journal/entry_table.h"
#include "read/split/cut.h"
#include "read/table/csv_table.h"

#include <stdlib.h>
#include <string.h>

/* The delimiter that gives one of the first rows a cell «task». */
static char find_delimiter(const struct source *source)
{
    static const char delimiters[] = ",;\t";
    for (const char *delimiter = delimiters; *delimiter != '\0'; delimiter++) {
        struct csv_table table = csv_table_of(source, *delimiter);
        if (entry_table_has_header(&table.table))
            return *delimiter;
    }
    return ',';
}

/* ---- In parts ---- */

struct part {
    struct journal journal;
    struct error_list errors;
};

struct parts {
    const struct csv_table *table;
    enum entry_rows rows;
    struct entry_header *header;
    struct part *items;
    struct row_range ranges[CUT_RANGES_MAX];
    size_t count;
};

static void read_part(void *context, size_t index)
{
    struct parts *parts = context;
    struct part *part = &parts->items[index];
    struct csv_table table = *parts->table;
    table.range = parts->ranges[index];
    entry_table_read_rows(&part->journal, &table.table, parts->rows, parts->header, &part->errors);
}

static void join(struct journal *journal, struct parts *parts)
{
    size_t count = journal->count;
    for (size_t i = 0; i < parts->count; i++)
        count += parts->items[i].journal.count;
    journal->entries = memory_resize(journal->entries, count, sizeof *journal->entries);
    journal->capacity = count;
    for (size_t i = 0; i < parts->count; i++) {
        struct journal *part = &parts->items[i].journal;
        if (part->count > 0)
            memcpy(journal->entries + journal->count, part->entries,
                   part->count * sizeof *part->entries);
        journal->count += part->count;
        arena_take(&journal->arena, &part->arena);
    }
}

/* Returns false if something is wrong with one of them. */
static bool read_parts(struct journal *journal, struct parts *parts, size_t jobs)
{
    bool right = true;
    parts->items = memory_alloc(parts->count * sizeof *parts->items);
    memset(parts->items, 0, parts->count * sizeof *parts->items);
    parallel_run(jobs, parts->count, read_part, parts);
    for (size_t i = 0; i < parts->count; i++)
        right &= parts->items[i].errors.count == 0;
    if (right)
        join(journal, parts);
    for (size_t i = 0; i < parts->count; i++)
        journal_release(&parts->items[i].journal);
    free(parts->items);
    return right;
}

/* Reads a long text by several threads. False if it is to be read by one. */
static bool read_split(struct journal *journal, struct csv_table *table, enum entry_rows rows,
                       struct entry_header *header)
{
    struct parts parts = {.table = table, .rows = rows, .header = header};
    struct row_reader reader = {.form = ROWS_CSV, .range = table->range};
    struct row_range *body = &reader.range;
    if (table->source->jobs < 2 ||
        !entry_table_find_body(&table->table, rows, header, &body->start, &body->line))
        return false;
    body->line_start = body->start;
    parts.count = cut_rows(table->source, &reader, parts.ranges);
    return parts.count > 1 && read_parts(journal, &parts, table->source->jobs);
}

int entry_csv_read(struct journal *journal, const struct source *source, enum entry_rows rows,
                   struct entry_header *header, char *delimiter, struct error_list *errors)
{
    *delimiter = find_delimiter(source);
    struct csv_table table = csv_table_of(source, *delimiter);
    if (!read_split(journal, &table, rows, header))
        return entry_table_read(journal, &table.table, rows, header, errors);
    size_t before = errors->count;
    if (rows != ENTRIES_OF_ANSWER)
        entry_table_order(journal, table.table.path, rows, errors);
    return errors->count > before ? -1 : 0;
}
