// SPDX-License-Identifier: MIT
#include "read/table/joined_cells.h"

#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <string.h>

static const char *cell_at(struct table_rows *reading, int column)
{
    const struct table_row *row = reading->row;
    if (column < 0 || (size_t)column >= row->count)
        return NULL;
    const char *cell = table_cell(reading->table, row->cells[column]);
    return plan_builder_cell(reading->builder, cell, strlen(cell));
}

void joined_cells_add_schedule(struct table_rows *reading, struct row *row)
{
    const struct table_header *header = &reading->header;
    if (header->start < 0 && header->due < 0)
        return;
    const char *start = cell_at(reading, header->start), *due = cell_at(reading, header->due);
    struct strbuf text = {0};
    if (start != NULL && due != NULL && text_compare(start, due) != 0)
        strbuf_addf(&text, "%s - %s", start, due);
    else if (due != NULL)
        strbuf_adds(&text, due);
    else if (start != NULL)
        strbuf_addf(&text, "Từ %s", start);
    row->cells[COLUMN_OF(TASK_SCHEDULE)] =
        plan_builder_cell(reading->builder, strbuf_text(&text), text.length);
    strbuf_release(&text);
}

/* The amounts of a row by source. */
struct sources {
    int64_t sum;
    size_t amounts;
    const char *words; /* of the first that gives no amount */
};

static int add_source(struct table_rows *reading, size_t column, struct sources *sources)
{
    struct plan_builder *builder = reading->builder;
    struct money_rules rules = builder->money;
    struct budget budget;
    struct error reason = {0};
    const char *text = cell_at(reading, (int)column);
    if (reading->row->marks != NULL && text != NULL && reading->row->marks[column] != 0)
        rules.decimal_mark = reading->row->marks[column];
    if (budget_parse(text, rules, &budget, &reason) == 0 && money_add(&sources->sum, budget.vnd)) {
        sources->amounts += budget.kind == BUDGET_AMOUNT;
        if (budget.kind == BUDGET_UNSPECIFIED && sources->words == NULL)
            sources->words = text;
        return 0;
    }
    char quoted[TEXT_QUOTE_SIZE];
    struct error *error = error_list_add(builder->errors, reading->table->path, "budget «%s» %s",
                                         text_quote_all(quoted, text), reason.text);
    if (error != NULL)
        reading->table->locate(reading->table, reading->row->offset, column, &error->location);
    return -1;
}

void joined_cells_add_budget(struct table_rows *reading, struct row *row)
{
    const struct table_header *header = &reading->header;
    struct sources sources = {0};
    int status = 0;
    for (size_t i = 0; i < header->width && header->part_count > 0; i++)
        if (header->columns[i].is_part && add_source(reading, i, &sources) != 0)
            status = -1;
    const char *total = row->cells[COLUMN_BUDGET];
    if (status != 0 || (total != NULL && !table_cell_is_blank(total)))
        return;
    char figure[MONEY_TEXT_SIZE];
    const char *text = sources.words;
    if (sources.amounts > 0)
        text = money_format(figure, sources.sum, reading->builder->money.unit, 0, ',');
    if (text != NULL)
        row->cells[COLUMN_BUDGET] = plan_builder_cell(reading->builder, text, strlen(text));
    row->decimal_mark = sources.amounts > 0 ? ',' : row->decimal_mark;
}
