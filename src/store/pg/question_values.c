// SPDX-License-Identifier: MIT
/* A query as the parameters of a statement. */
#include "store/pg/question_values.h"

#include "base/text.h"
#include "plan/query/filter.h"

#include <string.h>

static void add_number(struct strbuf *array, int64_t number)
{
    strbuf_addc(array, array->length == 0 ? '{' : ',');
    strbuf_add_number(array, number);
}

static void add_section(struct question_values *values, const struct condition *condition)
{
    add_number(&values->texts[VALUES_SECTIONS], condition->number);
    if (condition->number > 0 && condition->number <= (int64_t)SECTION_OWN_VALUE)
        add_number(&values->texts[VALUES_OWN_SECTIONS], condition->number);
}

/* Cells that match are found here, since only we know what agencies are called. */
static void add_agency(struct question_values *values, enum question_value into,
                       const struct pg_rows *cells, const struct agency_pattern *pattern)
{
    for (size_t i = 0; i < pg_row_count(cells); i++) {
        const char *cell = pg_cell(cells, i, 0).text;
        if (agency_pattern_matches(pattern, cell))
            pg_array_add(&values->texts[into], cell);
    }
}

static void add_agencies(struct question_values *values, const struct condition *condition,
                         const struct question_cells *cells)
{
    struct agency_pattern pattern;
    agency_pattern_init(&pattern, cells->agencies, condition->text);
    if (condition->field == QUERY_LEAD)
        add_agency(values, VALUES_LEADS, cells->leads, &pattern);
    else if (condition->field == QUERY_COORDINATING)
        add_agency(values, VALUES_COORDINATORS, cells->coordinators, &pattern);
    else {
        add_agency(values, VALUES_AGENCIES, cells->leads, &pattern);
        add_agency(values, VALUES_AGENCIES, cells->coordinators, &pattern);
    }
    agency_pattern_release(&pattern);
}

/* Adds the range of amounts that a condition accepts, both ends included; QUERY_IS adds a kind
 * of budget instead. */
static void add_budget(struct question_values *values, const struct condition *condition)
{
    int64_t low = INT64_MIN, high = INT64_MAX;
    switch (condition->op) {
    case QUERY_IS:
        add_number(&values->texts[VALUES_BUDGET_KINDS], condition->number);
        return;
    case QUERY_BELOW:
        if (__builtin_sub_overflow(condition->number, 1, &high))
            low = INT64_MAX; /* nothing is below it */
        break;
    case QUERY_AT_MOST:
        high = condition->number;
        break;
    case QUERY_AT_LEAST:
        low = condition->number;
        break;
    case QUERY_ABOVE:
        if (__builtin_add_overflow(condition->number, 1, &low))
            high = INT64_MIN; /* nothing is above it */
        break;
    case QUERY_EQUAL:
    case QUERY_CONTAINS:
        low = high = condition->number;
        break;
    }
    add_number(&values->texts[VALUES_BUDGET_LOWS], low);
    add_number(&values->texts[VALUES_BUDGET_HIGHS], high);
}

static void add_text(struct question_values *values, const struct condition *condition)
{
    struct strbuf folded = {0};
    text_fold(&folded, condition->text, strlen(condition->text));
    pg_array_add(&values->texts[VALUES_WORDS], strbuf_text(&folded));
    strbuf_release(&folded);
}

/* The states that tasks without entries can have: see `matched` in remote_question.c. */
static unsigned find_states(const struct condition *condition)
{
    static const enum task_state states[] = {OPEN_IN_TIME, OPEN_OVERDUE, OPEN_NO_DUE};
    unsigned bits = 0;
    for (unsigned i = 0; i < sizeof states / sizeof *states; i++)
        if (condition_accepts_status(condition, TASK_NOT_STARTED, states[i]))
            bits |= 1U << i;
    return bits;
}

static void end_arrays(struct question_values *values, const struct query *query)
{
    static const struct {
        enum query_field field;
        enum question_value first, last;
    } arrays[] = {
        {QUERY_SECTION, VALUES_SECTIONS, VALUES_OWN_SECTIONS},
        {QUERY_LEAD, VALUES_LEADS, VALUES_LEADS},
        {QUERY_COORDINATING, VALUES_COORDINATORS, VALUES_COORDINATORS},
        {QUERY_AGENCY, VALUES_AGENCIES, VALUES_AGENCIES},
        {QUERY_SCHEDULE, VALUES_SCHEDULES, VALUES_SCHEDULES},
        {QUERY_BUDGET, VALUES_BUDGET_KINDS, VALUES_BUDGET_HIGHS},
        {QUERY_TEXT, VALUES_WORDS, VALUES_WORDS},
    };
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        for (int j = (int)arrays[i].first;
             query_has_field(query, arrays[i].field) && j <= (int)arrays[i].last; j++)
            pg_array_end(&values->texts[j]);
}

static void add_condition(struct question_values *values, const struct condition *condition,
                          const struct question_cells *cells)
{
    switch (condition->field) {
    case QUERY_SECTION:
        add_section(values, condition);
        break;
    case QUERY_LEAD:
    case QUERY_COORDINATING:
    case QUERY_AGENCY:
        add_agencies(values, condition, cells);
        break;
    case QUERY_QUARTER:
        values->quarters |= 1U << condition->number;
        break;
    case QUERY_SCHEDULE:
        add_number(&values->texts[VALUES_SCHEDULES], condition->number);
        break;
    case QUERY_STATUS:
        values->states |= find_states(condition);
        break;
    case QUERY_BUDGET:
        add_budget(values, condition);
        break;
    case QUERY_TEXT:
        add_text(values, condition);
        break;
    case QUERY_FIELDS:
        break;
    }
}

void question_values_init(struct question_values *values, const struct query *query,
                          const struct question_cells *cells)
{
    *values = (struct question_values){0};
    for (size_t i = 0; i < query->count; i++)
        add_condition(values, &query->items[i], cells);
    end_arrays(values, query);
    if (query_has_field(query, QUERY_QUARTER))
        strbuf_add_number(&values->texts[VALUES_QUARTERS], values->quarters);
    if (query_has_field(query, QUERY_STATUS))
        strbuf_add_number(&values->texts[VALUES_STATES], values->states);
}

void question_values_release(struct question_values *values)
{
    for (int i = 0; i < QUESTION_VALUES; i++)
        strbuf_release(&values->texts[i]);
}
