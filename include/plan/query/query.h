// SPDX-License-Identifier: MIT
/*
 * Which tasks are asked for, as data: conditions of the form field, operator, value. Values of one
 * field are alternatives, different fields all hold. A query is read from words before any plan is,
 * then bound to the plans that it is asked of.
 */
#ifndef PLAN_QUERY_QUERY_H
#define PLAN_QUERY_QUERY_H

#include "plan/agency.h"
#include "plan/plan.h"
#include "plan/progress/progress.h"

/* What the tasks are asked from. Borrowed. */
struct query_scope {
    struct plan **plans;
    size_t plan_count;
    const struct agency_table *agencies;
    const struct progress *progress; /* what statuses and due dates are asked of */
};

enum query_field {
    QUERY_SECTION,
    QUERY_LEAD,
    QUERY_COORDINATING,
    QUERY_AGENCY, /* either */
    QUERY_QUARTER,
    QUERY_SCHEDULE,
    QUERY_STATUS,
    QUERY_BUDGET,
    QUERY_TEXT, /* of any cell */
    QUERY_FIELDS
};

enum query_operator {
    QUERY_EQUAL,
    QUERY_BELOW,
    QUERY_AT_MOST,
    QUERY_AT_LEAST,
    QUERY_ABOVE,
    QUERY_IS,       /* of a budget: its kind is the number */
    QUERY_CONTAINS, /* a text */
};

struct condition {
    enum query_field field;
    enum query_operator op;
    int64_t number; /* a section's value, a quarter, a schedule's kind, one of the status words'
                       indices, đồng, a budget's kind */
    char *text;     /* an agency's name or a section's code as typed, or words in NFC; owned */
    struct agency_pattern agency; /* of `text`, once the query is bound */
};

/* Zeroed matches every task. */
struct query {
    struct condition *items;
    size_t count, capacity;
};

void query_release(struct query *query);

/* The words that a field takes, NULL-terminated; NULL where it takes figures, names or text. */
const char *const *query_words(enum query_field field);

/*
 * Adds a field's comma-separated values, as they are typed. One that the field does not take is an
 * ERROR_USAGE that names the nearest right one.
 */
int query_add(struct query *query, enum query_field field, const char *values, struct error *error);

/*
 * Binds the query to the plans: a section or an agency that none of them has is an ERROR_USAGE that
 * names the nearest that one has. The scope must outlive the query.
 */
int query_bind(struct query *query, const struct query_scope *scope, struct error *error);

bool query_matches(const struct query *query, const struct task *task,
                   const struct progress *progress);

/* Whether there is a condition on the field. */
bool query_asks(const struct query *query, enum query_field field);

/* The cells that its conditions look at, or may suggest: bits of 1 << task_field. */
unsigned query_cells(const struct query *query);

/* A quarter typed as «2», «II» or «Q2»; 0 where it is none. */
int quarter_value(const char *text);

#endif
