// SPDX-License-Identifier: MIT
#include "read/builtin.h"

#include "base/embed.h"
#include "read/table/csv_table.h"

EMBED(embedded_plan, "data/plan-2021.csv");
EMBED(embedded_column_words, "data/column-words.csv");
EMBED(embedded_periods, "data/periods.csv");

static struct source embedded(const char *path, const char *start, const char *end)
{
    return (struct source){.path = path, .text = start, .length = (size_t)(end - start)};
}

struct source builtin_plan(void)
{
    return embedded("plan-2021.csv", embedded_plan_start, embedded_plan_end);
}

struct source builtin_column_words(void)
{
    return embedded("column-words.csv", embedded_column_words_start, embedded_column_words_end);
}

static int add_window(void *context, const struct table_row *row)
{
    if (row->line > 1 && row->count == REPORTING_COLUMNS)
        reporting_windows_add(context, row->cells);
    return 0;
}

void builtin_periods(struct reporting_windows *windows)
{
    struct source source = embedded("periods.csv", embedded_periods_start, embedded_periods_end);
    struct csv_table csv = csv_table_of(&source, ',');
    struct error_list errors = {0};
    csv.table.read(&csv.table, add_window, windows, &errors);
}
