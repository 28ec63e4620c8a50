// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule.h"

#include "base/message.h"
#include "plan/schedule/schedule_recurring.h"
#include "plan/schedule/schedule_span.h"
#include "plan/schedule/schedule_token.h"

#include <string.h>

const char *const schedule_kind_names[SCHEDULE_KINDS + 1] = {
    [SCHEDULE_MISSING] = N_("missing"),     [SCHEDULE_UNKNOWN] = N_("unknown"),
    [SCHEDULE_DATED] = N_("dated"),         [SCHEDULE_YEAR_ROUND] = N_("year-round"),
    [SCHEDULE_RECURRING] = N_("recurring"), [SCHEDULE_PHASED] = N_("phased"),
    [SCHEDULE_TRIGGERED] = N_("triggered"),
};

/* The verbs that a phase's name may begin with, folded. */
static const char *const verbs[] = {
    "ban hanh",  "bao cao",  "bo tri",     "cap nhat",   "chuan bi",     "cong bo",    "danh gia",
    "dang ky",   "de xuat",  "du thao",    "hoan thanh", "hoan thien",   "hop",        "huong dan",
    "kiem tra",  "khao sat", "khai giang", "lap",        "lay y kien",   "nghiem thu", "phat dong",
    "phe duyet", "phoi hop", "ra soat",    "so ket",     "tap huan",     "tham dinh",  "tham muu",
    "thanh lap", "theo doi", "thong ke",   "thu thap",   "thuc hien",    "tiep nhan",  "tong hop",
    "tong ket",  "to chuc",  "trien khai", "trinh",      "tuyen truyen", "van hanh",   "xay dung",
    "xong",      NULL};

/* Words that change a time: if one is left in a name, the time is not what it seems. */
static const char *const bending[] = {"sau",   "truoc", "tu",   "den",  "het", "khong", "tru",
                                      "hoac",  "dau",   "giua", "cuoi", "khi", "nam",   "quy",
                                      "thang", "ngay",  "tuan", "hang", "moi", "dinh",  "lan",
                                      "cham",  "muon",  "nay",  NULL};

struct reading {
    const char *text;
    int year; /* the plan's */
    struct arena *arena;
    struct milestone milestones[SPANS_MAX];
    unsigned count;
    const char *often; /* the words of «thường xuyên», as the name of what runs on next to a time */
};

/* Takes «trong năm», «cả năm 2021» or, if no name precedes it (`bare`), «năm 2021». */
static bool take_in_year(struct cursor *c, bool bare, int *year)
{
    static const char *const in[] = {"trong ca", "trong suot", "trong", "ca", "suot", NULL};
    const struct token *start = c->at;
    if ((!cursor_take_any(c, in) && !bare) || !cursor_take(c, "nam")) {
        c->at = start;
        return false;
    }
    if (token_is_year(c->at))
        *year = (c->at++)->value;
    return c->at - start > 1;
}

static struct milestone whole_year(int year)
{
    struct milestone milestone = {.all_year = true};
    if (year > 0) {
        milestone.start = date_make(year, 1, 1);
        milestone.due = date_make(year, 12, 31);
    }
    return milestone;
}

static bool take_mark(struct cursor *c)
{
    static const char *const marks[] = {", va", "; va", ",", ";", ".", "va", "/", NULL};
    return cursor_take_any(c, marks);
}

/* Takes «Thường xuyên, liên tục» or «Duy trì thường xuyên». */
static bool take_often(struct cursor *c)
{
    static const char *const heads[] = {"nhiem vu", "cong viec", "duy tri", NULL};
    static const char *const words[] = {"thuong xuyen", "lien tuc", NULL};
    const struct token *start = c->at;
    cursor_take_any(c, heads);
    const struct token *end = start;
    while (cursor_take_any(c, words)) {
        end = c->at;
        take_mark(c);
    }
    c->at = end;
    return end > start;
}

/* Reads year-round words as one milestone. Leaves the cursor if there are none. */
static bool take_year_round(struct cursor *c, struct reading *reading, bool named)
{
    int year = reading->year;
    const struct token *start = c->at;
    bool often = take_often(c);
    const struct token *end = c->at;
    if (often)
        take_mark(c);
    bool in_year = take_in_year(c, !named || often, &year);
    if (!in_year && often && token_is_year(c->at)) { /* «Thường xuyên 2026» */
        year = (c->at++)->value;
        in_year = true;
    }
    if (!in_year)
        c->at = end;
    if ((!often && !in_year) || reading->count == SPANS_MAX)
        return false;
    struct milestone *milestone = &reading->milestones[reading->count++];
    *milestone = whole_year(year);
    if (often && reading->arena != NULL && !named)
        reading->often = milestone->name = arena_intern(
            reading->arena, reading->text + start->start, c->at[-1].end - start->start);
    return true;
}

/* A year alone is a time, but after a name it belongs to the name: «Báo cáo năm 2020». */
static bool take_years(struct cursor *c, struct reading *reading, bool named)
{
    const struct token *start = c->at;
    bool finished = named && token_is(start - 1, "thanh") && token_is(start - 2, "hoan");
    struct milestone *milestone = &reading->milestones[reading->count];
    if (reading->count == SPANS_MAX || !years_take(c, reading->year, milestone))
        return false;
    if (named && milestone->start.year == milestone->due.year) {
        if (!finished && !token_is(start - 1, ":")) {
            c->at = start;
            return false;
        }
        milestone->all_year = false;
    }
    reading->count++;
    return true;
}

static bool take_when(struct cursor *c, struct reading *reading, bool named)
{
    if (take_years(c, reading, named) || take_year_round(c, reading, named))
        return true;
    unsigned count = spans_take(c, reading->year, reading->milestones + reading->count,
                                SPANS_MAX - reading->count);
    reading->count += count;
    return count > 0;
}

static bool stands_any(const struct token *token, const char *const *words)
{
    for (; *words != NULL; words++)
        if (token_is(token, *words))
            return true;
    return false;
}

/* A name ends before a time or a colon, or else with its phase. */
static bool ends_name(const struct cursor *c, const struct reading *reading, bool before_time)
{
    if (!before_time)
        return c->at->kind == TOKEN_END || token_is(c->at, ",") || token_is(c->at, ";") ||
               token_is(c->at, ".") || token_is(c->at, ")");
    struct reading probe = {.text = reading->text, .year = reading->year};
    struct cursor ahead = *c;
    return token_is(c->at, ":") || take_when(&ahead, &probe, true);
}

/* Takes «Đợt 1» or «Lần hai». */
static bool take_ordinal(struct cursor *c)
{
    static const char *const words[] = {"dot", "lan", "giai doan", "buoc", "ky", NULL};
    const struct token *start = c->at;
    if (cursor_take_any(c, words) && cursor_take_number(c, 12) > 0)
        return true;
    c->at = start;
    return false;
}

/* Reads a phase's name: an ordinal, a verb and the words after it, or any words up to a colon.
 * Fails and leaves the cursor if a word that changes the time is left in the name. */
static bool take_name(struct cursor *c, const struct reading *reading, bool before_time,
                      const char **name)
{
    const struct token *first = c->at;
    bool ordinal = take_ordinal(c), bent = false;
    bool verb = cursor_take_any(c, verbs) || ordinal;
    while (!bent && !(c->at > first && ends_name(c, reading, before_time))) {
        bent = c->at->kind != TOKEN_WORD || stands_any(c->at, bending);
        c->at += !bent;
    }
    if (bent || (!verb && !(before_time && token_is(c->at, ":")))) {
        c->at = first;
        return false;
    }
    size_t start = first->start, end = c->at[-1].end;
    *name = arena_intern(reading->arena, reading->text + start, end - start);
    return true;
}

/* Takes the period that is reported on by a day: «(6 tháng)», «(quý I)», «(năm)». */
static bool take_reported_period(struct cursor *c)
{
    const struct token *start = c->at;
    bool quarter =
        (cursor_take(c, "quy") || cursor_take(c, "thang")) && cursor_take_number(c, 12) > 0;
    if (!quarter)
        c->at = start;
    bool months = !quarter && cursor_take_number(c, 11) > 0 && cursor_take(c, "thang");
    if (quarter || months)
        return true;
    c->at = start;
    return cursor_take(c, "ca nam") || cursor_take(c, "nam");
}

/* Takes the name in brackets after a time: words that are no time or, after a day, the period. */
static bool take_bracket(struct cursor *c, const struct reading *reading, const char **name)
{
    struct cursor label = *c;
    const struct token *first = c->at;
    const struct milestone *last = &reading->milestones[reading->count - 1];
    bool plain = c->at->kind == TOKEN_WORD;
    while (c->at->kind == TOKEN_WORD && plain) {
        plain = !stands_any(c->at, bending);
        c->at += plain;
    }
    if (!plain || !token_is(c->at, ")")) {
        bool period = !date_is_set(last->start) && take_reported_period(&label);
        if (!period || !token_is(label.at, ")")) {
            c->at = first;
            return false;
        }
        *c = label;
    }
    *name =
        arena_intern(reading->arena, reading->text + first->start, c->at[-1].end - first->start);
    c->at++;
    return true;
}

static void name_milestones(struct reading *reading, unsigned from, const char *name)
{
    for (unsigned i = from; i < reading->count; i++)
        reading->milestones[i].name = name;
}

/* Reads one phase: its name before or after its time, or only the time. */
static bool take_phase(struct cursor *c, struct reading *reading, bool name_first)
{
    static const char *const bullets[] = {"-", "+", "•", "*", NULL};
    const char *name = NULL;
    unsigned from = reading->count;
    cursor_take_any(c, bullets);
    if (name_first) {
        if (take_name(c, reading, true, &name))
            cursor_take(c, ":");
        if (!take_when(c, reading, name != NULL))
            return false;
    } else {
        if (!take_when(c, reading, false))
            return false;
        bool bracket = cursor_take(c, "(");
        cursor_take(c, ":");
        bool called = bracket && take_bracket(c, reading, &name);
        if (!called && (!take_name(c, reading, false, &name) || (bracket && !cursor_take(c, ")"))))
            return false;
    }
    if (name != NULL)
        name_milestones(reading, from, name);
    return true;
}

/* Reads the whole schedule as phases. Returns their number, or 0 if it cannot be read so. */
static unsigned read_phases(const struct token *tokens, struct reading *reading, bool name_first)
{
    struct cursor c = {tokens};
    unsigned phases = 0;
    reading->count = 0;
    reading->often = NULL;
    do {
        if (!take_phase(&c, reading, name_first))
            return 0;
        phases++;
        bool parted = take_mark(&c);
        if (!parted && reading->often != NULL && c.at->kind != TOKEN_END)
            return 0; /* «Thường xuyên trong quý I» is one time, but it is unclear which */
    } while (c.at->kind != TOKEN_END);
    return phases;
}

static enum schedule_kind kind_of_phases(unsigned phases, struct reading *reading)
{
    unsigned all_year = 0, unnamed = 0;
    for (unsigned i = 0; i < reading->count; i++) {
        all_year += reading->milestones[i].all_year;
        unnamed += reading->milestones[i].name == NULL;
    }
    if (phases > 1 && unnamed == 0)
        return SCHEDULE_PHASED;
    bool often = false; /* «Quý II và thường xuyên»: a time, and work that runs on beside it */
    for (unsigned i = 0; i < reading->count; i++)
        often |= reading->milestones[i].all_year && reading->milestones[i].name != NULL;
    if (phases > 2 || (phases == 2 && (!often || all_year != 1)))
        return SCHEDULE_UNKNOWN;
    if (phases == 1 && reading->count == 1 && reading->milestones[0].name == reading->often)
        reading->milestones[0].name = NULL;
    return phases == 1 && all_year > 0 ? SCHEDULE_YEAR_ROUND : SCHEDULE_DATED;
}

/* Takes words that introduce an event. */
static bool take_event(struct cursor *c)
{
    static const char *const events[] = {
        "ngay sau khi", "sau khi",   "ngay khi",   "theo yeu cau", "theo de nghi", "theo chi dao",
        "theo nhu cau", "ke tu khi", "ke tu ngay", "tinh tu ngay", "khi",          NULL};
    const struct token *start = c->at;
    if (cursor_take(c, "dot xuat"))
        return true;
    if (cursor_take_any(c, events) && (c->at->kind == TOKEN_WORD || token_is(start, "theo")))
        return true;
    c->at = start;
    return false;
}

/* Returns whether the words wait for an event, with no time next to it and no word that reverses
 * it. */
static bool is_triggered(const struct token *tokens, const struct reading *reading)
{
    static const char *const turning[] = {"khong", "tru",  "cham", "muon", "truoc",
                                          "het",   "hang", "cuoi", NULL};
    static const char *const until[] = {"den", "toi", "cho", NULL};
    bool waits = false;
    for (struct cursor c = {tokens}; c.at->kind != TOKEN_END;) {
        struct reading probe = {.text = reading->text, .year = reading->year};
        if (take_when(&c, &probe, c.at > tokens) || stands_any(c.at, turning) ||
            (token_is(c.at, "dinh") && token_is(c.at + 1, "ky")) ||
            (stands_any(c.at, until) && token_is(c.at + 1, "khi")))
            return false;
        if (take_event(&c))
            waits = true;
        else
            c.at++;
    }
    return waits;
}

static enum schedule_kind read_time(const struct token *tokens, struct reading *reading)
{
    reading->count = recurring_read(tokens, reading->year, reading->arena, reading->milestones);
    if (reading->count > 0)
        return SCHEDULE_RECURRING;
    unsigned phases = read_phases(tokens, reading, true);
    if (phases == 0)
        phases = read_phases(tokens, reading, false);
    return phases > 0 ? kind_of_phases(phases, reading) : SCHEDULE_UNKNOWN;
}

/* Returns the beginning of an event next to a time («Quý II và khi có yêu cầu»), or NULL. */
static struct token *find_event(struct token *tokens, struct token **mark)
{
    static const char *const joints[] = {"; va", ", va", ", hoac", "va", "hoac", ",", ";", NULL};
    for (struct token *at = tokens; at->kind != TOKEN_END; at++) {
        struct cursor c = {at};
        bool goes_on = at > tokens && token_is(at, "khi") && /* «Thường xuyên khi phát sinh» */
                       (token_is(at - 1, "xuyen") || token_is(at - 1, "tuc"));
        if (at > tokens && (cursor_take_any(&c, joints) || goes_on)) {
            struct token *event = at + (c.at - at);
            bool condition = token_is(event, "sau") || token_is(event, "ngay") ||
                             token_is(event, "ke") || token_is(event, "tinh");
            if (take_event(&c) && !condition) {
                *mark = at;
                return event;
            }
        }
    }
    return NULL;
}

/* Reads a time with an event next to it; SCHEDULE_UNKNOWN if it is not that. */
static enum schedule_kind read_with_event(struct token *tokens, struct reading *reading)
{
    struct token *mark, *event = find_event(tokens, &mark);
    if (event == NULL || !is_triggered(event, reading))
        return SCHEDULE_UNKNOWN;
    mark->kind = TOKEN_END;
    enum schedule_kind kind = read_time(tokens, reading);
    if (kind == SCHEDULE_UNKNOWN || reading->count == SPANS_MAX)
        return SCHEDULE_UNKNOWN;
    reading->milestones[reading->count++] = (struct milestone){
        .name = arena_intern(reading->arena, reading->text + event->start,
                             strlen(reading->text + event->start)),
        .waits = true,
    };
    return kind;
}

static enum schedule_kind read_schedule(struct token *tokens, struct reading *reading)
{
    if (is_triggered(tokens, reading))
        return SCHEDULE_TRIGGERED;
    enum schedule_kind kind = read_time(tokens, reading);
    return kind != SCHEDULE_UNKNOWN ? kind : read_with_event(tokens, reading);
}

struct schedule schedule_parse(struct arena *arena, const char *text, int year)
{
    struct token words[TOKENS_MAX + 3], *tokens = words + 2;
    words[0] = words[1] = (struct token){.kind = TOKEN_END}; /* readers look back by up to two */
    struct schedule schedule = {.kind = SCHEDULE_MISSING};
    if (text == NULL)
        return schedule;
    struct reading reading = {.text = text, .year = year, .arena = arena};
    schedule.kind = SCHEDULE_UNKNOWN;
    if (tokens_split(text, tokens) > 0)
        schedule.kind = read_schedule(tokens, &reading);
    if (schedule.kind <= SCHEDULE_UNKNOWN || schedule.kind == SCHEDULE_TRIGGERED)
        return schedule;
    size_t size = reading.count * sizeof *reading.milestones;
    schedule.milestones = memcpy(arena_alloc(arena, size), reading.milestones, size);
    schedule.count = reading.count;
    return schedule;
}

struct date schedule_start(const struct schedule *schedule)
{
    struct date first = {0};
    for (unsigned i = 0; i < schedule->count; i++)
        if (date_compare(schedule->milestones[i].start, first) < 0)
            first = schedule->milestones[i].start;
    return first;
}

struct date schedule_due(const struct schedule *schedule)
{
    struct date last = {0};
    for (unsigned i = 0; i < schedule->count; i++) {
        struct date due = schedule->milestones[i].due;
        if (date_is_set(due) && (!date_is_set(last) || date_compare(due, last) > 0))
            last = due;
    }
    return last;
}
