// SPDX-License-Identifier: MIT
#include "plan/query/query.h"

#include "base/memory.h"
#include "base/text.h"
#include "plan/query/filter.h"

#include <stdlib.h>

void query_release(struct query *query)
{
    for (size_t i = 0; i < query->count; i++) {
        agency_pattern_release(&query->items[i].agency);
        free(query->items[i].text);
    }
    free(query->items);
    *query = (struct query){0};
}

const char *const *query_words(enum query_field field)
{
    return filters[field].words;
}

int query_add(struct query *query, enum query_field field, const char *values, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    const char *rest = values;
    for (char *value; (value = text_take_item(&rest)) != NULL;) {
        query->items =
            memory_grow(query->items, query->count, &query->capacity, sizeof *query->items);
        struct condition *condition = &query->items[query->count++];
        *condition = (struct condition){.field = field, .text = value};
        if (*value == '\0')
            return error_set(error, ERROR_USAGE, "«%s»: a value is empty",
                             text_quote_all(quoted, values));
        if (filters[field].read(condition, error) != 0)
            return -1;
    }
    return 0;
}

int query_bind(struct query *query, const struct query_scope *scope, struct error *error)
{
    for (size_t i = 0; i < query->count; i++) {
        const struct filter *filter = &filters[query->items[i].field];
        if (filter->bind != NULL && filter->bind(&query->items[i], scope, error) != 0)
            return -1;
    }
    return 0;
}

bool query_matches(const struct query *query, const struct task *task,
                   const struct progress *progress)
{
    for (int field = 0; field < QUERY_FIELDS && query->count > 0; field++) {
        bool asked = false, holds = false;
        for (size_t i = 0; i < query->count && !holds; i++) {
            if ((int)query->items[i].field != field)
                continue;
            asked = true;
            holds = filters[field].matches(&query->items[i], task, progress);
        }
        if (asked && !holds)
            return false;
    }
    return true;
}

bool query_has_field(const struct query *query, enum query_field field)
{
    for (size_t i = 0; i < query->count; i++)
        if (query->items[i].field == field)
            return true;
    return false;
}

unsigned query_cells(const struct query *query)
{
    unsigned cells = 0;
    for (size_t i = 0; i < query->count; i++)
        cells |= filters[query->items[i].field].cells;
    return cells;
}
