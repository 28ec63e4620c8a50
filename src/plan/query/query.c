// SPDX-License-Identifier: MIT
#include "plan/query/query.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>

void query_release(struct query *query)
{
    for (size_t i = 0; i < query->count; i++)
        criterion_release(&query->criteria[i]);
    free(query->criteria);
    *query = (struct query){0};
}

static int add_value(struct query *query, const struct filter *filter, const char *value,
                     const struct query_scope *scope, struct error *error)
{
    struct criterion criterion = {.filter = filter};
    if (filter->read(&criterion, value, scope, error) != 0)
        return -1;
    query->criteria =
        memory_grow(query->criteria, query->count, &query->capacity, sizeof *query->criteria);
    query->criteria[query->count++] = criterion;
    return 0;
}

int query_add(struct query *query, const struct filter *filter, const char *values,
              const struct query_scope *scope, struct error *error)
{
    int status = 0;
    for (char *value; status == 0 && (value = text_take_item(&values)) != NULL; free(value)) {
        if (*value != '\0')
            status = add_value(query, filter, value, scope, error);
        else
            status = error_set(error, ERROR_USAGE, "--%s has an empty value", filter->name);
    }
    return status;
}

bool query_matches(const struct query *query, const struct task *task,
                   const struct progress *progress)
{
    for (size_t f = 0; f < filter_count; f++) {
        bool asked = false, holds = false;
        for (size_t i = 0; i < query->count && !holds; i++) {
            const struct criterion *criterion = &query->criteria[i];
            if (criterion->filter != &filters[f])
                continue;
            asked = true;
            holds = filters[f].matches(criterion, task, progress);
        }
        if (asked && !holds)
            return false;
    }
    return true;
}
