// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule_recurring.h"

#include <stdio.h>

/* The months of the year at whose end something is due: bit 0 is January. */
enum { EVERY_MONTH = 0xFFF, EVERY_QUARTER = 0x924, HALF_YEARS = 0x820, END_OF_YEAR = 0x800 };

/* The end of the first `months` months; for 12, the year. */
static unsigned end_of(int months)
{
    return months >= 1 && months <= 12 ? 1U << (months - 1) : 0;
}

/* What comes every `months` months; 0 where a year is no multiple of that. */
static unsigned every(int months)
{
    return months == 1    ? EVERY_MONTH
           : months == 3  ? EVERY_QUARTER
           : months == 6  ? HALF_YEARS
           : months == 12 ? END_OF_YEAR
                          : 0;
}

static bool take_quarter_word(struct cursor *c)
{
    return cursor_take(c, "quy") || cursor_take(c, "qui");
}

/* «01 lần/quý», «2 lần/năm», «6 tháng/lần», «6 tháng một lần». */
static unsigned take_times(struct cursor *c)
{
    static const char *const per[] = {"/", "moi", "mot", "1", NULL};
    int count = c->at->kind == TOKEN_NUMBER ? (c->at++)->value : 0;
    if (count > 0 && cursor_take(c, "thang"))
        return cursor_take_any(c, per) && cursor_take(c, "lan") ? every(count) : 0;
    if (count == 0 || !cursor_take(c, "lan") || !cursor_take_any(c, per))
        return 0;
    if (cursor_take(c, "thang"))
        return count == 1 ? EVERY_MONTH : 0;
    if (take_quarter_word(c))
        return count == 1 ? EVERY_QUARTER : 0;
    return cursor_take(c, "nam") && count <= 12 && 12 % count == 0 ? every(12 / count) : 0;
}

static unsigned take_period(struct cursor *c)
{
    if (cursor_take(c, "thang"))
        return EVERY_MONTH;
    if (take_quarter_word(c))
        return EVERY_QUARTER;
    if (cursor_take(c, "nam"))
        return END_OF_YEAR;
    if (c->at->kind == TOKEN_NUMBER && (c->at->value == 6 || c->at->value == 9) &&
        token_is(c->at + 1, "thang")) {
        c->at += 2;
        return end_of(c->at[-2].value);
    }
    return 0;
}

/* «Hằng quý», «định kỳ hàng quý, 6 tháng, 9 tháng và năm», «các quý trong năm». */
static unsigned take_each(struct cursor *c)
{
    static const char *const heads[] = {"dinh ky hang", "dinh ky moi", "dinh ky", "hang",
                                        "moi",          "tung",        NULL};
    static const char *const marks[] = {", hang", "va hang", ",", "va", NULL};
    static const char *const all[] = {"cac thang trong nam", "cac quy trong nam", NULL};
    if (cursor_take_any(c, all))
        return token_is(c->at - 3, "thang") ? EVERY_MONTH : EVERY_QUARTER;
    if (!cursor_take_any(c, heads))
        return 0;
    unsigned months = take_period(c), single = months;
    for (const struct token *end = c->at; months != 0; end = c->at) {
        unsigned more = cursor_take_any(c, marks) ? take_period(c) : 0;
        if (more == 0) {
            c->at = end;
            break;
        }
        months |= more;
    }
    return months == single && months == end_of(6) ? HALF_YEARS : months;
}

/* «Trước ngày 20 hằng tháng»: the day, 0 for none. */
static int take_day(struct cursor *c)
{
    static const char *const each[] = {"hang thang", "moi thang", NULL};
    const struct token *start = c->at;
    cursor_take(c, "truoc");
    int day = cursor_take(c, "ngay") && c->at->kind == TOKEN_NUMBER ? (c->at++)->value : 0;
    if (day >= 1 && day <= 31 && cursor_take_any(c, each))
        return day;
    c->at = start;
    return 0;
}

static struct date due_in(int year, int month, int day)
{
    struct date last = date_month_end(year, month);
    return day > 0 && day < last.day ? date_make(year, month, day) : last;
}

static unsigned write(unsigned months, int day, int year, struct arena *arena,
                      struct milestone *milestones)
{
    unsigned count = 0;
    for (int month = 1, first = 1; month <= 12; month++) {
        if ((months & end_of(month)) == 0)
            continue;
        char name[8];
        bool quarters = months == EVERY_QUARTER;
        int length =
            snprintf(name, sizeof name, "%c%d", quarters ? 'Q' : 'M', quarters ? month / 3 : month);
        struct milestone milestone = {.name = arena_intern(arena, name, (size_t)length)};
        if (year > 0) {
            milestone.start = date_make(year, first, 1);
            milestone.due = due_in(year, month, day);
        }
        milestones[count++] = milestone;
        first = month + 1;
    }
    return count;
}

unsigned recurring_read(const struct token *tokens, int year, struct arena *arena,
                        struct milestone *milestones)
{
    static const char *const marks[] = {",", ";", NULL};
    static const char *const in_year[] = {"trong nam", "cua nam", "nam", "ca nam", NULL};
    struct cursor c = {tokens};
    if (cursor_take(&c, "thuong xuyen"))
        cursor_take_any(&c, marks);
    cursor_take(&c, "bao cao");
    const struct token *start = c.at;
    int day = take_day(&c);
    unsigned months = day > 0 ? EVERY_MONTH : take_each(&c);
    if (months == 0) {
        c.at = start;
        cursor_take(&c, "dinh ky");
        months = take_times(&c);
    }
    if (months != 0 && cursor_take_any(&c, in_year) && token_is_year(c.at))
        year = (c.at++)->value;
    cursor_take(&c, ".");
    return months != 0 && c.at->kind == TOKEN_END ? write(months, day, year, arena, milestones) : 0;
}
