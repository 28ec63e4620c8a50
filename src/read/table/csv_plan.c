// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "read/formats.h"
#include "read/table/csv_line.h"
#include "read/table/csv_table.h"
#include "read/table/header_report.h"
#include "read/table/table_rows.h"

#include <stdlib.h>
#include <string.h>

static int skip_row(void *context, const struct table_row *row)
{
    (void)context;
    (void)row;
    return 0;
}

/* Nothing here is a header: say what looks most like one, after anything that is no CSV at all. */
static int refuse(struct plan_builder *builder, const struct header_rows *rows)
{
    const struct source *source = builder->source;
    size_t length = source->length;
    const char *first = text_trim(source->text, &length);
    if (length == 0)
        return source_error(source, 0, builder->errors,
                            "the file is empty: expected a plan's table");
    struct csv_table csv = csv_table_of(source, ',');
    csv.table.read(&csv.table, skip_row, NULL, builder->errors);
    if (rows->nearest.cells != NULL) {
        struct strbuf text = {0};
        enum settlement settles = header_report_nearest(&text, rows);
        source_error(source, rows->nearest.offset, builder->errors, "%s", text.text);
        strbuf_release(&text);
        return error_list_settle(builder->errors, settles);
    }
    length = source_line_length(first, length);
    first = text_trim(first, &length);
    char quoted[TEXT_QUOTE_SIZE];
    return source_error(source, (size_t)(first - source->text), builder->errors, "«%s»: %s",
                        text_quote(quoted, first, length), _(TABLE_HEADER_EXPECTED));
}

/* ---- The rows below the header ---- */

struct csv_rows {
    struct row_reader reader;
    const struct csv_table *csv;
    const struct table_rows *head;
};

static int read_range(const struct row_reader *reader, struct plan_builder *builder,
                      struct row_range range)
{
    const struct csv_rows *self = (const struct csv_rows *)reader;
    struct csv_table csv = *self->csv;
    struct table_rows rows;
    csv.range = range;
    table_rows_init_range(&rows, self->head, builder, &csv.table);
    csv.table.read(&csv.table, table_rows_read, &rows, builder->errors);
    table_rows_release(&rows);
    return 0;
}

static int read_rows(struct plan_builder *builder, struct csv_table *csv,
                     struct table_header *header, const struct heading_rules *rules)
{
    struct table_rows head;
    int status = 0;
    table_rows_init(&head, builder, &csv->table, header, rules);
    head.stops_at_list = true;
    if (csv->table.read(&csv->table, table_rows_read, &head, builder->errors) != 0) {
        if (builder->read_rows != NULL) /* several threads may read the rows */
            column_words_load(rules->words);
        struct csv_rows rows = {
            .reader = {.form = ROWS_CSV,
                       .range = {.start = head.body,
                                 .end = csv->range.end,
                                 .line = head.body_line,
                                 .line_start = head.body},
                       .read = read_range},
            .csv = csv,
            .head = &head,
        };
        status = plan_builder_read_rows(builder, &rows.reader);
    }
    table_rows_finish(&head, header);
    table_rows_release(&head);
    return status;
}

/* Returns whether one header reads better than another, or looks more like one if none is. */
static bool is_better(const struct table_header *header, const struct table_header *other)
{
    const struct header_rows *a = &header->rows, *b = &other->rows;
    return a->points != b->points ? a->points > b->points : a->nearest_points > b->nearest_points;
}

/* Finds the delimiter with which some row reads best as a header; '\0' if none does. */
static char find_delimiter(const struct source *source, struct table_header *header,
                           const struct heading_rules *rules)
{
    static const char delimiters[] = ",;\t";
    char best = '\0';
    for (const char *at = delimiters; *at != '\0' && header->rows.points < HEADER_POINTS_EXACT;
         at++) {
        struct table_header other;
        struct csv_table csv = csv_table_of(source, *at);
        bool found = table_header_find(&other, &csv.table, rules),
             better = is_better(&other, header);
        table_header_release(better ? header : &other);
        *header = better ? other : *header;
        best = better && found ? *at : best;
    }
    return best;
}

int csv_plan_read(struct plan_builder *builder)
{
    struct heading_rules rules = {column_words_new(), &builder->choices};
    struct table_header header = {0};
    char delimiter = find_delimiter(builder->source, &header, &rules);
    int status;
    if (delimiter != '\0') {
        struct csv_table csv = csv_table_of(builder->source, delimiter);
        csv.table.formula_escaped = header.official; /* as export writes it; lists are exact */
        status = read_rows(builder, &csv, &header, &rules);
    } else {
        status = refuse(builder, &header.rows);
    }
    table_header_release(&header);
    column_words_free(rules.words);
    return status;
}
