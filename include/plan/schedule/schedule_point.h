// SPDX-License-Identifier: MIT
/* Points in time, which make up spans: quarters, months, days. */
#ifndef PLAN_SCHEDULE_SCHEDULE_POINT_H
#define PLAN_SCHEDULE_SCHEDULE_POINT_H

#include "base/date.h"
#include "plan/schedule/schedule_token.h"

enum point_unit { POINT_NONE, POINT_QUARTER, POINT_MONTH, POINT_DAY, POINT_YEAR };

struct point {
    enum point_unit unit;
    int quarter, month, day;
    int year; /* 0 if it names none; YEAR_AFTER: the year after the plan's («năm sau») */
};

enum { YEAR_AFTER = 1 };

/*
 * Reads a quarter or month. Each function here reads at the cursor and moves it past what it has
 * read, or returns false and leaves it. `unit` is that of the point before, which «Quý 1, 3» does
 * not repeat.
 */
bool point_take_period(struct cursor *c, enum point_unit unit, struct point *point);

/* Reads a date, or a month with its year («6/2021»). */
bool point_take_date(struct cursor *c, struct point *point);

/* Reads any point. */
bool point_take(struct cursor *c, enum point_unit unit, struct point *point);

/* Returns whether `a` is not after `b`; years are ignored. */
bool points_are_ordered(const struct point *a, const struct point *b);

/* Return the first and the last day; an invalid date if there is none. */
struct date point_start(const struct point *point);
struct date point_end(const struct point *point);

#endif
