// SPDX-License-Identifier: MIT
/* A query as the parameters of a statement: texts of arrays and numbers, NULL if not asked. */
#ifndef STORE_PG_QUESTION_VALUES_H
#define STORE_PG_QUESTION_VALUES_H

#include "base/postgresql.h"
#include "base/strbuf.h"
#include "plan/query/query.h"

/* In the order of the statement's parameters. */
enum question_value {
    VALUES_SECTIONS,     /* the very sections … */
    VALUES_OWN_SECTIONS, /* … and those that match in any part of a plan */
    VALUES_LEADS,        /* cells */
    VALUES_COORDINATORS,
    VALUES_AGENCIES, /* of either */
    VALUES_QUARTERS, /* bits of 1 << quarter */
    VALUES_SCHEDULES,
    VALUES_BUDGET_KINDS,
    VALUES_BUDGET_LOWS, /* of ranges, in đồng */
    VALUES_BUDGET_HIGHS,
    VALUES_WORDS,  /* folded */
    VALUES_STATES, /* bits: open in time, overdue, open without a due date */
    QUESTION_VALUES
};

struct question_values {
    struct strbuf texts[QUESTION_VALUES]; /* without memory for NULL */
    unsigned quarters, states;
};

/* The different agency cells of a server, and what the agencies are called. */
struct question_cells {
    const struct pg_rows *leads, *coordinators;
    const struct agency_table *agencies;
};

void question_values_init(struct question_values *values, const struct query *query,
                          const struct question_cells *cells);
void question_values_release(struct question_values *values);

#endif
