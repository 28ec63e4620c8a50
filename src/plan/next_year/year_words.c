// SPDX-License-Identifier: MIT
#include "plan/next_year/year_words.h"

#include "base/arena.h"
#include "base/word_diff.h"
#include "plan/schedule/schedule.h"

#include <stdlib.h>
#include <string.h>

enum { DIGITS = 4, YEAR_FIRST = 1900, YEAR_LAST = 2999 };

/* Returns the position of the next year from `at` on, or NULL if there is none. */
static const char *find_year(const char *at, int *year)
{
    while (*(at += strcspn(at, "0123456789")) != '\0') {
        size_t length = strspn(at, "0123456789");
        *year = length == DIGITS ? atoi(at) : 0;
        if (*year >= YEAR_FIRST && *year <= YEAR_LAST)
            return at;
        at += length;
    }
    return NULL;
}

/* Appends the text from `from` to the year at `found`. Returns the text after the year. */
static const char *add_up_to(struct strbuf *out, const char *from, const char *found)
{
    strbuf_add(out, from, (size_t)(found - from));
    return found + DIGITS;
}

bool words_are_same_but_years(const char *old, const char *new, struct year_change change)
{
    if (old == NULL || new == NULL)
        return words_are_same(old, new);
    struct strbuf aligned = {0};
    const char *rest = new, *found, *other = old;
    for (int year, before; (found = find_year(rest, &year)) != NULL;) {
        rest = add_up_to(&aligned, rest, found);
        other = other != NULL ? find_year(other, &before) : NULL;
        bool moved = other != NULL && year - before == change.to - change.from;
        strbuf_addf(&aligned, "%d", moved ? before : year);
        other = other != NULL ? other + DIGITS : NULL;
    }
    strbuf_adds(&aligned, rest);
    bool same = words_are_same(old, aligned.text);
    strbuf_release(&aligned);
    return same;
}

/* Returns whether a dash or slash joins a number to the year at a place: «2021-2025», «15/2021». */
static bool is_joined(const char *text, const char *found)
{
    const char *before = found, *after = found + DIGITS;
    while (before > text && before[-1] == ' ')
        before--;
    after += strspn(after, " ");
    bool dash = before > text && (before[-1] == '-' || before[-1] == '/');
    bool long_dash = before - text >= 3 && strncmp(before - 3, "\xE2\x80\x93", 3) == 0;
    return dash || long_dash || *after == '-' || *after == '/' ||
           strncmp(after, "\xE2\x80\x93", 3) == 0;
}

void year_add_relative(struct strbuf *out, const char *text, int plan_year)
{
    const char *rest = text, *found;
    for (int year; (found = find_year(rest, &year)) != NULL;) {
        rest = add_up_to(out, rest, found);
        if (abs(year - plan_year) <= 1 && !is_joined(text, found))
            strbuf_adds(out, year < plan_year ? "before" : year > plan_year ? "after" : "own");
        else
            strbuf_add(out, found, DIGITS);
    }
    strbuf_adds(out, rest);
}

void year_add_moved(struct strbuf *out, const char *line, struct year_change change)
{
    const char *rest = line, *found;
    for (int year; (found = find_year(rest, &year)) != NULL;) {
        rest = add_up_to(out, rest, found);
        strbuf_addf(out, "%d", year == change.from ? change.to : year);
    }
    strbuf_adds(out, rest);
}

static bool is_month_end(struct date date)
{
    return date_compare(date, date_month_end(date.year, date.month)) == 0;
}

bool dates_are_same_but_years(struct date old, struct date new, struct year_change change)
{
    if (!date_is_set(old) || !date_is_set(new))
        return date_is_set(old) == date_is_set(new);
    return new.year - old.year == change.to - change.from &&old.month == new.month &&
           (old.day == new.day || (is_month_end(old) && is_month_end(new)));
}

/* ---- Schedules ---- */

/* Appends the words with the year replaced; `is_short`: two digits after a slash or dash. */
static void add_renamed(struct strbuf *out, const char *text, struct year_change change,
                        bool is_short)
{
    if (!is_short) {
        year_add_moved(out, text, change);
        return;
    }
    for (const char *at = text; *at != '\0';) {
        size_t length = strspn(at, "0123456789");
        bool year = length == 2 && at > text && strchr("/-.", at[-1]) != NULL &&
                    atoi(at) == change.from % 100;
        if (year)
            strbuf_addf(out, "%02d", change.to % 100);
        else
            strbuf_add(out, at, length > 0 ? length : 1);
        at += length > 0 ? length : 1;
    }
}

static bool is_same_later(const struct schedule *old, const struct schedule *new,
                          struct year_change change)
{
    bool same = old->kind == new->kind && old->count == new->count;
    for (unsigned i = 0; same && i < old->count; i++) {
        const struct milestone *a = &old->milestones[i], *b = &new->milestones[i];
        same = a->all_year == b->all_year && dates_are_same_but_years(a->start, b->start, change) &&
               dates_are_same_but_years(a->due, b->due, change);
    }
    return same;
}

/*
 * Returns whether unchanged words still hold: they name times that reach the new year or lie in it.
 */
static bool holds_still(const struct schedule *schedule, int year)
{
    for (unsigned i = 0; i < schedule->count; i++) {
        struct date due = schedule->milestones[i].due;
        if (!date_is_set(due) || due.year < year)
            return false;
    }
    return schedule->count > 0;
}

static bool names_year(const char *text)
{
    int year;
    return find_year(text, &year) != NULL;
}

static bool names_only(const char *text, int wanted)
{
    int year;
    for (const char *at = text; (at = find_year(at, &year)) != NULL; at += DIGITS)
        if (year != wanted)
            return false;
    return true;
}

bool schedule_add_moved(struct strbuf *out, const char *schedule, struct year_change change)
{
    struct arena arena = {0};
    struct strbuf words = {0};
    struct schedule old = schedule_parse(&arena, schedule, change.from);
    bool is_short = !names_year(schedule);
    add_renamed(&words, schedule, change, is_short);
    struct schedule as_it_is = schedule_parse(&arena, schedule, change.to);
    bool stays = is_short && is_same_later(&old, &as_it_is, change);
    struct schedule new = schedule_parse(&arena, strbuf_text(&words), change.to);
    bool moves = !stays && old.count > 0 && names_only(schedule, change.from) &&
                 is_same_later(&old, &new, change);
    bool holds = stays || moves || (old.count > 0 && holds_still(&as_it_is, change.to));
    strbuf_adds(out, moves ? words.text : schedule);
    strbuf_release(&words);
    arena_release(&arena);
    return holds;
}
