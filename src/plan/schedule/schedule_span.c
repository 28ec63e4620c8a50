// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule_span.h"

#include "plan/schedule/schedule_point.h"

#include <string.h>

struct span {
    struct point from, to;
    bool range; /* both ends are given */
};

/* Takes the first or last months of the year: «6 tháng đầu năm». */
static bool take_part_of_year(struct cursor *c, struct span *span)
{
    const struct token *start = c->at;
    int months = c->at->kind == TOKEN_NUMBER ? c->at->value : 0;
    if (months >= 1 && months <= 11)
        c->at++;
    else
        months = cursor_take(c, "nua") ? 6 : 0;
    bool counted = months > 0 && (token_is(c->at - 1, "nua") || cursor_take(c, "thang"));
    bool first = counted && cursor_take(c, "dau"),
         last = counted && !first && cursor_take(c, "cuoi");
    bool reported = counted && !first && !last && (months == 6 || months == 9) &&
                    token_is(c->at, "nam") && token_is_year(c->at + 1); /* «9 tháng năm 2026» */
    if ((!first && !last && !reported) || !cursor_take(c, "nam")) {
        c->at = start;
        return false;
    }
    int year = token_is_year(c->at) ? (c->at++)->value : 0;
    *span = (struct span){
        .from = {.unit = POINT_MONTH, .month = last ? 13 - months : 1, .year = year},
        .to = {.unit = POINT_MONTH, .month = last ? 12 : months, .year = year},
        .range = true,
    };
    return true;
}

/* Takes two days of one month: «15-30/6». */
static bool take_days(struct cursor *c, struct span *span)
{
    const struct token *start = c->at;
    struct point from = {.unit = POINT_DAY};
    cursor_take(c, "ngay");
    if (c->at->kind == TOKEN_NUMBER && c->at->value >= 1 && c->at->value <= 31) {
        from.day = (c->at++)->value;
        if ((cursor_take(c, "-") || cursor_take(c, "den")) && point_take_date(c, &span->to) &&
            span->to.unit == POINT_DAY) {
            from.month = span->to.month;
            from.year = span->to.year;
            span->from = from;
            span->range = true;
            return true;
        }
    }
    c->at = start;
    return false;
}

/* Takes the first or second ten days of a month, or the rest of it: «hạ tuần tháng 6». */
static bool take_ten_days(struct cursor *c, struct span *span)
{
    const struct token *start = c->at;
    int part = cursor_take(c, "?huong tuan")  ? 0
               : cursor_take(c, "trung tuan") ? 1
               : cursor_take(c, "ha tuan")    ? 2
                                              : 3;
    if (part == 3 || !point_take_period(c, POINT_NONE, &span->to) || span->to.unit != POINT_MONTH) {
        c->at = start;
        return false;
    }
    span->from = span->to;
    span->from.unit = POINT_DAY;
    span->from.day = part * 10 + 1;
    if (part < 2)
        span->to = (struct point){POINT_DAY, 0, span->from.month, part * 10 + 10, span->from.year};
    span->range = true;
    return true;
}

/* Takes the beginning of a span: «từ đầu năm», «từ đầu quý II», «từ năm 2024». */
static bool take_begin(struct cursor *c, struct point *point)
{
    const struct token *start = c->at;
    bool head = cursor_take(c, "dau");
    if (head && cursor_take(c, "nam")) {
        *point = (struct point){.unit = POINT_YEAR};
        if (token_is_year(c->at))
            point->year = (c->at++)->value;
        return true;
    }
    if (head && point_take_period(c, POINT_NONE, point))
        return true;
    c->at = start;
    return false;
}

/* «Quý 4/2020 - 2/2021»: the second may be a quarter or February. */
static bool is_month_or_quarter(const struct token *at, const struct point *from,
                                const struct point *to)
{
    return from->unit == POINT_QUARTER && from->year > 0 && to->year > 0 &&
           at->kind == TOKEN_NUMBER && token_is(at + 1, "/");
}

static bool take_dash(struct cursor *c)
{
    static const char *const dashes[] = {"-",   "den het", "den cuoi", "den truoc",
                                         "den", "toi",     "hoac",     NULL};
    return cursor_take_any(c, dashes);
}

/* Takes the end of a span that runs to a year's last day: «hết năm», «năm 2021». */
static bool take_year_end(struct cursor *c, struct point *point)
{
    const struct token *start = c->at;
    cursor_take(c, "het");
    cursor_take(c, "cuoi");
    if (!cursor_take(c, "nam")) {
        c->at = start;
        return false;
    }
    *point = (struct point){.unit = POINT_YEAR};
    if (token_is_year(c->at))
        point->year = (c->at++)->value;
    return true;
}

/* A span may run to the year's end: «từ quý III», «quý II và các quý tiếp theo», «từ tháng 3 trở
 * đi». */
static bool is_open(struct cursor *c, bool from)
{
    static const char *const on[] = {"tro di",
                                     "tro ve sau",
                                     "va cac quy tiep theo",
                                     "va cac quy sau",
                                     "va cac thang tiep theo",
                                     "va cac thang sau",
                                     "va nhung thang tiep theo",
                                     NULL};
    static const char *const ends[] = {",", ";", ".", ")", NULL};
    if (cursor_take_any(c, on))
        return true;
    struct cursor next = *c;
    return from && (c->at->kind == TOKEN_END || cursor_take_any(&next, ends));
}

/* `unit` is that of the previous span in a list, POINT_NONE for the first. */
static bool take_span(struct cursor *c, enum point_unit unit, struct span *span)
{
    if (take_part_of_year(c, span))
        return true;
    *span = (struct span){0};
    if (take_ten_days(c, span))
        return true;
    const struct token *start = c->at;
    cursor_take(c, "bat dau");
    bool from = cursor_take(c, "tu");
    if (!from)
        c->at = start;
    if (unit == POINT_NONE && take_days(c, span))
        return true;
    *span = (struct span){0};
    if (point_take(c, unit, &span->from) || (from && take_begin(c, &span->from))) {
        const struct token *end = c->at;
        span->to = span->from;
        span->range = take_dash(c);
        const struct token *second = c->at;
        if (span->range && !point_take(c, span->from.unit, &span->to) &&
            !take_year_end(c, &span->to)) {
            c->at = end; /* the dash belongs to the next phase */
            span->range = false;
        }
        if (!span->range && unit == POINT_NONE && span->from.unit != POINT_YEAR &&
            is_open(c, from)) {
            span->to = (struct point){.unit = POINT_YEAR, .year = span->from.year};
            span->range = true;
            return true;
        }
        if (span->range ? !is_month_or_quarter(second, &span->from, &span->to) : !from)
            return true;
    }
    c->at = start;
    return false;
}

/* The year of a span's end is also that of its start, or the start is in the year before if it must
 * be. */
static void settle_years(struct span *span, int year)
{
    struct point *from = &span->from, *to = &span->to;
    from->year = from->year == YEAR_AFTER ? year + (year > 0) : from->year;
    to->year = to->year == YEAR_AFTER ? year + (year > 0) : to->year;
    if (to->year == 0)
        to->year = from->year > 0 ? from->year : year;
    else if (from->year == 0 && !points_are_ordered(from, to))
        from->year = to->year - 1;
    if (from->year == 0)
        from->year = to->year;
}

/*
 * Makes a milestone of a span. Returns false if a time does not exist or the span runs backwards.
 */
static bool resolve(struct span span, int year, bool deadline, struct milestone *milestone)
{
    settle_years(&span, year);
    bool dated = span.to.year > 0;
    struct point from = span.from, to = span.to;
    if (!dated)
        from.year = to.year = 2000; /* a leap year, in which every possible day exists */
    *milestone = (struct milestone){.start = point_start(&from), .due = point_end(&to)};
    if (!date_is_valid(milestone->start) || !date_is_valid(milestone->due) ||
        date_compare(milestone->start, milestone->due) > 0)
        return false;
    bool one_day = from.unit == POINT_DAY && date_compare(milestone->start, milestone->due) == 0;
    if (one_day || deadline || !dated)
        milestone->start = (struct date){0};
    if (!dated)
        milestone->due = (struct date){0};
    return true;
}

/*
 * A slash separates only a point with its own unit, or a numeral: «Quý II/Quý III», «Quý II/III».
 */
static bool take_list_mark(struct cursor *c)
{
    static const char *const marks[] = {", va", ",", ";", "va", "&", "+", NULL};
    return cursor_take_any(c, marks) ||
           (token_is(c->at, "/") &&
            (token_is(c->at + 1, "quy") || token_is(c->at + 1, "thang") ||
             (c->at[1].kind == TOKEN_WORD && c->at[1].value > 0)) &&
            cursor_take(c, "/"));
}

/* Words that make the next time a deadline: before any time, or only before a day. */
enum deadline { DEADLINE_NONE, DEADLINE_ANY, DEADLINE_DAY };

static enum deadline take_deadline(struct cursor *c)
{
    static const char *const any[] = {"cham nhat la",
                                      "cham nhat trong",
                                      "cham nhat vao",
                                      "cham nhat",
                                      "muon nhat la",
                                      "muon nhat vao",
                                      "muon nhat",
                                      "den het",
                                      "den cuoi",
                                      "het",
                                      "vao cuoi",
                                      "cuoi",
                                      "den",
                                      "tu nay den het",
                                      "tu nay den cuoi",
                                      "tu nay den",
                                      "tu ngay ?y den",
                                      "tu ngay ban hanh den",
                                      "tu khi ban hanh den",
                                      NULL};
    static const char *const day[] = {"truoc", "khong qua", NULL};
    enum deadline deadline = DEADLINE_NONE;
    while (cursor_take_any(c, any))
        deadline = DEADLINE_ANY;
    return cursor_take_any(c, day) ? DEADLINE_DAY : deadline;
}

/* A list of spans as it is read. */
struct list {
    struct span spans[SPANS_MAX];
    enum deadline deadlines[SPANS_MAX]; /* those after a span have its deadline too */
    unsigned count, room;
};

/* After a deadline a dash separates day and month: «Trước 15-6». */
static bool take_dashed_day(struct cursor *c, struct span *span)
{
    const struct token *t = c->at;
    bool day = t[0].kind == TOKEN_NUMBER && token_is(t + 1, "-") && t[2].kind == TOKEN_NUMBER &&
               t[2].value >= 1 && t[2].value <= 12 && t[0].value >= 1 && t[0].value <= 31;
    if (!day || token_is(t + 3, "/") || token_is(t + 3, "-") || token_is(t + 3, "thang"))
        return false;
    span->from = span->to =
        (struct point){.unit = POINT_DAY, .day = t[0].value, .month = t[2].value};
    c->at += 3;
    return true;
}

static bool take_item(struct cursor *c, struct list *list, enum point_unit unit)
{
    enum deadline before = list->count > 0 ? list->deadlines[list->count - 1] : DEADLINE_NONE;
    struct span *span = &list->spans[list->count];
    enum deadline deadline = take_deadline(c);
    *span = (struct span){0};
    if (deadline == DEADLINE_ANY && take_year_end(c, &span->to)) {
        span->from = span->to;
    } else {
        if (deadline == DEADLINE_NONE && !cursor_take(c, "trong"))
            cursor_take(c, "vao");
        bool dashed = deadline == DEADLINE_DAY && take_dashed_day(c, span);
        if (!dashed && !take_span(c, unit, span))
            return false;
    }
    if (deadline == DEADLINE_NONE)
        deadline = before;
    list->deadlines[list->count++] = deadline;
    return (deadline != DEADLINE_DAY || span->from.unit == POINT_DAY) &&
           (deadline == DEADLINE_NONE || !span->range);
}

/* Takes a list of spans, the last of which may give the year of all: «Quý I, III/2021». */
static bool take_list(struct cursor *c, struct list *list)
{
    enum point_unit unit = POINT_NONE;
    const struct token *end = c->at;
    while (list->count < list->room) {
        unsigned count = list->count;
        if (!take_item(c, list, unit)) {
            if (list->count > count)
                return false; /* «Trước quý 2» */
            break;
        }
        unit = list->spans[count].to.unit;
        end = c->at;
        if (!take_list_mark(c))
            break;
    }
    c->at = end;
    for (unsigned i = list->count, year = 0; i-- > 0;) {
        struct span *span = &list->spans[i];
        if (span->to.year > 0)
            year = (unsigned)span->to.year;
        else if (span->from.year == 0)
            span->to.year = (int)year;
    }
    return list->count > 0;
}

/*
 * Takes «02 đợt» in «02 đợt: tháng 3 và tháng 9». Returns how many times follow, or 0 if not given.
 */
static int take_count(struct cursor *c)
{
    static const char *const words[] = {"dot", "lan", NULL};
    const struct token *start = c->at;
    int count = c->at->kind == TOKEN_NUMBER ? cursor_take_number(c, SPANS_MAX) : 0;
    if (count > 0 && cursor_take_any(c, words) &&
        (cursor_take(c, ":") || cursor_take(c, ",") || token_is(c->at, "quy") ||
         token_is(c->at, "thang")))
        return count;
    c->at = start;
    return 0;
}

unsigned spans_take(struct cursor *c, int year, struct milestone *milestones, unsigned room)
{
    struct list list = {.room = room < SPANS_MAX ? room : SPANS_MAX};
    const struct token *start = c->at;
    int said = take_count(c);
    bool valid = take_list(c, &list) && (said == 0 || (unsigned)said == list.count);
    for (unsigned i = 0; i < list.count && valid; i++)
        valid = resolve(list.spans[i], year, list.deadlines[i] != DEADLINE_NONE, &milestones[i]) &&
                (i == 0 || date_compare(milestones[i - 1].due, milestones[i].due) <= 0);
    if (valid)
        return list.count;
    c->at = start;
    return 0;
}

/* Takes a year alone. */
static bool take_one_year(struct cursor *c, int *year)
{
    const struct token *start = c->at;
    cursor_take(c, "nam");
    if (token_is_year(c->at) && c->at->value >= 2000 && c->at->value < 2100) {
        *year = (c->at++)->value;
        return true;
    }
    c->at = start;
    return false;
}

bool years_take(struct cursor *c, int plan_year, struct milestone *milestone)
{
    const struct token *start = c->at;
    bool from_then = cursor_take(c, "tu");
    bool period = cursor_take(c, "giai doan");
    int from = 0, to = 0;
    bool range = take_one_year(c, &from) && take_dash(c);
    if (range ? !take_one_year(c, &to) || to <= from : from == 0 || from_then || period)
        from = 0;
    if (from == 0 || token_is(c->at, "-") || token_is(c->at, "/") || token_is(c->at, ".")) {
        c->at = start;
        return false;
    }
    static const char *const on[] = {"va cac nam tiep theo", "va nhung nam tiep theo",
                                     "va cac nam sau", NULL};
    if (!range)
        cursor_take_any(c, on); /* work that continues in later years runs in this one */
    *milestone = (struct milestone){.start = date_make(from, 1, 1),
                                    .due = date_make(range ? to : from, 12, 31),
                                    .all_year = !range && from == plan_year};
    return true;
}
