// SPDX-License-Identifier: MIT
/*
 * What comes again within the year:
 *
 *   recurring = ["thường xuyên" [","]] ["báo cáo"] (times | each | day | periods) [in-year]
 *   times     = N "lần" ("/" | "trong" …) period | N ("tháng" | "quý" | "tuần") ("/" | "một") "lần"
 *             | "1 năm" N "lần"
 *   each      = ["cuối"] ("hằng" | "mỗi" | "các" | "theo" …) periods [N "lần"] [day]
 *             | periods of two or more | "cả 4 quý" | "cả 12 tháng"
 *   periods   = period {("," | "và") period}; with «6 tháng» or «năm» also "quý" N
 *   period    = "tháng" | "quý" | "6 tháng" | "9 tháng" | ["1" | "cả"] "năm" | "tuần" | "ngày"
 *   day       = ["trước"] "ngày" N ("hằng tháng" | "tháng cuối quý" …)
 *
 * «N lần/năm» is N milestones «L1» … that are due when the year ends: no one says on which days.
 * What comes again weekly or daily is one, due then too.
 * Each occurrence is a milestone, due on the last day of its period, or on the day that is said.
 */
#ifndef PLAN_SCHEDULE_SCHEDULE_RECURRING_H
#define PLAN_SCHEDULE_SCHEDULE_RECURRING_H

#include "plan/schedule/schedule.h"
#include "plan/schedule/schedule_token.h"

/*
 * Reads a whole schedule into at most 12 milestones, named «M1», «Q1» …; 0 where it is none of
 * these. Their dates stay unset where `year` is 0 and the schedule names none.
 */
unsigned recurring_read(const struct token *tokens, int year, struct arena *arena,
                        struct milestone *milestones);

#endif
