// SPDX-License-Identifier: MIT
/*
 * What comes again within the year:
 *
 *   recurring = ["thường xuyên" [","]] ["báo cáo"] (times | each | day) [in-year]
 *   times     = N "lần" "/" ("tháng" | "quý" | "năm") | N "tháng" ("/" | "một" | "1") "lần"
 *   each      = ("hằng" | "hàng" | "mỗi" | "từng" | "định kỳ" | "các") period {("," | "và") period}
 *   period    = "tháng" | "quý" | "6 tháng" | "9 tháng" | "năm"
 *   day       = ["trước"] "ngày" N ("hằng" | "hàng" | "mỗi") "tháng"
 *
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
