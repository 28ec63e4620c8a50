// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule_recurring.h"

#include <stdio.h>

/* Sets of months at whose ends something is due: bit 0 is January. */
enum { EVERY_MONTH = 0xFFF, EVERY_QUARTER = 0x924, HALF_YEARS = 0x820, END_OF_YEAR = 0x800 };

/* Returns the end of the first `months` months; 12 is the year. */
static unsigned end_of(int months)
{
    return months >= 1 && months <= 12 ? 1U << (months - 1) : 0;
}

/* Returns the ends of every `months` months, or 0 for an unsupported interval. */
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

/* How often something is due. */
struct recurrence {
    unsigned months; /* at the ends of these; 0: does not recur */
    int day;         /* of the month, instead of its end */
    int times;       /* per year, on days that are not given; else 0 */
};

/* Takes «01 lần/quý», «2 lần/năm», «6 tháng/lần», «1 quý một lần» or «2 tuần/lần». */
static struct recurrence take_times(struct cursor *c)
{
    static const char *const per[] = {"/", "moi", "mot", "1", "01", "trong", "hang", "tren", NULL};
    int count = cursor_take_number(c, 366);
    if (count == 1 && cursor_take(c, "nam")) { /* «1 năm 2 lần» */
        count = cursor_take_number(c, 12);
        bool times = count > 0 && cursor_take(c, "lan");
        return (struct recurrence){.months = times ? END_OF_YEAR : 0,
                                   .times = times && count > 1 ? count : 0};
    }
    bool months = count > 0 && cursor_take(c, "thang"),
         quarters = count > 0 && !months && take_quarter_word(c),
         weeks = count > 0 && !months && !quarters && cursor_take(c, "tuan");
    if (months || quarters || weeks) {
        bool once = cursor_take_any(c, per) && cursor_take(c, "lan");
        return (struct recurrence){.months = !once      ? 0
                                             : weeks    ? END_OF_YEAR
                                             : quarters ? every(count * 3)
                                                        : every(count)};
    }
    if (count == 0 || !cursor_take(c, "lan") || !cursor_take_any(c, per))
        return (struct recurrence){0};
    if (cursor_take(c, "thang"))
        return (struct recurrence){.months = EVERY_MONTH};
    if (take_quarter_word(c))
        return (struct recurrence){.months = EVERY_QUARTER};
    if (cursor_take(c, "tuan"))
        return (struct recurrence){.months = END_OF_YEAR};
    if (!cursor_take(c, "nam") || count > 12)
        return (struct recurrence){0};
    return (struct recurrence){.months = END_OF_YEAR, .times = count > 1 ? count : 0};
}

static unsigned take_period(struct cursor *c)
{
    static const char *const year[] = {"1 nam", "01 nam", "ca nam", "nam", NULL};
    if (cursor_take(c, "thang"))
        return EVERY_MONTH;
    if (take_quarter_word(c))
        return EVERY_QUARTER;
    if (cursor_take_any(c, year))
        return END_OF_YEAR;
    if (c->at->kind == TOKEN_NUMBER && (c->at->value == 6 || c->at->value == 9) &&
        token_is(c->at + 1, "thang") && !token_is(c->at + 2, "/")) {
        c->at += 2;
        return end_of(c->at[-2].value);
    }
    return 0;
}

static bool take_each_word(struct cursor *c)
{
    static const char *const heads[] = {"dinh ky hang", "dinh ky moi", "dinh ky", "tat ca cac",
                                        "trong cac",    "hang",        "moi",     "tung",
                                        "cac",          "theo",        NULL};
    return cursor_take_any(c, heads);
}

/* Nobody marks weeks and days one by one, so they are due at the year's end. */
static bool take_weekly(struct cursor *c)
{
    const struct token *start = c->at;
    if (cursor_take(c, "thu") && cursor_take_number(c, 7) == 0)
        c->at = start;
    if (take_each_word(c) && (cursor_take(c, "tuan") || cursor_take(c, "ngay")) &&
        c->at->kind != TOKEN_NUMBER)
        return true;
    c->at = start;
    return false;
}

/* Takes «Quý I» in a list of periods. Returns the quarter's end, or 0. */
static unsigned take_numbered_quarter(struct cursor *c)
{
    const struct token *start = c->at;
    int quarter = take_quarter_word(c) ? cursor_take_number(c, 4) : 0;
    if (quarter == 0)
        c->at = start;
    return end_of(quarter * 3);
}

/* Takes the periods that are reported on: «Quý I, 6 tháng, 9 tháng, năm». Returns their ends. */
static unsigned take_reported(struct cursor *c)
{
    static const char *const marks[] = {", va", ",", ";", "va", NULL};
    const struct token *start = c->at;
    unsigned months = 0, numbered = 0, others = 0;
    do {
        unsigned quarter = take_numbered_quarter(c), other = quarter == 0 ? take_period(c) : 0;
        numbered += quarter != 0;
        others += other != 0 && other != EVERY_QUARTER && other != EVERY_MONTH;
        if (quarter == 0 && other == 0)
            break;
        months |= quarter | other;
    } while (cursor_take_any(c, marks));
    if (numbered > 0 && others > 0 && c->at->kind == TOKEN_END)
        return months;
    c->at = start;
    return 0;
}

/* Takes «cả 4 quý» or «cả 12 tháng». Returns 0 if there is neither. */
static unsigned take_all_periods(struct cursor *c)
{
    static const char *const quarters[] = {"ca 4 quy", "ca bon quy", "trong 4 quy", "4 quy", NULL};
    static const char *const months[] = {"ca 12 thang", "12 thang trong nam", NULL};
    return cursor_take_any(c, quarters) ? EVERY_QUARTER
           : cursor_take_any(c, months) ? EVERY_MONTH
                                        : 0;
}

/* Takes «quý, 6 tháng, 9 tháng và năm»; a single period is enough if `single`. */
static unsigned take_periods(struct cursor *c, bool single)
{
    static const char *const marks[] = {", hang", "va hang", "; hang", ", va",
                                        ",",      ";",       "va",     NULL};
    unsigned months = take_period(c), first = months;
    bool more = false;
    for (const struct token *end = c->at; months != 0; end = c->at) {
        unsigned next = cursor_take_any(c, marks) ? take_period(c) : 0;
        if (next == 0) {
            c->at = end;
            break;
        }
        months |= next;
        more = true;
    }
    if (!more && !single)
        return 0;
    return months == first && months == end_of(6) ? HALF_YEARS : months;
}

/* Takes «Hằng quý», «định kỳ hàng quý, 6 tháng và năm», «mỗi quý một lần» or «cuối mỗi quý». */
static struct recurrence take_each(struct cursor *c)
{
    const struct token *start = c->at;
    if (take_weekly(c))
        return (struct recurrence){.months = END_OF_YEAR};
    cursor_take(c, "cuoi");
    bool each = take_each_word(c);
    if (!each)
        c->at = start;
    unsigned months = take_periods(c, each);
    const struct token *end = c->at;
    int times = months != 0 ? cursor_take_number(c, 12) : 0;
    if (times == 0 || !cursor_take(c, "lan")) {
        c->at = end;
        times = 0;
    }
    return (struct recurrence){.months = months,
                               .times = months == END_OF_YEAR && times > 1 ? times : 0};
}

/* Takes «Trước ngày 20» or «ngày 20». */
static int take_day_number(struct cursor *c)
{
    static const char *const heads[] = {"cham nhat", "truoc", "vao", "den", NULL};
    cursor_take_any(c, heads);
    return cursor_take(c, "ngay") && c->at->kind == TOKEN_NUMBER ? cursor_take_number(c, 31) : 0;
}

/* Takes «Trước ngày 20 hằng tháng» or «ngày 15 của tháng cuối quý». */
static struct recurrence take_day(struct cursor *c)
{
    static const char *const monthly[] = {"hang thang", "moi thang", "cua thang", "cac thang",
                                          NULL};
    static const char *const last[] = {"cua thang cuoi", "thang cuoi", NULL};
    static const char *const quarter[] = {"cua quy", "cua moi quy", "cua cac quy", "hang quy",
                                          "moi quy", "cac quy",     "quy",         NULL};
    const struct token *start = c->at;
    int day = take_day_number(c);
    if (day > 0 && cursor_take_any(c, last) && cursor_take_any(c, quarter) && c->at->value == 0)
        return (struct recurrence){.months = EVERY_QUARTER, .day = day};
    if (day > 0 && cursor_take_any(c, monthly) && !token_is(c->at - 2, "cua"))
        return (struct recurrence){.months = EVERY_MONTH, .day = day};
    c->at = start;
    return (struct recurrence){0};
}

/* Takes «(ngày 20)» or «, trước ngày 20» after «hằng tháng». Returns 0 if there is neither. */
static int take_day_behind(struct cursor *c)
{
    const struct token *start = c->at;
    bool bracket = cursor_take(c, "(");
    if (!bracket)
        cursor_take(c, ",");
    int day = take_day_number(c);
    if (day > 0 && (!bracket || cursor_take(c, ")")))
        return day;
    c->at = start;
    return 0;
}

static struct date due_in(int year, int month, int day)
{
    struct date last = date_month_end(year, month);
    return day > 0 && day < last.day ? date_make(year, month, day) : last;
}

static const char *name_of(struct arena *arena, char kind, int number)
{
    char name[8];
    int length = snprintf(name, sizeof name, "%c%d", kind, number);
    return arena_intern(arena, name, (size_t)length);
}

static unsigned write(const struct recurrence *what, int year, struct arena *arena,
                      struct milestone *milestones)
{
    unsigned count = 0;
    bool quarters = what->months == EVERY_QUARTER;
    for (int month = 1, first = 1; month <= 12; month++) {
        if ((what->months & end_of(month)) == 0)
            continue;
        struct milestone milestone = {
            .name = name_of(arena, quarters ? 'Q' : 'M', quarters ? month / 3 : month)};
        if (year > 0) {
            milestone.start = date_make(year, first, 1);
            milestone.due = due_in(year, month, what->day);
            if (date_compare(milestone.start, milestone.due) > 0)
                milestone.start = (struct date){0};
        }
        milestones[count++] = milestone;
        first = month + 1;
    }
    for (; count < (unsigned)what->times; count++)
        milestones[count] = milestones[0];
    for (int i = 0; i < what->times; i++)
        milestones[i].name = name_of(arena, 'L', i + 1);
    return count;
}

static struct recurrence take_recurrence(struct cursor *c)
{
    const struct token *start = c->at;
    struct recurrence what = take_day(c);
    if (what.months != 0)
        return what;
    what.months = take_reported(c);
    if (what.months == 0)
        what.months = take_all_periods(c);
    if (what.months != 0)
        return what;
    cursor_take(c, "dinh ky");
    what = take_times(c);
    if (what.months != 0)
        return what;
    c->at = start; /* «1 năm» may begin a list of periods */
    what = take_each(c);
    if (what.months == EVERY_MONTH)
        what.day = take_day_behind(c);
    return what;
}

unsigned recurring_read(const struct token *tokens, int year, struct arena *arena,
                        struct milestone *milestones)
{
    static const char *const marks[] = {",", ";", NULL};
    static const char *const heads[] = {"bao cao", "thuc hien", "to chuc", NULL};
    static const char *const in_year[] = {"trong nam", "cua nam", "nam", "ca nam", "/", NULL};
    struct cursor c = {tokens};
    if (cursor_take(&c, "thuong xuyen"))
        cursor_take_any(&c, marks);
    cursor_take_any(&c, heads);
    struct recurrence what = take_recurrence(&c);
    if (what.months != 0 && cursor_take_any(&c, in_year) && token_is_year(c.at))
        year = (c.at++)->value;
    cursor_take(&c, ".");
    return what.months != 0 && c.at->kind == TOKEN_END ? write(&what, year, arena, milestones) : 0;
}
