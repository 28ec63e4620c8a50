// SPDX-License-Identifier: MIT
/*
 * A task's schedule: the plan's own words, read into milestones. The words are never changed and
 * never guessed at: what the grammar does not cover as a whole is SCHEDULE_UNKNOWN.
 *
 *   schedule  = triggered | time [joint event]
 *   time      = recurring (plan/schedule/schedule_recurring.h) | phase { part phase }
 *   part      = "," | ";" | "." | "và" | "-"
 *   triggered = … event, without any time
 *   event     = ("khi" | "sau khi" | "theo yêu cầu" | "kể từ ngày" …) … | "đột xuất"; beside a time
 * it is a milestone without dates: «Quý II và khi có yêu cầu» joint     = "," | ";" | "và" | "hoặc"
 *   phase     = [name [":"]] when | when ["("] [":"] name [")"]    one way throughout a schedule
 *   name      = a verb («ban hành») and words | words ":" | ("đợt" | "lần" …) N
 *   when      = years | year-round | [N ("đợt" | "lần") ":"] span { list span }
 *   list      = "," | ";" | "và" | "&" | "+" | "/"
 *   years     = ["năm"] YYYY ["và các năm tiếp theo"] | ["từ"] ["giai đoạn"] ["năm"] YYYY ("-" |
 * "đến") ["năm"] YYYY year-round= often [in-year] | in-year; beside another time, it goes on there
 * too often     = ("thường xuyên" | "liên tục") … in-year   = ["trong" | "cả" | "trong cả" |
 * "suốt"] "năm" [YYYY] span      = [deadline] ["từ"] point [("-" | "đến" | "hoặc") (point | "hết
 * năm")] | "từ" point ["trở đi"] | point "và các" ("quý" | "tháng") "tiếp theo" | ["từ"] "đầu"
 * ("năm" | quarter | month) ("-" | "đến") point | ("thượng" | "trung" | "hạ") "tuần" month | N
 * "tháng" ("đầu" | "cuối") "năm" [YYYY] deadline  = "trước" | "chậm nhất" | "từ nay đến" | "hết" |
 * "cuối" …; it holds for the list after it point     = quarter | month | date, Arabic, Roman or a
 * word («ba»), with or without its year; "năm" after a deadline
 *
 * Before that, what no one sees, quotes and words that leave a time as it is («(dự kiến)») are left
 * out. A year alone runs all year where it is the plan's own.
 *
 * A quarter or month is due on its last day and starts on its first. A bare date or a deadline has
 * no known start. «Trước 15/6» is due on 15 June: offices write «trước 31/12» for the year's end.
 * What begins and names no end («từ quý III») goes on to the end of the year. «Trước quý 2» could
 * mean either side of the quarter and is unknown.
 */
#ifndef PLAN_SCHEDULE_SCHEDULE_H
#define PLAN_SCHEDULE_SCHEDULE_H

#include "base/arena.h"
#include "base/date.h"

#include <stdbool.h>
#include <stddef.h>

enum schedule_kind {
    SCHEDULE_MISSING, /* a blank cell */
    SCHEDULE_UNKNOWN,
    SCHEDULE_DATED,
    SCHEDULE_YEAR_ROUND,
    SCHEDULE_RECURRING,
    SCHEDULE_PHASED,
    SCHEDULE_TRIGGERED,
    SCHEDULE_KINDS
};
_Static_assert(SCHEDULE_MISSING < SCHEDULE_UNKNOWN && SCHEDULE_UNKNOWN < SCHEDULE_DATED,
               "up to SCHEDULE_UNKNOWN nothing is known of the time");

/* "dated", "year-round" …; "missing" and "unknown" are kinds too. */
extern const char *const schedule_kind_names[SCHEDULE_KINDS + 1]; /* ends in NULL */

struct milestone {
    const char *name;       /* «Ban hành», "Q1"; NULL where the schedule names none */
    struct date start, due; /* both included; unset where not known */
    bool all_year;          /* runs all year rather than towards its due date */
    bool waits;             /* for the event that is its name, beside a time: it has no dates */
};

struct schedule {
    enum schedule_kind kind;
    unsigned count; /* of milestones; none where missing, unknown or triggered */
    const struct milestone *milestones;
};

/*
 * Reads `text` (NFC, NULL where blank). `year` is the plan's, for dates that name none; 0 leaves
 * those unset. Milestones and their names live in `arena`.
 */
struct schedule schedule_parse(struct arena *arena, const char *text, int year);

/* The first start and the last due date of all milestones; unset where there is none. */
struct date schedule_start(const struct schedule *schedule);
struct date schedule_due(const struct schedule *schedule);

#endif
