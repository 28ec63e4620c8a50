// SPDX-License-Identifier: MIT
/*
 * A query for tasks, as data: conditions of field, operator and value. Values of one field are
 * alternatives; different fields must all match. A query is read before any plan is, and then bound
 * to the plans that it is asked of.
 */
#ifndef PLAN_QUERY_QUERY_H
#define PLAN_QUERY_QUERY_H

#include "plan/agency.h"
#include "plan/plan.h"
#include "plan/progress/progress.h"

/* The data that a query is asked of. Borrowed. */
struct query_scope {
    struct plan **plans;
    size_t plan_count;
    const struct agency_table *agencies;
    const struct progress *progress; /* for statuses and due dates */
    bool checked; /* sections and agencies that are asked for are known to be there */
};

enum query_field {
    QUERY_SECTION,
    QUERY_LEAD,
    QUERY_COORDINATING,
    QUERY_AGENCY, /* lead or coordinating */
    QUERY_QUARTER,
    QUERY_SCHEDULE,
    QUERY_STATUS,
    QUERY_BUDGET,
    QUERY_TEXT, /* in any cell */
    QUERY_FIELDS
};

enum query_operator {
    QUERY_EQUAL,
    QUERY_BELOW,
    QUERY_AT_MOST,
    QUERY_AT_LEAST,
    QUERY_ABOVE,
    QUERY_IS,       /* the budget's kind is the number */
    QUERY_CONTAINS, /* the text */
};

struct condition {
    enum query_field field;
    enum query_operator op;
    int64_t number; /* a section's value, a quarter, a schedule's kind, an index of a status word,
                       đồng, a budget's kind */
    char *text;     /* an agency's name or a section's code as typed, or words in NFC; owned */
    struct agency_pattern agency; /* for `text`, once the query is bound */
};

/* A zeroed query matches every task. */
struct query {
    struct condition *items;
    size_t count, capacity;
};

void query_release(struct query *query);

/* Returns the words that a field accepts, ending with NULL; NULL if it accepts numbers, names or
 * text. */
const char *const *query_words(enum query_field field);

/* Adds the comma-separated values of a field, as typed. Returns 0, or -1 with an ERROR_USAGE that
 * suggests the nearest right value. */
int query_add(struct query *query, enum query_field field, const char *values, struct error *error);

/* Binds the query to plans. Returns 0, or -1 with an ERROR_USAGE for a section or agency that no
 * plan has, suggesting the nearest. The scope must outlive the query. */
int query_bind(struct query *query, const struct query_scope *scope, struct error *error);

bool query_matches(const struct query *query, const struct task *task,
                   const struct progress *progress);

/* Returns whether there is a condition on the field. */
bool query_has_field(const struct query *query, enum query_field field);

/* Returns the cells that the conditions compare or suggest from: bits of 1 << task_field. */
unsigned query_cells(const struct query *query);

/* Returns the quarter in «2», «II» or «Q2», or 0. */
int quarter_value(const char *text);

#endif
