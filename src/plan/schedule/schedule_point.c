// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule_point.h"

#include <string.h>

/* Takes «2024», or «24» after a slash or dash. Returns 0 if there is none. */
static int take_year_number(struct cursor *c, bool behind_mark)
{
    bool brief = behind_mark && c->at->kind == TOKEN_NUMBER && c->at->end - c->at->start == 2 &&
                 c->at->value >= 20 && c->at->value < 50;
    return brief ? 2000 + (c->at++)->value : token_is_year(c->at) ? (c->at++)->value : 0;
}

/* «/2021», «-2021» and «năm 2021» name a year; «hằng năm» names none and is skipped. */
static int take_year_suffix(struct cursor *c)
{
    static const char *const yearly[] = {"hang nam", "moi nam", NULL};
    static const char *const words[] = {"cua nam", "nam", ", nam", "- nam", "/ nam", NULL};
    static const char *const marks[] = {"/", ".", "-", NULL};
    const struct token *start = c->at;
    if (cursor_take_any(c, yearly))
        return 0;
    if (cursor_take(c, "nam sau") || cursor_take(c, "cua nam sau"))
        return YEAR_AFTER;
    if (token_is(c->at, ",") && token_is_year(c->at + 1) && c->at[2].kind == TOKEN_END)
        c->at++; /* «Quý II, 2024» */
    bool mark = cursor_take_any(c, marks) && !token_is(c->at, "nam");
    if (!mark && !token_is_year(c->at)) {
        c->at = start;
        cursor_take_any(c, words);
    }
    int year = take_year_number(c, mark && !token_is(start, "-"));
    if (year == 0)
        c->at = start;
    return year;
}

static bool take_unit_word(struct cursor *c, enum point_unit *unit)
{
    bool several = token_is(c->at, "cac") &&
                   (token_is(c->at + 1, "quy") || token_is(c->at + 1, "thang")) &&
                   c->at[2].value > 0;
    c->at += several; /* «các quý I, II, III» */
    if (cursor_take(c, "quy") || cursor_take(c, "qui") ||
        (token_is(c->at, "q") && c->at[1].value > 0 && cursor_take(c, "q")) ||
        cursor_take(c, "q .")) {
        *unit = POINT_QUARTER;
        return true;
    }
    if (cursor_take(c, "thang") ||
        (token_is(c->at, "t") && c->at[1].value > 0 && cursor_take(c, "t")) ||
        cursor_take(c, "t .")) {
        *unit = POINT_MONTH;
        return true;
    }
    return false;
}

/* `unit` is that of the point before, which «Quý 1, 3» does not repeat. */
bool point_take_period(struct cursor *c, enum point_unit unit, struct point *point)
{
    const struct token *start = c->at;
    take_unit_word(c, &unit);
    int limit = unit == POINT_QUARTER ? 4 : 12;
    int value = unit == POINT_QUARTER || unit == POINT_MONTH ? cursor_take_number(c, limit) : 0;
    if (value == 0) {
        c->at = start;
        return false;
    }
    *point = (struct point){.unit = unit};
    if (unit == POINT_QUARTER)
        point->quarter = value;
    else
        point->month = value;
    point->year = take_year_suffix(c);
    return true;
}

/* Takes the month and year of «15/6/2021», «15.6.2021», «15-6-2021» or «15 tháng 6 năm 2021». */
static bool take_month_of_day(struct cursor *c, struct point *point)
{
    const char *mark = c->at->text;
    bool words = cursor_take(c, "thang"), slash = !words && token_is(c->at, "/");
    if (!words && !slash && !token_is(c->at, ".") && !token_is(c->at, "-"))
        return false;
    if (!words)
        c->at++;
    if (c->at->value < 1 || c->at->value > 12 || (!words && c->at->kind != TOKEN_NUMBER))
        return false;
    point->month = (c->at++)->value;
    if (words) {
        point->year = take_year_suffix(c);
        return true;
    }
    struct cursor year = {c->at + 1};
    if (token_is(c->at, mark) && (point->year = take_year_number(&year, slash)) > 0) {
        *c = year;
    } else if (slash) {
        point->year = take_year_suffix(c);
    }
    return slash || point->year > 0;
}

static bool take_iso_date(struct cursor *c, struct point *point)
{
    const struct token *t = c->at;
    if (!token_is_year(t) || !token_is(t + 1, "-") || t[2].kind != TOKEN_NUMBER ||
        !token_is(t + 3, "-") || t[4].kind != TOKEN_NUMBER)
        return false;
    *point = (struct point){POINT_DAY, 0, t[2].value, t[4].value, t[0].value};
    c->at += 5;
    return true;
}

/* «6/2021» is a month with its year. */
bool point_take_date(struct cursor *c, struct point *point)
{
    if (take_iso_date(c, point))
        return true;
    const struct token *start = c->at;
    cursor_take(c, "ngay");
    if (c->at->kind == TOKEN_NUMBER && c->at->value >= 1 && c->at->value <= 31) {
        *point = (struct point){.unit = POINT_DAY, .day = (c->at++)->value};
        if (point->day <= 12 && token_is(c->at, "/") && token_is_year(c->at + 1)) {
            *point = (struct point){.unit = POINT_MONTH, .month = point->day};
            point->year = c->at[1].value;
            c->at += 2;
            return true;
        }
        if (take_month_of_day(c, point))
            return true;
    }
    c->at = start;
    return false;
}

bool point_take(struct cursor *c, enum point_unit unit, struct point *point)
{
    return unit == POINT_DAY ? point_take_date(c, point)
                             : point_take_period(c, unit, point) || point_take_date(c, point);
}

bool points_are_ordered(const struct point *a, const struct point *b)
{
    int x = a->unit == POINT_YEAR ? 1 : a->unit == POINT_QUARTER ? a->quarter * 3 - 2 : a->month;
    int y = b->unit == POINT_YEAR ? 12 : b->unit == POINT_QUARTER ? b->quarter * 3 : b->month;
    return x < y || (x == y && (a->unit != POINT_DAY || b->unit != POINT_DAY || a->day <= b->day));
}

struct date point_start(const struct point *point)
{
    if (point->unit == POINT_YEAR)
        return date_make(point->year, 1, 1);
    if (point->unit == POINT_DAY)
        return date_make(point->year, point->month, point->day);
    return date_make(point->year,
                     point->unit == POINT_QUARTER ? point->quarter * 3 - 2 : point->month, 1);
}

struct date point_end(const struct point *point)
{
    if (point->unit == POINT_DAY)
        return date_make(point->year, point->month, point->day);
    if (point->unit == POINT_YEAR)
        return date_make(point->year, 12, 31);
    return date_month_end(point->year,
                          point->unit == POINT_QUARTER ? point->quarter * 3 : point->month);
}
