// SPDX-License-Identifier: MIT
#include "plan/diff.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/word_diff.h"
#include "plan/plan_match.h"
#include "plan/task_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const change_kind_names[CHANGE_KINDS] = {
    [CHANGE_ADDED] = "added",
    [CHANGE_REMOVED] = "removed",
    [CHANGE_MOVED] = "moved",
    [CHANGE_REWORDED] = "reworded",
    [CHANGE_RESCHEDULED] = "rescheduled",
    [CHANGE_REBUDGETED] = "rebudgeted",
    [CHANGE_REASSIGNED] = "reassigned",
    [CHANGE_CHANGED] = "changed",
};

/* A column whose meaning is not known, by its index on each side; UNMATCHED where it is not. */
struct extra_column {
    const char *name;
    size_t index[PLAN_SIDES];
};

struct differ {
    struct diff *diff;
    const struct plan *plans[PLAN_SIDES];
    const struct agency_table *agencies;
    int year; /* that schedules are read in */
    struct extra_column *extra;
    size_t extra_count, extra_capacity;
};

void diff_release(struct diff *diff)
{
    free(diff->items);
    *diff = (struct diff){0};
}

static void add(struct diff *diff, struct change change)
{
    diff->items = memory_grow(diff->items, diff->count, &diff->capacity, sizeof *diff->items);
    change.order = diff->count;
    diff->items[diff->count++] = change;
    diff->counts[change.kind]++;
}

static bool are_alike(const char *a, const char *b)
{
    return text_compare(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

static bool same_offices(const struct differ *d, const char *old, const char *new)
{
    struct strbuf a = {0}, b = {0};
    agency_add_offices(&a, d->agencies, old);
    agency_add_offices(&b, d->agencies, new);
    bool same = text_compare(strbuf_text(&a), strbuf_text(&b)) == 0;
    strbuf_release(&a);
    strbuf_release(&b);
    return same;
}

static bool same_time(const struct milestone *a, const struct milestone *b)
{
    return date_compare(a->start, b->start) == 0 && date_compare(a->due, b->due) == 0 &&
           a->all_year == b->all_year;
}

/* Words that name no time say the same only where they are the same. */
static bool same_times(const struct differ *d, const char *old, const char *new)
{
    struct arena arena = {0};
    struct schedule a = schedule_parse(&arena, old, d->year);
    struct schedule b = schedule_parse(&arena, new, d->year);
    bool same = a.kind == b.kind && a.count == b.count && a.count > 0;
    for (unsigned i = 0; same && i < a.count; i++)
        same = same_time(&a.milestones[i], &b.milestones[i]);
    arena_release(&arena);
    return same || are_alike(old, new);
}

static bool same_budget(const struct task *old, const struct task *new)
{
    if (old->budget.kind != new->budget.kind)
        return false;
    return old->budget.kind == BUDGET_UNSPECIFIED
               ? words_are_same(old->text[TASK_BUDGET], new->text[TASK_BUDGET])
               : old->budget.vnd == new->budget.vnd;
}

static enum change_kind kind_of_cell(const struct differ *d, enum task_field field,
                                     const struct task *old, const struct task *new)
{
    const char *a = old->text[field], *b = new->text[field];
    switch (field) {
    case TASK_TITLE:
        return CHANGE_REWORDED;
    case TASK_LEAD:
    case TASK_COORDINATING:
        return same_offices(d, a, b) ? CHANGE_REWORDED : CHANGE_REASSIGNED;
    case TASK_SCHEDULE:
        return same_times(d, a, b) ? CHANGE_REWORDED : CHANGE_RESCHEDULED;
    case TASK_BUDGET:
        return old->budget.kind == new->budget.kind && old->budget.kind == BUDGET_UNSPECIFIED &&
                       are_alike(a, b)
                   ? CHANGE_REWORDED
                   : CHANGE_REBUDGETED;
    case TASK_OUTPUT:
    case TASK_FIELDS:
        break;
    }
    return CHANGE_CHANGED;
}

static const char *extra_cell(const struct task *task, size_t index)
{
    return index < task->extra.count ? task->extra.cells[index] : NULL;
}

static void compare_cells(struct differ *d, struct change change)
{
    static const char *const names[TASK_FIELDS] = {"title",        "output",   "lead",
                                                   "coordinating", "schedule", "budget"};
    const struct task *old = change.old_task, *new = change.new_task;
    for (int field = 0; field < TASK_FIELDS; field++) {
        change.old_text = old->text[field];
        change.new_text = new->text[field];
        bool same = field == TASK_BUDGET ? same_budget(old, new)
                                         : words_are_same(change.old_text, change.new_text);
        if (same)
            continue;
        change.kind = kind_of_cell(d, (enum task_field)field, old, new);
        change.field = names[field];
        add(d->diff, change);
    }
    for (size_t i = 0; i < d->extra_count; i++) {
        change.kind = CHANGE_CHANGED;
        change.field = d->extra[i].name;
        change.old_text = extra_cell(old, d->extra[i].index[PLAN_OLD]);
        change.new_text = extra_cell(new, d->extra[i].index[PLAN_NEW]);
        if (!words_are_same(change.old_text, change.new_text))
            add(d->diff, change);
    }
}

static void compare_tasks(struct differ *d, const struct task *old, const struct task *new)
{
    struct change change = {
        .kind = new == NULL ? CHANGE_REMOVED : old == NULL ? CHANGE_ADDED : CHANGE_MOVED,
        .old_task = old,
        .new_task = new,
        .old_text = old != NULL ? old->text[TASK_TITLE] : NULL,
        .new_text = new != NULL ? new->text[TASK_TITLE] : NULL,
    };
    if (old == NULL || new == NULL || task_compare(old, new) != 0)
        add(d->diff, change);
    if (old != NULL && new != NULL)
        compare_cells(d, change);
}

static void compare_sections(struct differ *d, const struct section *old, const struct section *new)
{
    struct change change = {
        .kind = new == NULL ? CHANGE_REMOVED : old == NULL ? CHANGE_ADDED : CHANGE_MOVED,
        .old_section = old,
        .new_section = new,
        .field = "section_title",
        .old_text = old != NULL ? old->title : NULL,
        .new_text = new != NULL ? new->title : NULL,
    };
    if (old == NULL || new == NULL || old->value != new->value)
        add(d->diff, change);
    change.kind = CHANGE_CHANGED;
    if (old != NULL && new != NULL && !words_are_same(old->title, new->title))
        add(d->diff, change);
}

static void compare_years(struct differ *d)
{
    struct change change = {.kind = CHANGE_CHANGED, .field = "year"};
    for (int side = 0; side < PLAN_SIDES; side++)
        snprintf(d->diff->years[side], sizeof d->diff->years[side], "%d", d->plans[side]->year);
    change.old_text = d->diff->years[PLAN_OLD];
    change.new_text = d->diff->years[PLAN_NEW];
    int old = d->plans[PLAN_OLD]->year, new = d->plans[PLAN_NEW]->year;
    if (old > 0 && new > 0 && old != new) /* one form of a plan may name it, another not */
        add(d->diff, change);
    d->year = new > 0 ? new : old > 0 ? old : 2000;
}

static void find_extra_columns(struct differ *d)
{
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < d->plans[side]->extra_count; i++) {
            const char *name = d->plans[side]->extra_names[i];
            size_t at = 0;
            while (at < d->extra_count && (d->extra[at].index[side] != UNMATCHED ||
                                           !are_alike(d->extra[at].name, name)))
                at++;
            if (at == d->extra_count) {
                d->extra = memory_grow(d->extra, at, &d->extra_capacity, sizeof *d->extra);
                d->extra[d->extra_count++] =
                    (struct extra_column){.name = name, .index = {UNMATCHED, UNMATCHED}};
            }
            d->extra[at].index[side] = i;
        }
}

static void sum(struct diff *diff, struct tally *tally, const struct plan *plan)
{
    struct error overflow;
    for (size_t i = 0; i < plan->task_count && diff->summed; i++)
        diff->summed = tally_add(tally, plan->tasks[i], &overflow) == 0;
    tally->tasks = plan->task_count;
}

/* Where a change stands: the whole plan's first, then a section's, then a task's. */
static int compare_places(const struct change *a, const struct change *b)
{
    const struct task *x = a->new_task != NULL ? a->new_task : a->old_task;
    const struct task *y = b->new_task != NULL ? b->new_task : b->old_task;
    if (x != NULL && y != NULL)
        return task_compare(x, y);
    const struct section *s = a->new_section != NULL ? a->new_section : a->old_section;
    const struct section *t = b->new_section != NULL ? b->new_section : b->old_section;
    if (s != NULL && t != NULL)
        return (s->value > t->value) - (s->value < t->value);
    int left = x != NULL ? 2 : s != NULL, right = y != NULL ? 2 : t != NULL;
    return left - right;
}

static int compare_changes(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    int place = compare_places(x, y);
    return place != 0 ? place : (x->order > y->order) - (x->order < y->order);
}

void diff_run(struct diff *diff, const struct plan *old, const struct plan *new,
              const struct agency_table *agencies)
{
    struct differ d = {.diff = diff, .plans = {old, new}, .agencies = agencies};
    struct plan_match match = {0};
    diff->summed = true;
    sum(diff, &diff->before, old);
    sum(diff, &diff->after, new);
    plan_match_run(&match, old, new);
    const size_t *sections = match.sections.partners[PLAN_NEW];
    const size_t *tasks = match.tasks.partners[PLAN_NEW];
    compare_years(&d);
    find_extra_columns(&d);
    for (size_t i = 0; i < old->section_count; i++)
        if (match.sections.partners[PLAN_OLD][i] == UNMATCHED)
            compare_sections(&d, old->sections[i], NULL);
    for (size_t i = 0; i < new->section_count; i++)
        compare_sections(&d, sections[i] != UNMATCHED ? old->sections[sections[i]] : NULL,
                         new->sections[i]);
    for (size_t i = 0; i < old->task_count; i++)
        if (match.tasks.partners[PLAN_OLD][i] == UNMATCHED)
            compare_tasks(&d, old->tasks[i], NULL);
    for (size_t i = 0; i < new->task_count; i++)
        compare_tasks(&d, tasks[i] != UNMATCHED ? old->tasks[tasks[i]] : NULL, new->tasks[i]);
    if (diff->count > 0)
        qsort(diff->items, diff->count, sizeof *diff->items, compare_changes);
    plan_match_release(&match);
    free(d.extra);
}

/* Only where the change is one of money do its sides add up to the difference of the totals. */
static bool find_vnd(const struct change *change, const struct task *task, int64_t *vnd)
{
    bool counts = change->kind == CHANGE_ADDED || change->kind == CHANGE_REMOVED ||
                  change->kind == CHANGE_REBUDGETED;
    if (!counts || task == NULL || task->budget.kind != BUDGET_AMOUNT)
        return false;
    *vnd = task->budget.vnd;
    return true;
}

bool change_old_vnd(const struct change *change, int64_t *vnd)
{
    return find_vnd(change, change->old_task, vnd);
}

bool change_new_vnd(const struct change *change, int64_t *vnd)
{
    return find_vnd(change, change->new_task, vnd);
}

static void add_id(struct strbuf *out, const struct task *task, const struct section *section)
{
    if (task != NULL)
        task_add_id(out, task, false);
    else if (section != NULL)
        strbuf_adds(out, section->code);
}

void change_add_old_id(struct strbuf *out, const struct change *change)
{
    add_id(out, change->old_task, change->old_section);
}

void change_add_new_id(struct strbuf *out, const struct change *change)
{
    add_id(out, change->new_task, change->new_section);
}
