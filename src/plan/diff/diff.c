// SPDX-License-Identifier: MIT
#include "plan/diff/diff.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/text.h"
#include "base/word_diff.h"
#include "plan/diff/plan_match.h"
#include "plan/next_year/draft.h"
#include "plan/next_year/year_words.h"
#include "plan/query/task_list.h"
#include "plan/task_columns.h"

#include <stdlib.h>
#include <string.h>

const char *const change_kind_names[CHANGE_KINDS] = {
    [CHANGE_ADDED] = N_("added"),           [CHANGE_REMOVED] = N_("removed"),
    [CHANGE_MOVED] = N_("moved"),           [CHANGE_RENUMBERED] = N_("renumbered"),
    [CHANGE_REWORDED] = N_("reworded"),     [CHANGE_RESCHEDULED] = N_("rescheduled"),
    [CHANGE_REBUDGETED] = N_("rebudgeted"), [CHANGE_REASSIGNED] = N_("reassigned"),
};

/* A column without a known meaning, by its index on each side, or UNMATCHED. */
struct extra_column {
    const char *name;
    size_t index[PLAN_SIDES];
};

struct differ {
    struct diff *diff;
    const struct plan *plans[PLAN_SIDES];
    const struct agency_table *agencies;
    struct year_change years; /* the years in which schedules are read */
    bool years_apart;
    struct extra_column *extra;
    size_t extra_count, extra_capacity;
};

void diff_release(struct diff *diff)
{
    free(diff->items);
    arena_release(&diff->arena);
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

static bool has_office(const struct differ *d, const char *cell, const struct strbuf *wanted)
{
    struct agency_walk walk = agency_walk_of(d->agencies, cell);
    struct strbuf office = {0};
    bool found = false;
    while (!found && agency_next(&walk)) {
        strbuf_clear(&office);
        agency_walk_add_key(&office, &walk);
        found = strcmp(strbuf_text(&office), strbuf_text(wanted)) == 0;
    }
    agency_walk_release(&walk);
    strbuf_release(&office);
    return found;
}

/* Returns whether all offices of `some` are in `all`. */
static bool are_offices_in(const struct differ *d, const char *some, const char *all)
{
    struct agency_walk walk = agency_walk_of(d->agencies, some);
    struct strbuf office = {0};
    bool found = true;
    while (found && agency_next(&walk)) {
        strbuf_clear(&office);
        agency_walk_add_key(&office, &walk);
        found = has_office(d, all, &office);
    }
    agency_walk_release(&walk);
    strbuf_release(&office);
    return found;
}

static bool same_offices(const struct differ *d, const char *old, const char *new)
{
    return are_offices_in(d, old, new) && are_offices_in(d, new, old);
}

static bool same_time(const struct differ *d, const struct milestone *a, const struct milestone *b)
{
    return dates_are_same_but_years(a->start, b->start, d->years) &&
           dates_are_same_but_years(a->due, b->due, d->years) && a->all_year == b->all_year;
}

static bool same_words(const struct differ *d, const char *old, const char *new)
{
    return d->years_apart ? words_are_same_but_years(old, new, d->years) : words_are_same(old, new);
}

/*
 * Returns whether the new schedule is the old one moved to the new year, also in short: «20/12/26».
 */
static bool same_schedule(const struct differ *d, const char *old, const char *new)
{
    if (same_words(d, old, new))
        return true;
    if (!d->years_apart || old == NULL || new == NULL)
        return false;
    struct strbuf moved = {0};
    schedule_add_moved(&moved, old, d->years);
    bool same = words_are_same(strbuf_text(&moved), new);
    strbuf_release(&moved);
    return same;
}

/* Schedules that name no time are the same only if their words are. */
static bool same_times(const struct differ *d, const char *old, const char *new)
{
    struct arena arena = {0};
    struct schedule a = schedule_parse(&arena, old, d->years.from);
    struct schedule b = schedule_parse(&arena, new, d->years.to);
    bool same = a.kind == b.kind && a.count == b.count && a.count > 0;
    for (unsigned i = 0; same && i < a.count; i++)
        same = same_time(d, &a.milestones[i], &b.milestones[i]);
    arena_release(&arena);
    return same || are_alike(old, new);
}

static bool same_budget(const struct differ *d, const struct task *old, const struct task *new)
{
    if (old->budget.kind != new->budget.kind)
        return false;
    return old->budget.kind == BUDGET_UNSPECIFIED
               ? same_words(d, old->text[TASK_BUDGET], new->text[TASK_BUDGET])
               : old->budget.vnd == new->budget.vnd;
}

static bool is_same_cell(const struct differ *d, const struct task *old, const struct task *new,
                         enum task_field cell)
{
    if (cell == TASK_BUDGET)
        return same_budget(d, old, new);
    if (cell == TASK_SCHEDULE)
        return same_schedule(d, old->text[cell], new->text[cell]);
    return same_words(d, old->text[cell], new->text[cell]);
}

static enum change_kind kind_of_cell(const struct differ *d, const struct field *field,
                                     const struct task *old, const struct task *new)
{
    const char *a = old->text[field->cell], *b = new->text[field->cell];
    switch (field->kind) {
    case FIELD_TEXT:
        break;
    case FIELD_AGENCIES:
        return same_offices(d, a, b) ? CHANGE_REWORDED : CHANGE_REASSIGNED;
    case FIELD_SCHEDULE:
        return same_times(d, a, b) ? CHANGE_REWORDED : CHANGE_RESCHEDULED;
    case FIELD_MONEY:
        if (old->budget.kind != new->budget.kind || !are_alike(a, b))
            return CHANGE_REBUDGETED;
        break;
    }
    return CHANGE_REWORDED;
}

static const char *extra_cell(const struct task *task, size_t index)
{
    return index < task->extra->count ? task->extra->cells[index] : NULL;
}

static void compare_cells(struct differ *d, struct change change)
{
    const struct task *old = change.old_task, *new = change.new_task;
    for (int cell = 0; cell < TASK_FIELDS; cell++) {
        const struct column *column = task_field_column((enum task_field)cell);
        if (is_same_cell(d, old, new, column->field->cell))
            continue;
        change.old_text = old->text[cell];
        change.new_text = new->text[cell];
        change.kind = kind_of_cell(d, column->field, old, new);
        change.field = column->name;
        add(d->diff, change);
    }
    change.kind = CHANGE_REWORDED;
    for (size_t i = 0; i < d->extra_count; i++) {
        change.field = d->extra[i].name;
        change.old_text = extra_cell(old, d->extra[i].index[PLAN_OLD]);
        change.new_text = extra_cell(new, d->extra[i].index[PLAN_NEW]);
        if (!same_words(d, change.old_text, change.new_text))
            add(d->diff, change);
    }
}

static const char *keep_text(struct diff *diff, struct strbuf *text)
{
    const char *kept = arena_intern(&diff->arena, strbuf_text(text), text->length);
    strbuf_clear(text);
    return kept;
}

/* Adds the change of an id. */
static void add_renumbering(struct diff *diff, struct change change)
{
    struct strbuf id = {0};
    change.field = "id";
    change_add_old_id(&id, &change);
    change.old_text = keep_text(diff, &id);
    change_add_new_id(&id, &change);
    change.new_text = keep_text(diff, &id);
    strbuf_release(&id);
    add(diff, change);
}

static void compare_tasks(struct differ *d, const struct task *old, const struct task *new,
                          bool moved)
{
    size_t before = d->diff->count;
    struct change change = {
        .kind = moved ? CHANGE_MOVED : CHANGE_RENUMBERED, .old_task = old, .new_task = new};
    if (task_compare(old, new) != 0)
        add_renumbering(d->diff, change);
    compare_cells(d, change);
    if (d->diff->count == before + 1)
        d->diff->items[before].alone = true;
}

static void compare_sections(struct differ *d, const struct section *old, const struct section *new)
{
    struct change change = {.kind = CHANGE_RENUMBERED, .old_section = old, .new_section = new};
    if (old->value != new->value)
        add_renumbering(d->diff, change);
    change.kind = CHANGE_REWORDED;
    change.field = "section_title";
    change.old_text = old->title;
    change.new_text = new->title;
    if (!same_words(d, old->title, new->title))
        add(d->diff, change);
}

static const char *keep_year(struct diff *diff, int year)
{
    struct strbuf text = {0};
    strbuf_addf(&text, "%d", year);
    const char *kept = keep_text(diff, &text);
    strbuf_release(&text);
    return kept;
}

static void compare_years(struct differ *d)
{
    int old = d->plans[PLAN_OLD]->year, new = d->plans[PLAN_NEW]->year;
    int year = new > 0 ? new : old > 0 ? old : 2000;
    d->years = d->years_apart ? (struct year_change){old, new} : (struct year_change){year, year};
    if (d->years_apart || old == new || old == 0 ||
        new == 0) /* some formats of a plan do not name it */
        return;
    struct change change = {.kind = CHANGE_RESCHEDULED, .field = "year"};
    change.old_text = keep_year(d->diff, old);
    change.new_text = keep_year(d->diff, new);
    add(d->diff, change);
}

static void note_extra_column(struct differ *d, int side, size_t index)
{
    const char *name = d->plans[side]->extra_names[index];
    size_t at = 0;
    while (at < d->extra_count &&
           (d->extra[at].index[side] != UNMATCHED || !are_alike(d->extra[at].name, name)))
        at++;
    if (at == d->extra_count) {
        d->extra = memory_grow(d->extra, at, &d->extra_capacity, sizeof *d->extra);
        d->extra[d->extra_count++] =
            (struct extra_column){.name = name, .index = {UNMATCHED, UNMATCHED}};
    }
    d->extra[at].index[side] = index;
}

/* Between years, the column in which a draft names the origin of its rows is no change. */
static void find_extra_columns(struct differ *d)
{
    struct strbuf origin = {0};
    draft_add_heading(&origin, d->plans[PLAN_OLD]->year);
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < d->plans[side]->extra_count; i++)
            if (!d->years_apart || strcmp(d->plans[side]->extra_names[i], origin.text) != 0)
                note_extra_column(d, side, i);
    strbuf_release(&origin);
}

static int sum(struct summary *summary, const struct plan *plan, struct error *error)
{
    const struct progress nothing = {0};
    for (size_t i = 0; i < plan->task_count; i++)
        if (summary_add(summary, plan->tasks[i], &nothing, NULL, error) != 0) {
            error->path = plan->path;
            return -1;
        }
    return 0;
}

const struct task *change_task(const struct change *change)
{
    return change->new_task != NULL ? change->new_task : change->old_task;
}

const struct section *change_section(const struct change *change)
{
    const struct task *task = change_task(change);
    if (task != NULL)
        return task->section;
    return change->new_section != NULL ? change->new_section : change->old_section;
}

int change_compare_positions(const struct change *a, const struct change *b)
{
    const struct section *x = change_section(a), *y = change_section(b);
    const struct task *s = change_task(a), *t = change_task(b);
    unsigned left = x != NULL ? x->value : 0, right = y != NULL ? y->value : 0;
    if (left != right)
        return left < right ? -1 : 1;
    return s != NULL && t != NULL ? task_compare(s, t) : (s != NULL) - (t != NULL);
}

bool change_is_only_renumbered(const struct change *change)
{
    return change->kind == CHANGE_RENUMBERED && change->alone;
}

static int compare_changes(const void *a, const void *b)
{
    const struct change *x = a, *y = b;
    int order = change_is_only_renumbered(x) - change_is_only_renumbered(y);
    if (order == 0)
        order = change_compare_positions(x, y);
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

/* Adds a task or section that only one plan has. */
static void add_whole(struct differ *d, int side, const struct task *task,
                      const struct section *section)
{
    const char *title = task != NULL ? task->text[TASK_TITLE] : section->title;
    struct change change = {.field = section != NULL ? "section_title" : NULL};
    if (side == PLAN_OLD) {
        change.kind = CHANGE_REMOVED;
        change.old_task = task;
        change.old_section = section;
        change.old_text = title;
    } else {
        change.kind = CHANGE_ADDED;
        change.new_task = task;
        change.new_section = section;
        change.new_text = title;
    }
    add(d->diff, change);
}

static void add_changes(struct differ *d, const struct plan_match *match)
{
    const struct plan *const *plans = d->plans;
    compare_years(d);
    for (int side = 0; side < PLAN_SIDES; side++) {
        for (size_t i = 0; i < plans[side]->section_count; i++)
            if (match->sections.partners[side][i] == UNMATCHED)
                add_whole(d, side, NULL, plans[side]->sections[i]);
        for (size_t i = 0; i < plans[side]->task_count; i++)
            if (match->tasks.partners[side][i] == UNMATCHED)
                add_whole(d, side, plans[side]->tasks[i], NULL);
    }
    for (size_t i = 0; i < plans[PLAN_NEW]->section_count; i++) {
        size_t partner = match->sections.partners[PLAN_NEW][i];
        if (partner != UNMATCHED)
            compare_sections(d, plans[PLAN_OLD]->sections[partner], plans[PLAN_NEW]->sections[i]);
    }
    for (size_t i = 0; i < plans[PLAN_NEW]->task_count; i++) {
        size_t partner = match->tasks.partners[PLAN_NEW][i];
        if (partner != UNMATCHED)
            compare_tasks(d, plans[PLAN_OLD]->tasks[partner], plans[PLAN_NEW]->tasks[i],
                          match->moved[i]);
    }
}

int diff_run(struct diff *diff, const struct plan *old, const struct plan *new,
             const struct agency_table *agencies, bool years_apart, struct error *error)
{
    struct differ d = {
        .diff = diff, .plans = {old, new}, .agencies = agencies, .years_apart = years_apart};
    struct plan_match match = {0};
    if (sum(&diff->before, old, error) != 0 || sum(&diff->after, new, error) != 0)
        return -1;
    plan_match_run(&match, old, new, years_apart);
    find_extra_columns(&d);
    add_changes(&d, &match);
    if (diff->count > 0)
        qsort(diff->items, diff->count, sizeof *diff->items, compare_changes);
    plan_match_release(&match);
    free(d.extra);
    return 0;
}

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
