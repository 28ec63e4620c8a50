// SPDX-License-Identifier: MIT
#include "view/records/column.h"

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

const struct column *column_find(const struct column_table *table, const char *name)
{
    for (size_t i = 0; i < table->count; i++)
        if (strcmp(table->items[i].name, name) == 0)
            return &table->items[i];
    return NULL;
}
