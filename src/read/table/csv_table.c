// SPDX-License-Identifier: MIT
#include "read/table/csv_table.h"

#include "base/memory.h"
#include "base/text.h"
#include "read/table/csv_line.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum {
    ROW_BYTES_MAX = 1024 * 1024,
    ROW_CELLS_MAX = 16384,
    PARSER_OPTIONS = CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL,
};

struct reader {
    const struct source *source;
    char delimiter;
    struct table_row row;
    char *text;     /* the cells of the row so far, each with its NUL */
    size_t *starts; /* of the cells in `text` */
    size_t used, text_capacity, start_capacity, cell_capacity;
    size_t line, offset; /* of the physical line being fed */
    struct error_list *errors;
    table_row_handler *handler;
    void *context;
    int stopped;
};

static void end_cell(void *bytes, size_t length, void *context)
{
    struct reader *reader = context;
    size_t index = reader->row.count++;
    if (index >= ROW_CELLS_MAX)
        return;
    if (index >= reader->start_capacity)
        reader->starts =
            memory_grow(reader->starts, index, &reader->start_capacity, sizeof *reader->starts);
    reader->starts[index] = reader->used;
    memcpy(reader->text + reader->used, bytes, length + 1); /* CSV_APPEND_NULL */
    reader->used += length + 1;
}

/* A row's cells take no more than its bytes and one: each has a delimiter or a line end after it,
 * but for the last. */
static void reserve(struct reader *reader, size_t row_length)
{
    if (row_length < reader->text_capacity)
        return;
    reader->text_capacity = 2 * row_length + 1;
    reader->text = memory_resize(reader->text, reader->text_capacity, 1);
}

static void begin_row(struct reader *reader)
{
    reader->used = 0;
    reader->row.count = 0;
}

static void end_row(int terminator, void *context)
{
    (void)terminator;
    struct reader *reader = context;
    struct table_row *row = &reader->row;
    if (row->count > ROW_CELLS_MAX) {
        source_error(reader->source, row->offset, reader->errors,
                     "a row of %zu cells: expected at most %d", row->count, ROW_CELLS_MAX);
        begin_row(reader);
        return;
    }
    for (size_t i = 0; i < row->count; i++) {
        if (i >= reader->cell_capacity)
            row->cells = memory_grow(row->cells, i, &reader->cell_capacity, sizeof *row->cells);
        row->cells[i] = reader->text + reader->starts[i];
    }
    if (reader->stopped == 0)
        reader->stopped = reader->handler(reader->context, row);
    begin_row(reader);
}

/* The byte where a quote opens that nothing closes before `end`. */
static size_t open_quote(const struct source *source, size_t start, size_t end)
{
    bool inside = false;
    size_t opened = start;
    for (size_t i = start; i < end; i++) {
        if (source->text[i] != '"')
            continue;
        inside = !inside;
        if (inside && (i == start || source->text[i - 1] != '"'))
            opened = i;
    }
    return opened;
}

static void add_open_quote(const struct reader *reader, size_t end)
{
    source_error(reader->source, open_quote(reader->source, reader->row.offset, end),
                 reader->errors,
                 "a quote opens here and nothing closes it: expected \" at the end of the cell");
}

static void add_bad_quote(const struct reader *reader, size_t offset)
{
    uint32_t code_point;
    char quoted[TEXT_QUOTE_SIZE];
    const char *at = reader->source->text + offset;
    if (*at == '"')
        source_error(reader->source, offset, reader->errors,
                     "a quote inside a cell: expected the whole cell in quotes and this one "
                     "doubled, \"\"");
    else
        source_error(reader->source, offset, reader->errors,
                     "«%s» after the closing quote: expected the next cell",
                     text_quote(quoted, at, text_decode(at, &code_point)));
}

static bool give_plain_row(struct reader *reader, const char *line, size_t length)
{
    struct table_row *row = &reader->row;
    if (reader->cell_capacity < CSV_LINE_CELLS_MAX) {
        reader->cell_capacity = CSV_LINE_CELLS_MAX;
        row->cells = memory_resize(row->cells, CSV_LINE_CELLS_MAX, sizeof *row->cells);
    }
    row->count = csv_line_split(line, length, reader->delimiter, reader->text, row->cells);
    if (row->count == 0)
        return false;
    reader->stopped = reader->handler(reader->context, row);
    begin_row(reader);
    return true;
}

static void start_parser(struct csv_parser *parser, char delimiter)
{
    csv_init(parser, PARSER_OPTIONS);
    csv_set_delim(parser, (unsigned char)delimiter);
}

/* Feeds one physical line; false if the row it belongs to cannot be read. */
static bool feed(struct reader *reader, struct csv_parser *parser, size_t length)
{
    bool begins = reader->row.count == 0 && parser->pstate == 0;
    if (begins) {
        reader->row.line = reader->line;
        reader->row.offset = reader->offset;
    }
    if (reader->offset + length - reader->row.offset > ROW_BYTES_MAX) {
        if (parser->pstate != 0 && parser->quoted)
            add_open_quote(reader, reader->offset);
        else
            source_error(reader->source, reader->row.offset, reader->errors,
                         "a row of more than 1 MiB: expected a plan's table");
        return false;
    }
    reserve(reader, reader->offset + length - reader->row.offset);
    const char *line = reader->source->text + reader->offset;
    if (begins && give_plain_row(reader, line, length))
        return true;
    size_t used = csv_parse(parser, line, length, end_cell, end_row, reader);
    if (used < length) {
        add_bad_quote(reader, reader->offset + used);
        return false;
    }
    return true;
}

static int read_rows(const struct table *table, table_row_handler *handler, void *context,
                     struct error_list *errors)
{
    const struct csv_table *csv = (const struct csv_table *)table;
    const struct source *source = csv->source;
    struct reader reader = {.source = source,
                            .delimiter = csv->delimiter,
                            .errors = errors,
                            .handler = handler,
                            .context = context,
                            .offset = csv->range.start};
    struct csv_parser parser;
    size_t end = csv->range.end;
    start_parser(&parser, csv->delimiter);
    for (reader.line = csv->range.line; reader.offset < end && reader.stopped == 0; reader.line++) {
        size_t length = source_line_length(source->text + reader.offset, end - reader.offset);
        work_progress_advance(source->work, reader.offset, length);
        if (!feed(&reader, &parser, length)) {
            csv_free(&parser);
            start_parser(&parser, csv->delimiter);
            begin_row(&reader);
        }
        reader.offset += length;
    }
    if (reader.stopped == 0 && csv_fini(&parser, end_cell, end_row, &reader) != 0)
        add_open_quote(&reader, end);
    csv_free(&parser);
    free(reader.text);
    free(reader.starts);
    free((void *)reader.row.cells);
    return reader.stopped;
}

static void locate(struct table *table, size_t row_offset, size_t cell, struct location *location)
{
    struct csv_table *csv = (struct csv_table *)table;
    const struct source *source = csv->source;
    bool inside = false;
    size_t at = row_offset;
    for (; at < source->length && cell > 0; at++) {
        char c = source->text[at];
        inside ^= c == '"';
        if (!inside && (c == '\n' || c == '\r'))
            break;
        cell -= !inside && c == csv->delimiter;
    }
    if (row_offset < csv->row.offset)
        csv->row = (struct line_cursor){.line = 1};
    source_line(source, &csv->row, row_offset);
    source_locate_from(source, csv->row, cell > 0 ? row_offset : at, location);
}

struct csv_table csv_table_range(const struct source *source, char delimiter,
                                 struct row_range range)
{
    return (struct csv_table){
        .table = {.path = source->path,
                  .composed = source->composed,
                  .read = read_rows,
                  .locate = locate},
        .source = source,
        .delimiter = delimiter,
        .range = range,
        .row = {.line = 1},
    };
}

struct csv_table csv_table_of(const struct source *source, char delimiter)
{
    return csv_table_range(source, delimiter, (struct row_range){.end = source->length, .line = 1});
}
