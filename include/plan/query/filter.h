// SPDX-License-Identifier: MIT
/* The fields of plan/query/query.h: how each reads a value, and which tasks have it. */
#ifndef PLAN_QUERY_FILTER_H
#define PLAN_QUERY_FILTER_H

#include "plan/query/query.h"

struct filter {
    unsigned cells;           /* bits of 1 << task_field: the texts it looks at, or may suggest */
    const char *const *words; /* the words it takes, NULL where it takes figures, names or text */
    /* Reads one value into the condition, which has its field and the text as typed. */
    int (*read)(struct condition *condition, struct error *error);
    /* Binds the condition to plans; NULL where there is nothing to find in them. */
    int (*bind)(struct condition *condition, const struct query_scope *scope, struct error *error);
    bool (*matches)(const struct condition *condition, const struct task *task,
                    const struct progress *progress);
};
extern const struct filter filters[QUERY_FIELDS];

#endif
