// SPDX-License-Identifier: MIT
/* Points in time, of which spans are made: quarters, months, days. */
#ifndef PLAN_SCHEDULE_SCHEDULE_POINT_H
#define PLAN_SCHEDULE_SCHEDULE_POINT_H

#include "base/date.h"
#include "plan/schedule/schedule_token.h"

enum point_unit { POINT_NONE, POINT_QUARTER, POINT_MONTH, POINT_DAY, POINT_YEAR };

struct point {
    enum point_unit unit;
    int quarter, month, day;
    int year; /* 0 where it names none, YEAR_AFTER for the one after the plan's («năm sau») */
};

enum { YEAR_AFTER = 1 };

/* Each reads at the cursor and moves it behind what it has read; false, the cursor as it was, for
 * none. A quarter or month; `unit` is the one before it, which «Quý 1, 3» does not repeat. */
bool point_take_period(struct cursor *c, enum point_unit unit, struct point *point);

/* A date, or a month with its year («6/2021»). */
bool point_take_date(struct cursor *c, struct point *point);

/* Any of these. */
bool point_take(struct cursor *c, enum point_unit unit, struct point *point);

/* Whether one does not come after the other, years aside. */
bool points_are_ordered(const struct point *a, const struct point *b);

/* The first and the last day; no valid date where there is none. */
struct date point_start(const struct point *point);
struct date point_end(const struct point *point);

#endif
