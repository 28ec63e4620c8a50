// SPDX-License-Identifier: MIT
/*
 * A task's schedule: the plan's own words, read into milestones. The words are never changed or
 * guessed at: a text that the grammar does not cover as a whole is SCHEDULE_UNKNOWN.
 *
 *   schedule  = triggered | time [joint event]
 *   time      = recurring (plan/schedule/schedule_recurring.h) | phase { part phase }
 *   part      = "," | ";" | "." | "và" | "-"
 *   triggered = … event, without any time
 *   event     = ("khi" | "sau khi" | "theo yêu cầu" | "kể từ ngày" …) … | "đột xuất"
 *   joint     = "," | ";" | "và" | "hoặc"
 *   phase     = [name [":"]] when | when ["("] [":"] name [")"], one of the two throughout
 *   name      = a verb («ban hành») and words | words ":" | ("đợt" | "lần" …) N
 *   when      = years | yearround | [N ("đợt" | "lần") ":"] span { list span }
 *   list      = "," | ";" | "và" | "&" | "+" | "/"
 *   years     = ["năm"] YYYY ["và các năm tiếp theo"]
 *             | ["từ"] ["giai đoạn"] ["năm"] YYYY ("-" | "đến") ["năm"] YYYY
 *   yearround = often [inyear] | inyear
 *   often     = ("thường xuyên" | "liên tục") …
 *   inyear    = ["trong" | "cả" | "trong cả" | "suốt"] "năm" [YYYY]
 *   span      = [deadline] ["từ"] point [("-" | "đến" | "hoặc") (point | "hết năm")]
 *             | "từ" point ["trở đi"] | point "và các" ("quý" | "tháng") "tiếp theo"
 *             | ["từ"] "đầu" ("năm" | quarter | month) ("-" | "đến") point
 *             | ("thượng" | "trung" | "hạ") "tuần" month | N "tháng" ("đầu" | "cuối") "năm" [YYYY]
 *   deadline  = "trước" | "chậm nhất" | "từ nay đến" | "hết" | "cuối" …, for the rest of the list
 *   point     = quarter | month | date, Arabic, Roman or a word («ba»), with or without its year;
 *               "năm" after a deadline
 *
 * An event next to a time is a milestone without dates («Quý II và khi có yêu cầu»); year-round
 * words next to another time run on beside it. Invisible characters, quotes and words that do not
 * change a time («(dự kiến)») are left out first. A year alone runs all year if it is the plan's
 * own.
 *
 * A quarter or month starts on its first day and is due on its last. A bare date or a deadline has
 * no known start. «Trước 15/6» is due on 15 June: offices write «trước 31/12» for the year's end. A
 * span without an end («từ quý III») runs until the end of the year. «Trước quý 2» could mean
 * either side of the quarter and is unknown.
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

/* "missing", "unknown", "dated", "year-round" …, by kind */
extern const char *const schedule_kind_names[SCHEDULE_KINDS + 1]; /* ends with NULL */

struct milestone {
    const char *name;       /* «Ban hành», "Q1"; NULL if the schedule names none */
    struct date start, due; /* both inclusive; unset if unknown */
    bool all_year;          /* runs all year instead of towards its due date */
    bool waits;             /* next to a time, waits for the event that is its name; has no dates */
};

struct schedule {
    enum schedule_kind kind;
    unsigned count; /* of milestones; 0 if missing, unknown or triggered */
    const struct milestone *milestones;
};

/* Reads a schedule (NFC, NULL if blank). `year` is the plan's, for dates that name none; 0 leaves
 * those unset. Milestones and their names live in `arena`. */
struct schedule schedule_parse(struct arena *arena, const char *text, int year);

/* Return the first start and the last due date of all milestones; unset if there is none. */
struct date schedule_start(const struct schedule *schedule);
struct date schedule_due(const struct schedule *schedule);

#endif
