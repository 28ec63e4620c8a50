// SPDX-License-Identifier: MIT
/*
 * The year of a plan by its rows' due dates: rows that `list` wrote carry it in no other way. It is
 * the one in which more than half of their schedules are due when the rows say.
 */
#ifndef READ_DUE_YEAR_H
#define READ_DUE_YEAR_H

#include "read/plan_builder.h"

/* When each wording is due in one year and those beside it. Zeroed is empty. */
struct due_years {
    int year;
    struct pointer_map index;
    struct due_year {
        struct date before, in, after;
    } * items;
    size_t count, capacity;
};

void due_years_release(struct due_years *years);

/* Returns the year of a built plan's due dates, or 0 if they tell none. Results are cached for
 * the other plans. */
int due_year_find(struct due_years *years, const struct built_plan *built);

#endif
