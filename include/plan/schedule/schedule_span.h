// SPDX-License-Identifier: MIT
/* The times in a schedule: quarters, months, days, their ranges and lists. */
#ifndef PLAN_SCHEDULE_SCHEDULE_SPAN_H
#define PLAN_SCHEDULE_SCHEDULE_SPAN_H

#include "plan/schedule/schedule.h"
#include "plan/schedule/schedule_token.h"

/* More times than any schedule lists. */
#define SPANS_MAX 24

/*
 * Reads a list of spans at the cursor (the grammar stands in plan/schedule/schedule.h) into at most
 * `room` milestones without names, in ascending order. Returns how many, the cursor behind them; 0,
 * the cursor where it was, when there is none or one is impossible («Quý 5», «31/2», «Quý 3 - 1»).
 * `year` is for those that name none; where it is 0 they stay unset.
 */
unsigned spans_take(struct cursor *c, int year, struct milestone *milestones, unsigned room);

/*
 * Reads a year, which runs all year where it is the plan's, or years up to a later one («giai đoạn
 * 2021-2025»); false, the cursor as it was, for none.
 */
bool years_take(struct cursor *c, int plan_year, struct milestone *milestone);

#endif
