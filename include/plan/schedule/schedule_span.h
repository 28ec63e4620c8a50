// SPDX-License-Identifier: MIT
/* The times in a schedule: quarters, months and days, their ranges and lists. */
#ifndef PLAN_SCHEDULE_SCHEDULE_SPAN_H
#define PLAN_SCHEDULE_SCHEDULE_SPAN_H

#include "plan/schedule/schedule.h"
#include "plan/schedule/schedule_token.h"

/* More times than any schedule lists. */
#define SPANS_MAX 24

/*
 * Reads a list of spans at the cursor (see the grammar in plan/schedule/schedule.h) into at most
 * `room` milestones without names, in ascending order. `year` is for spans that name none; 0 leaves
 * those unset. Returns how many it has read and moves the cursor past them; returns 0 and leaves it
 * if there is none or one is impossible («Quý 5», «31/2», «Quý 3 - 1»).
 */
unsigned spans_take(struct cursor *c, int year, struct milestone *milestones, unsigned room);

/* Reads a year, which runs all year if it is the plan's, or a range of years («giai đoạn
 * 2021-2025»). Returns false and leaves the cursor if there is none. */
bool years_take(struct cursor *c, int plan_year, struct milestone *milestone);

#endif
