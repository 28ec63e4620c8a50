// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/text.h"
#include "plan/agency_key.h"
#include "plan/query/task_list.h"

#include <stdlib.h>
#include <string.h>

/* One spelling: its first cell, and how often it is used. */
struct wording {
    const char *meaning; /* interned, so equal ones share a pointer */
    const char *text;
    const struct task *task;
    enum task_field field;
    size_t uses, order, meaning_order;
};

struct wordings {
    struct arena arena;
    struct wording *items;
    size_t count, capacity;
    struct pointer_map by_form, by_meaning;
};

static void wordings_release(struct wordings *wordings)
{
    free(wordings->items);
    pointer_map_release(&wordings->by_form);
    pointer_map_release(&wordings->by_meaning);
    arena_release(&wordings->arena);
}

/* Counts a text in a task's cell; texts with the same meaning and form are one wording. */
static size_t note(struct wordings *wordings, const struct strbuf *meaning,
                   const struct strbuf *form, const char *text, size_t length,
                   const struct task *task, enum task_field field)
{
    struct strbuf key = {0};
    strbuf_add(&key, strbuf_text(meaning), meaning->length);
    strbuf_addc(&key, '\x1f');
    strbuf_add(&key, strbuf_text(form), form->length);
    const char *interned = arena_intern(&wordings->arena, key.text, key.length);
    strbuf_release(&key);
    size_t *index = pointer_map_at(&wordings->by_form, interned);
    if (*index == POINTER_MAP_NONE) {
        *index = wordings->count;
        struct wording wording = {.task = task, .field = field, .order = wordings->count};
        wording.meaning = arena_intern(&wordings->arena, strbuf_text(meaning), meaning->length);
        wording.text = arena_intern(&wordings->arena, text, length);
        size_t *first = pointer_map_at(&wordings->by_meaning, wording.meaning);
        if (*first == POINTER_MAP_NONE)
            *first = wordings->count;
        wording.meaning_order = *first;
        wordings->items = memory_grow(wordings->items, wordings->count, &wordings->capacity,
                                      sizeof *wordings->items);
        wordings->items[wordings->count++] = wording;
    }
    wordings->items[*index].uses++;
    return *index;
}

/* Groups wordings by meaning, the most used first. */
static int compare(const void *a, const void *b)
{
    const struct wording *x = a, *y = b;
    if (x->meaning_order != y->meaning_order)
        return x->meaning_order < y->meaning_order ? -1 : 1;
    if (x->uses != y->uses)
        return x->uses > y->uses ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* The finding is at the second wording, because the most used one is probably the intended one. */
__attribute__((format(printf, 4, 0))) static void
report(struct check *check, const struct wording *group, size_t count, const char *format)
{
    enum { NAMED = 6 };
    struct strbuf names = {0};
    for (size_t i = 0; i < count && i < NAMED; i++) {
        char quoted[TEXT_QUOTE_SIZE];
        struct strbuf id = {0};
        text_quote(quoted, group[i].text, strlen(group[i].text));
        task_add_id(&id, group[i].task, false);
        strbuf_separate(&names, ", ");
        if (group[i].uses > 1)
            strbuf_addf(&names, _("«%s» (%s and %zu more)"), quoted, id.text, group[i].uses - 1);
        else
            strbuf_addf(&names, "«%s» (%s)", quoted, id.text);
        strbuf_release(&id);
    }
    strbuf_adds(&names, count > NAMED ? ", …" : "");
    check_add(check, at_task(group[1].task, group[1].field), format, count, names.text);
    strbuf_release(&names);
}

/* The format gets the number of wordings, and the wordings. */
__attribute__((format(printf, 3, 0))) static void
report_all(struct check *check, struct wordings *wordings, const char *format)
{
    if (wordings->count > 0)
        qsort(wordings->items, wordings->count, sizeof *wordings->items, compare);
    for (size_t i = 0, next; i < wordings->count; i = next) {
        next = i + 1;
        while (next < wordings->count &&
               wordings->items[next].meaning == wordings->items[i].meaning)
            next++;
        if (next > i + 1)
            report(check, &wordings->items[i], next - i, format);
    }
}

static void add_date(struct strbuf *out, struct date date)
{
    strbuf_addf(out, "|%d-%d-%d", date.year, date.month, date.day);
}

/* Adds the kind and the milestones, which are equal for two schedules of the same meaning. */
static void add_meaning(struct strbuf *out, const struct schedule *schedule)
{
    strbuf_addf(out, "%d", (int)schedule->kind);
    for (unsigned i = 0; i < schedule->count; i++) {
        const struct milestone *milestone = &schedule->milestones[i];
        add_date(out, milestone->start);
        add_date(out, milestone->due);
        strbuf_adds(out, milestone->all_year ? "|all|" : "|");
        if (milestone->name != NULL)
            text_fold(out, milestone->name, strlen(milestone->name));
    }
}

/* Adds the text in lower case without white space: «Quý 2 -3» and «quý 2-3» have the same form. */
static void add_form(struct strbuf *out, const char *text)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    for (const char *p = strbuf_text(&lower); *p != '\0'; p++)
        if (*p != ' ')
            strbuf_addc(out, *p);
    strbuf_release(&lower);
}

void check_schedule_style(struct check *check)
{
    enum { ANY_YEAR = 2000 }; /* for a plan that names no year */
    struct wordings wordings = {0};
    struct pointer_map known = {0};
    struct strbuf meaning = {0}, form = {0};
    const struct plan *plan = check->plan;
    int year = plan->year > 0 ? plan->year : ANY_YEAR;
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        const char *text = task->text[TASK_SCHEDULE];
        if (text == NULL || task->schedule->count == 0)
            continue;
        size_t *seen = pointer_map_at(&known, text); /* equal cells mostly share a pointer */
        if (*seen != POINTER_MAP_NONE) {
            wordings.items[*seen].uses++;
            continue;
        }
        struct schedule schedule = *task->schedule;
        if (plan->year == 0)
            schedule = schedule_parse(&wordings.arena, text, year);
        strbuf_clear(&meaning);
        strbuf_clear(&form);
        add_meaning(&meaning, &schedule);
        add_form(&form, text);
        *seen = note(&wordings, &meaning, &form, text, strlen(text), task, TASK_SCHEDULE);
    }
    report_all(check, &wordings, N_("one time written %zu ways: %s"));
    strbuf_release(&meaning);
    strbuf_release(&form);
    pointer_map_release(&known);
    wordings_release(&wordings);
}

/* Adds a name as it is spelt, with the line breaks of its cell as spaces. */
static void add_spelling(struct strbuf *out, const char *name, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        bool space = strchr(" \t\r\n", name[i]) != NULL;
        if (!space)
            strbuf_addc(out, name[i]);
        else if (out->length > 0 && out->text[out->length - 1] != ' ')
            strbuf_addc(out, ' ');
    }
}

/* The wordings of cells that were seen before; equal cells mostly share a pointer. */
struct seen_cells {
    struct pointer_map first; /* from a cell to its first wording */
    size_t *wordings;         /* those of each cell, ending with NO_MORE */
    size_t count, capacity;
};
#define NO_MORE SIZE_MAX

static void add_seen(struct seen_cells *seen, size_t wording)
{
    seen->wordings =
        memory_grow(seen->wordings, seen->count, &seen->capacity, sizeof *seen->wordings);
    seen->wordings[seen->count++] = wording;
}

static void note_agencies(struct check *check, struct wordings *wordings, struct seen_cells *seen,
                          const struct task *task, enum task_field field)
{
    const char *cell = task->text[field];
    size_t *first = pointer_map_at(&seen->first, cell);
    if (*first != POINTER_MAP_NONE) {
        for (size_t i = *first; seen->wordings[i] != NO_MORE; i++)
            wordings->items[seen->wordings[i]].uses++;
        return;
    }
    *first = seen->count;
    struct agency_walk walk = agency_walk_of(check->agencies, cell);
    while (agency_next(&walk)) {
        struct strbuf meaning = {0}, spelling = {0};
        agency_walk_add_key(&meaning, &walk);
        add_spelling(&spelling, walk.name, walk.length);
        add_seen(seen, note(wordings, &meaning, &spelling, strbuf_text(&spelling), spelling.length,
                            task, field));
        strbuf_release(&meaning);
        strbuf_release(&spelling);
    }
    add_seen(seen, NO_MORE);
}

void check_agency_style(struct check *check)
{
    struct wordings wordings = {0};
    struct seen_cells seen = {0};
    for (size_t i = 0; i < check->plan->task_count; i++) {
        note_agencies(check, &wordings, &seen, check->plan->tasks[i], TASK_LEAD);
        note_agencies(check, &wordings, &seen, check->plan->tasks[i], TASK_COORDINATING);
    }
    pointer_map_release(&seen.first);
    free(seen.wordings);
    report_all(check, &wordings, N_("one office named %zu ways: %s"));
    wordings_release(&wordings);
}
