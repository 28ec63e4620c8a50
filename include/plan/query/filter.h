// SPDX-License-Identifier: MIT
/*
 * The filters, a row of a table each. What a filter is given is checked against the plans, so that
 * a mistyped section or agency is an error that names the nearest right one, never an empty answer.
 */
#ifndef PLAN_QUERY_FILTER_H
#define PLAN_QUERY_FILTER_H

#include "plan/agency.h"
#include "plan/plan.h"
#include "plan/progress/progress.h"

/* What the tasks are asked from. Borrowed. */
struct query_scope {
    struct plan **plans;
    size_t plan_count;
    const struct agency_table *agencies;
    const struct progress *progress; /* what --status and --quarter are asked of */
};

enum comparison { BELOW, AT_MOST, EQUAL, AT_LEAST, ABOVE, FUNDED, UNFUNDED, UNSPECIFIED, MISSING };

/* One value of a filter, read. What a filter does not use stays zero. */
struct criterion {
    const struct filter *filter;
    unsigned number; /* a section's value, a quarter, a schedule kind, a status word */
    enum comparison comparison;
    int64_t vnd;
    struct agency_pattern agency;
    char *text;
};

/* Frees what a filter's read has put there. */
void criterion_release(struct criterion *criterion);

struct filter {
    const char *name;         /* the option's, without dashes */
    unsigned cells;           /* bits of 1 << task_field: the texts it looks at, or may suggest */
    const char *const *words; /* the words it takes, NULL where it takes figures, names or text */
    int (*read)(struct criterion *criterion, const char *value, const struct query_scope *scope,
                struct error *error);
    bool (*matches)(const struct criterion *criterion, const struct task *task,
                    const struct progress *progress);
};
extern const struct filter filters[];
extern const size_t filter_count;

/* The filter called `name`, or NULL. */
const struct filter *filter_find(const char *name);

/* A quarter typed as «2», «II» or «Q2»; 0 where it is none. */
int quarter_value(const char *text);

#endif
