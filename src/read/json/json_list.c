// SPDX-License-Identifier: MIT
#include "read/json/json_list.h"

#include "read/json/json_row.h"

/* Reads the row at an offset of the source, and moves behind it. */
static int read_row(struct json_rows *rows, size_t *offset, size_t end, bool is_array)
{
    struct json_document *document = rows->document;
    const struct plan_builder *builder = document->builder;
    if (json_document_scan(document, *offset, end, is_array) != 0)
        return -1;
    if (!json_rows_add_scanned(rows)) {
        if (json_document_parse(document) != 0)
            return -1;
        if (!is_array && !json_rows_is_row(document->root))
            return source_error(builder->source, *offset, builder->errors,
                                "expected a task on each line");
        json_rows_add(rows, document->root);
    }
    work_progress_advance(builder->source->work, *offset, document->length);
    *offset += document->length;
    return 0;
}

static int read_range(const struct row_reader *reader, struct plan_builder *builder,
                      struct row_range range)
{
    struct json_document document;
    struct json_rows rows = {.document = &document};
    bool is_array = reader->form == ROWS_JSON_COMMAS;
    int status = 0;
    json_document_init(&document, builder);
    document.lines = (struct line_cursor){
        .offset = range.line_start, .line = range.line, .at = range.line_start};
    for (size_t at = range.start; at < range.end && status == 0;) {
        if (is_array && builder->source->text[at++] != ',')
            status = -1;
        else
            status = read_row(&rows, &at, range.end, is_array);
    }
    json_rows_release(&rows);
    json_document_release(&document);
    return status;
}

int json_list_read_lines(struct json_document *document)
{
    struct plan_builder *builder = document->builder;
    size_t start = document->offset + document->length;
    struct row_reader reader = {
        .form = ROWS_JSON_LINES,
        .range = {.start = start, .end = builder->source->length},
        .read = read_range,
    };
    reader.range.line = source_line(builder->source, &document->lines, start);
    reader.range.line_start = document->lines.offset;
    return plan_builder_read_rows(builder, &reader);
}

/* An array that is no JSON: where, and nothing of what its rows say. */
static int refuse_array(struct json_document *document, size_t errors_before)
{
    const struct source *source = document->builder->source;
    struct error_list *errors = document->builder->errors;
    errors->count = errors_before;
    if (json_document_scan(document, 0, source->length, 0) != 0)
        return -1;
    return source_error(source, document->length, errors,
                        "expected nothing after the JSON document");
}

/* Returns the offset of the bracket that ends the source, or the source's length. */
static size_t find_end(const struct source *source)
{
    size_t end = source->length;
    while (end > 0 && json_scan_space(source->text, end - 1, end) == end)
        end--;
    return end > 0 && source->text[end - 1] == ']' ? end - 1 : source->length;
}

/* The first row tells the columns; what stands between it and the bracket is read from anywhere. */
static int read_array(struct json_rows *rows)
{
    struct plan_builder *builder = rows->document->builder;
    const struct source *source = builder->source;
    size_t end = find_end(source);
    size_t start = json_scan_space(source->text, json_scan_space(source->text, 0, end) + 1, end);
    if (end == source->length)
        return -1;
    if (start < end && read_row(rows, &start, end, true) != 0)
        return -1;
    struct row_reader reader = {
        .form = ROWS_JSON_COMMAS, .range = {.start = start, .end = end}, .read = read_range};
    reader.range.line = source_line(source, &rows->document->lines, start);
    reader.range.line_start = rows->document->lines.offset;
    return start < end ? plan_builder_read_rows(builder, &reader) : 0;
}

int json_list_read_array(struct plan_builder *builder)
{
    struct json_document document;
    struct json_rows rows = {.document = &document};
    size_t before = builder->errors->count;
    json_document_init(&document, builder);
    int status = read_array(&rows);
    if (status < 0)
        refuse_array(&document, before);
    json_rows_release(&rows);
    json_document_release(&document);
    return status;
}
