// SPDX-License-Identifier: MIT
#include "read/table/column_sample.h"

#include "base/memory.h"
#include "base/roman.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "plan/budget.h"
#include "plan/schedule/schedule.h"
#include "read/table/column_words.h"

#include <stdlib.h>
#include <string.h>

enum { ROWS_SAMPLED = 60, CELL_SIZE = 200 };

struct sampling {
    struct role_column *columns;
    size_t count, last_line, rows;
    struct column_words *words;
};

static bool is_figure(const char *cell)
{
    struct budget budget;
    struct error ignored;
    struct money_rules rules = {.unit = MONEY_MILLION, .decimal_mark = 0};
    if (*cell < '0' || *cell > '9')
        return false;
    bool bare = strspn(cell, "0123456789., ") == strlen(cell);
    return bare || budget_parse(cell, rules, &budget, &ignored) == 0;
}

/* A time that a plan of some year may have; a bare number is none. */
static bool is_time(const char *cell)
{
    struct arena arena = {0};
    bool figure = strspn(cell, "0123456789., ") == strlen(cell) && strlen(cell) != 4;
    struct schedule schedule = {0};
    if (!figure)
        schedule = schedule_parse(&arena, cell, 2021);
    bool known = !figure && schedule.kind != SCHEDULE_MISSING && schedule.kind != SCHEDULE_UNKNOWN;
    arena_release(&arena);
    return known;
}

/* «1», «1.2», «III», «a)», «-». */
static bool is_mark(const char *cell)
{
    size_t length = strspn(cell, "0123456789."), roman = strspn(cell, "IVXLCDM");
    length = length > 0 ? length : roman;
    if (length == 0 && ((*cell >= 'a' && *cell <= 'z') || (*cell >= 'A' && *cell <= 'Z')))
        length = 1;
    return (length > 0 && strspn(cell + length, ".)/") == strlen(cell + length)) ||
           strcmp(cell, "-") == 0 || strcmp(cell, "+") == 0;
}

static int sample_row(void *context, const struct table_row *row)
{
    struct sampling *sampling = context;
    if (row->outside || row->line <= sampling->last_line)
        return 0;
    for (size_t i = 0; i < row->count && i < sampling->count; i++) {
        struct column_sample *sample = &sampling->columns[i].sample;
        size_t length = strlen(row->cells[i]);
        const char *cell = text_trim(row->cells[i], &length);
        if (length == 0)
            continue;
        char *copy = memory_copy(cell, length);
        sample->filled++;
        if (length < CELL_SIZE) {
            sample->figures += is_figure(copy);
            sample->times += is_time(copy);
            sample->offices += column_words_begin_office(sampling->words, copy);
            sample->marks += is_mark(copy);
            sample->words += strchr(copy, ' ') != NULL;
        }
        free(copy);
    }
    return ++sampling->rows == ROWS_SAMPLED;
}

void column_sample_read(struct role_column *columns, size_t count, const struct table *table,
                        size_t last_line, struct column_words *words)
{
    struct sampling sampling = {
        .columns = columns, .count = count, .last_line = last_line, .words = words};
    struct error_list ignored = {0};
    table->read(table, sample_row, &sampling, &ignored);
}
