// SPDX-License-Identifier: MIT
#include "plan/query/query.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

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

/* The length of the value up to the next comma; one between two digits is a decimal mark. */
static size_t value_length(const char *values)
{
    size_t length = 0;
    for (;; length++) {
        length += strcspn(values + length, ",");
        const char *comma = values + length;
        bool decimal = length > 0 && *comma != '\0' && comma[-1] >= '0' && comma[-1] <= '9' &&
                       comma[1] >= '0' && comma[1] <= '9' && strpbrk(values, "<>=") != NULL;
        if (!decimal)
            return length;
    }
}

int query_add(struct query *query, const struct filter *filter, const char *values,
              const struct query_scope *scope, struct error *error)
{
    for (const char *at = values;;) {
        size_t whole = value_length(at), length = whole;
        const char *start = text_trim(at, &length);
        if (length == 0)
            return error_set(error, ERROR_USAGE, "--%s has an empty value", filter->name);
        char *value = memory_copy(start, length);
        int status = add_value(query, filter, value, scope, error);
        free(value);
        if (status != 0 || at[whole] == '\0')
            return status;
        at += whole + 1;
    }
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
