// SPDX-License-Identifier: MIT
/* The fields of plan/query/query.h: how values are read, and which tasks match. */
#ifndef PLAN_QUERY_FILTER_H
#define PLAN_QUERY_FILTER_H

#include "plan/query/query.h"

struct filter {
    unsigned cells; /* bits of 1 << task_field: the cells that it compares or suggests from */
    const char *const *words; /* the words it accepts; NULL if it accepts numbers, names or text */
    /* Reads one value into the condition, whose field and typed text are set. */
    int (*read)(struct condition *condition, struct error *error);
    /* Binds the condition to plans; NULL if there is nothing to look up in them. */
    int (*bind)(struct condition *condition, const struct query_scope *scope, struct error *error);
    bool (*matches)(const struct condition *condition, const struct task *task,
                    const struct progress *progress);
};
extern const struct filter filters[QUERY_FIELDS];

/* Returns whether a condition on the status accepts a task of that status and state. */
bool condition_accepts_status(const struct condition *condition, enum task_status status,
                              enum task_state state);

#endif
