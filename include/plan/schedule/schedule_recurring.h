// SPDX-License-Identifier: MIT
/*
 * Schedules that recur within the year:
 *
 *   recurring = ["thường xuyên" [","]] ["báo cáo"] (times | each | day | periods) [inyear]
 *   times     = N "lần" ("/" | "trong" …) period | N ("tháng" | "quý" | "tuần") ("/" | "một") "lần"
 *             | "1 năm" N "lần"
 *   each      = ["cuối"] ("hằng" | "mỗi" | "các" | "theo" …) periods [N "lần"] [day]
 *             | periods of two or more | "cả 4 quý" | "cả 12 tháng"
 *   periods   = period {("," | "và") period}; with «6 tháng» or «năm» also "quý" N
 *   period    = "tháng" | "quý" | "6 tháng" | "9 tháng" | ["1" | "cả"] "năm" | "tuần" | "ngày"
 *   day       = ["trước"] "ngày" N ("hằng tháng" | "tháng cuối quý" …)
 *
 * Each occurrence is a milestone, due on the last day of its period or on the given day. «N
 * lần/năm» is N milestones «L1» … that are due at the end of the year, because their days are not
 * given. A weekly or daily schedule is one milestone, due then too.
 */
#ifndef PLAN_SCHEDULE_SCHEDULE_RECURRING_H
#define PLAN_SCHEDULE_SCHEDULE_RECURRING_H

#include "plan/schedule/schedule.h"
#include "plan/schedule/schedule_token.h"

/*
 * Reads a whole schedule into at most 12 milestones, named «M1», «Q1» … Returns their number, or 0
 * if it is not a recurring schedule. Their dates stay unset if `year` is 0 and the schedule names
 * none.
 */
unsigned recurring_read(const struct token *tokens, int year, struct arena *arena,
                        struct milestone *milestones);

#endif
