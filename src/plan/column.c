// SPDX-License-Identifier: MIT
#include "plan/column.h"

#include "plan/task_columns.h"

#include <string.h>

struct value value_none(void)
{
    return (struct value){.kind = VALUE_NONE};
}

struct value value_text(const char *text)
{
    return (struct value){.kind = text != NULL ? VALUE_TEXT : VALUE_NONE, .text = text};
}

struct value value_integer(int64_t number)
{
    return (struct value){.kind = VALUE_INTEGER, .number = number};
}

struct value value_money(int64_t vnd)
{
    return (struct value){.kind = VALUE_MONEY, .number = vnd};
}

struct value value_share(int64_t thousandths)
{
    return (struct value){.kind = VALUE_SHARE, .number = thousandths};
}

struct value value_date(struct date date)
{
    return (struct value){.kind = date_is_set(date) ? VALUE_DATE : VALUE_NONE, .date = date};
}

/* Returns a task's cell in a column of the plan that has no known meaning. */
static const char *kept_cell(const struct task *task, const char *heading)
{
    const struct plan *plan = task->section->plan;
    for (size_t i = 0; i < task->extra->count; i++)
        if (strcmp(plan->extra_names[i], heading) == 0)
            return task->extra->cells[i];
    return NULL;
}

struct value column_value(const struct column *column, const void *row, struct strbuf *scratch)
{
    if (column->kept != NULL)
        return value_text(kept_cell(((const struct task_row *)row)->task, column->kept));
    if (column->field == NULL)
        return column->get(row, scratch);
    return value_text(((const struct task_row *)row)->task->text[column->field->cell]);
}

const struct column *column_table_at(const struct column_table *table, size_t index)
{
    size_t before = table->base != NULL ? table->base->count : 0;
    if (index < before)
        return &table->base->items[index];
    return index - before < table->count ? &table->items[index - before] : NULL;
}

const struct column *column_find(const struct column_table *table, const char *name)
{
    const struct column *column;
    size_t index = 0;
    while ((column = column_table_at(table, index)) != NULL && strcmp(column->name, name) != 0)
        index++;
    return column;
}
