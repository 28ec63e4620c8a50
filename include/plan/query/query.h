// SPDX-License-Identifier: MIT
/*
 * Which tasks are asked for: values of one filter are alternatives, different filters all hold.
 */
#ifndef PLAN_QUERY_QUERY_H
#define PLAN_QUERY_QUERY_H

#include "plan/query/filter.h"

/* Zeroed matches every task. */
struct query {
    struct criterion *criteria;
    size_t count, capacity;
};

void query_release(struct query *query);

/* Adds one filter's comma-separated values; what it does not take is an ERROR_USAGE. */
int query_add(struct query *query, const struct filter *filter, const char *values,
              const struct query_scope *scope, struct error *error);

bool query_matches(const struct query *query, const struct task *task,
                   const struct progress *progress);

#endif
