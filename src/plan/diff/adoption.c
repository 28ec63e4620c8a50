// SPDX-License-Identifier: MIT
#include "plan/diff/adoption.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/word_diff.h"
#include "plan/agency_key.h"
#include "plan/diff/plan_match.h"
#include "plan/diff/title_likeness.h"

#include <stdlib.h>
#include <string.h>

/* ---- The items to decide ---- */

static struct adoption_item *find_item(struct adoption *adoption, const char *task,
                                       const char *title)
{
    for (size_t i = 0; i < adoption->count; i++)
        if (strcmp(adoption->items[i].task, task) == 0 &&
            titles_are_same(adoption->items[i].title, title))
            return &adoption->items[i];
    adoption->items =
        memory_grow(adoption->items, adoption->count, &adoption->capacity, sizeof *adoption->items);
    struct adoption_item *item = &adoption->items[adoption->count++];
    *item = (struct adoption_item){
        .task = task, .title = title, .former_title = title, .spent_vnd = SPENT_UNSET};
    return item;
}

static void add_entry(struct adoption *adoption, const char *task, const char *title,
                      const struct journal_entry *entry, bool undecided)
{
    struct adoption_item *item = find_item(adoption, task, title);
    if (item->entries++ == 0)
        item->entry = entry;
    item->undecided |= undecided;
    if (entry->spent_vnd != SPENT_UNSET)
        item->spent_vnd = entry->spent_vnd;
}

static const struct task *task_of_id(const struct plan *plan, const char *text)
{
    struct task_index index;
    task_index_init(&index, plan);
    const struct task *task = task_index_read(&index, plan, text).task;
    task_index_release(&index);
    return task;
}

void adoption_init(struct adoption *adoption, const struct journal *journal,
                   struct plan *const *plans, size_t count, const struct plan *plan,
                   const struct plan *old)
{
    struct entry_targets *targets = &adoption->targets;
    entry_targets_find(targets, journal, plans, count);
    for (size_t i = 0; i < targets->stray_count; i++) {
        const struct entry_stray *stray = &targets->strays[i];
        if (stray->plan == plan)
            add_entry(adoption, stray->task, stray->title, stray->entry,
                      stray->outcome == OUTCOME_STRAY);
    }
    for (size_t i = 0; i < targets->untitled_count && old != NULL; i++) {
        const struct journal_entry *entry = &journal->entries[targets->untitled[i]];
        if (targets->tasks[targets->untitled[i]].task->section->plan == plan)
            add_entry(adoption, entry->task, NULL, entry, true);
    }
    for (size_t i = 0; i < adoption->count && old != NULL; i++) {
        struct adoption_item *item = &adoption->items[i];
        const struct task *task = item->title == NULL ? task_of_id(old, item->task) : NULL;
        item->former_title = task != NULL ? task->text[TASK_TITLE] : item->title;
    }
}

void adoption_release(struct adoption *adoption)
{
    entry_targets_release(&adoption->targets);
    arena_release(&adoption->arena);
    free(adoption->items);
    *adoption = (struct adoption){0};
}

/* ---- Deciding ---- */

struct judge {
    const struct adoption *adoption;
    const struct plan *plans[PLAN_SIDES]; /* the old one may be NULL */
    const struct agency_table *agencies;
    struct plan_match match; /* if there is an old one */
};

static void decide(struct adoption_item *item, enum entry_decision decision, const struct task *to,
                   const char *reason)
{
    item->decision = decision;
    item->to = to;
    item->reason = reason;
}

static bool same_section(const struct task *a, const struct task *b)
{
    const char *x = a->section->title, *y = b->section->title;
    return x != NULL && y != NULL ? titles_are_same(x, y)
                                  : strcmp(a->section->code, b->section->code) == 0;
}

static bool same_lead(const struct judge *judge, const struct task *a, const struct task *b)
{
    const char *x = a->text[TASK_LEAD], *y = b->text[TASK_LEAD];
    struct strbuf keys[2] = {{0}, {0}};
    if (x != NULL)
        agency_add_keys(&keys[0], judge->agencies, x);
    if (y != NULL)
        agency_add_keys(&keys[1], judge->agencies, y);
    bool same = strcmp(strbuf_text(&keys[0]), strbuf_text(&keys[1])) == 0;
    strbuf_release(&keys[0]);
    strbuf_release(&keys[1]);
    return same;
}

static bool same_time(const struct milestone *a, const struct milestone *b)
{
    return date_compare(a->start, b->start) == 0 && date_compare(a->due, b->due) == 0 &&
           words_are_same(a->name, b->name);
}

static bool same_schedule(const struct task *a, const struct task *b)
{
    bool same = a->schedule->kind == b->schedule->kind && a->schedule->count == b->schedule->count;
    if (a->schedule->count == 0)
        return same && words_are_same(a->text[TASK_SCHEDULE], b->text[TASK_SCHEDULE]);
    for (unsigned i = 0; i < a->schedule->count && same; i++)
        same = same_time(&a->schedule->milestones[i], &b->schedule->milestones[i]);
    return same;
}

static bool in_same_place(const struct judge *judge, const struct task *a, const struct task *b)
{
    return same_section(a, b) && same_lead(judge, a, b) && same_schedule(a, b);
}

static size_t count_titled(const struct plan *plan, const char *title, const struct task **first)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->task_count; i++) {
        const char *other = plan->tasks[i]->text[TASK_TITLE];
        if (other == NULL || !titles_are_same(other, title))
            continue;
        if (count++ == 0)
            *first = plan->tasks[i];
    }
    return count;
}

/* Counts the plan's tasks that have the title and are in the same place as a task. */
static size_t count_in_place(const struct judge *judge, const struct plan *plan, const char *title,
                             const struct task *like, const struct task **first)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i];
        const char *other = task->text[TASK_TITLE];
        if (other == NULL || !titles_are_same(other, title) || !in_same_place(judge, task, like))
            continue;
        if (count++ == 0)
            *first = task;
    }
    return count;
}

/*
 * Returns the task of the old plan that an item's entries were made for; NULL if that is unclear.
 */
static const struct task *find_old(const struct judge *judge, const struct adoption_item *item)
{
    const struct task *task, *titled;
    if (judge->plans[PLAN_OLD] == NULL)
        return NULL;
    task = task_of_id(judge->plans[PLAN_OLD], item->task);
    if (task != NULL && titles_are_same(task->text[TASK_TITLE], item->former_title))
        return task;
    return count_titled(judge->plans[PLAN_OLD], item->former_title, &titled) == 1 ? titled : NULL;
}

/* Returns whether entries with the same title exist under another id. */
static bool is_twin(const struct adoption *adoption, const struct adoption_item *item)
{
    size_t length = strcspn(item->task, "/");
    for (size_t i = 0; i < adoption->count; i++) {
        const struct adoption_item *other = &adoption->items[i];
        bool same_task = strncmp(other->task, item->task, length) == 0 &&
                         (other->task[length] == '\0' || other->task[length] == '/');
        if (!same_task && other->former_title != NULL &&
            titles_are_same(other->former_title, item->former_title))
            return true;
    }
    return false;
}

/*
 * Decides by a task of the plan with the same title. Returns whether that settled it, either way.
 */
static bool decide_by_title(const struct judge *judge, struct adoption_item *item,
                            const struct task *old)
{
    const struct task *task = NULL, *first;
    size_t now = count_titled(judge->plans[PLAN_NEW], item->former_title, &task);
    if (now == 0)
        return false;
    size_t before = judge->plans[PLAN_OLD] != NULL
                        ? count_titled(judge->plans[PLAN_OLD], item->former_title, &first)
                    : is_twin(judge->adoption, item) ? 2U
                                                     : 1U;
    if (now == 1 && before <= 1) {
        decide(item, DECIDES_CARRIED, task, N_("same title"));
        return true;
    }
    bool settled =
        old != NULL &&
        count_in_place(judge, judge->plans[PLAN_NEW], item->former_title, old, &task) == 1 &&
        count_in_place(judge, judge->plans[PLAN_OLD], item->former_title, old, &first) == 1;
    if (settled)
        decide(item, DECIDES_CARRIED, task, N_("same title, section, lead and schedule"));
    else
        decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: several tasks have this title"));
    return true;
}

/* Returns whether a third task, with a title of its own, is similar to one of these two. */
static bool has_rival(const struct plan *plan, const struct plan *other_plan, const char *title,
                      const struct task *own)
{
    const struct task *first;
    for (size_t i = 0; i < plan->task_count; i++) {
        const char *other = plan->tasks[i]->text[TASK_TITLE];
        if (plan->tasks[i] != own && other != NULL &&
            title_likeness(title, other) >= TITLES_ALIKE &&
            count_titled(other_plan, other, &first) == 0)
            return true;
    }
    return false;
}

/* Returns the task that the old one has become under another title, according to both plans, or
 * NULL. */
static const struct task *find_reworded(const struct judge *judge, const struct task *old)
{
    const struct task *first;
    size_t partner = judge->match.tasks.partners[PLAN_OLD][old->index];
    if (partner == UNMATCHED)
        return NULL;
    const struct task *task = judge->plans[PLAN_NEW]->tasks[partner];
    const char *title = task->text[TASK_TITLE];
    bool other = title == NULL || count_titled(judge->plans[PLAN_OLD], title, &first) > 0;
    return other || title_likeness(old->text[TASK_TITLE], title) < TITLES_ALIKE ? NULL : task;
}

static void decide_reworded(const struct judge *judge, struct adoption_item *item,
                            const struct task *old, const struct task *task)
{
    const char *before = old->text[TASK_TITLE], *now = task->text[TASK_TITLE];
    if (has_rival(judge->plans[PLAN_NEW], judge->plans[PLAN_OLD], before, task))
        decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: several tasks are like it now"));
    else if (has_rival(judge->plans[PLAN_OLD], judge->plans[PLAN_NEW], now, old))
        decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: several tasks were like this one"));
    else if (titles_contrast(before, now))
        decide(item, DECIDES_SET_ASIDE, NULL,
               N_("in doubt: a figure or a level differs in a title like it"));
    else if (title_likeness(before, now) < TITLES_ONE_MATTER)
        decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: another title is like it"));
    else if (!in_same_place(judge, old, task) ||
             !words_are_same(old->text[TASK_OUTPUT], task->text[TASK_OUTPUT]))
        decide(item, DECIDES_SET_ASIDE, NULL,
               N_("in doubt: a title like it, with another section, lead, schedule or output"));
    else
        decide(item, DECIDES_CARRIED, task, N_("reworded, all else the same"));
}

/* No task has the title, and the old plan does not tell what became of it. */
static void decide_by_likeness(const struct judge *judge, struct adoption_item *item)
{
    const struct plan *plan = judge->plans[PLAN_NEW];
    for (size_t i = 0; i < plan->task_count; i++) {
        const char *title = plan->tasks[i]->text[TASK_TITLE];
        if (title == NULL || title_likeness(item->former_title, title) < TITLES_ALIKE)
            continue;
        decide(item, DECIDES_SET_ASIDE, NULL,
               judge->plans[PLAN_OLD] != NULL
                   ? N_("in doubt: another title is like it")
                   : N_("in doubt: another title is like it; the old plan may tell"));
        return;
    }
    decide(item, DECIDES_SET_ASIDE, NULL, N_("gone: no task has a title like it"));
}

/* A milestone with another name or time is a different one. */
static void check_milestone(struct adoption_item *item, const struct task *old)
{
    struct task_id id;
    const struct schedule *now = item->to->schedule;
    if (!task_id_parse(item->task, &id) || id.milestone == 0)
        return;
    if (old == NULL) {
        decide(item, DECIDES_SET_ASIDE, NULL,
               N_("in doubt: only the old plan says which milestone it was"));
        return;
    }
    for (unsigned i = 0; id.milestone <= old->schedule->count && i < now->count; i++)
        if (same_time(&old->schedule->milestones[id.milestone - 1], &now->milestones[i])) {
            item->milestone = i + 1;
            return;
        }
    decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: no milestone has its name and its time"));
}

/* An item that already has the id and title of a task cannot be carried to it. */
static bool is_at_home(const struct judge *judge, const struct adoption_item *item)
{
    const struct task *task = task_of_id(judge->plans[PLAN_NEW], item->task);
    return item->title != NULL && task != NULL &&
           titles_are_same(item->title, task->text[TASK_TITLE]);
}

static void decide_item(const struct judge *judge, struct adoption_item *item)
{
    const struct plan *old_plan = judge->plans[PLAN_OLD], *new_plan = judge->plans[PLAN_NEW];
    if (item->former_title == NULL) {
        decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: the title that it had is not known"));
        return;
    }
    if (old_plan != NULL && old_plan->year > 0 && new_plan->year > 0 &&
        old_plan->year != new_plan->year) {
        decide(item, DECIDES_SET_ASIDE, NULL, N_("gone: the plan is of another year"));
        return;
    }
    if (is_at_home(judge, item)) {
        decide(item, DECIDES_SET_ASIDE, NULL, N_("in doubt: its task has other milestones now"));
        return;
    }
    const struct task *old = find_old(judge, item);
    const struct task *reworded = old != NULL ? find_reworded(judge, old) : NULL;
    if (!decide_by_title(judge, item, old)) {
        if (reworded != NULL)
            decide_reworded(judge, item, old, reworded);
        else
            decide_by_likeness(judge, item);
    }
    if (item->decision == DECIDES_CARRIED)
        check_milestone(item, old);
}

void adoption_decide(struct adoption *adoption, const struct plan *plan, const struct plan *old,
                     const struct agency_table *agencies)
{
    struct judge judge = {.adoption = adoption, .plans = {old, plan}, .agencies = agencies};
    if (old != NULL)
        plan_match_run(&judge.match, old, plan, false);
    for (size_t i = 0; i < adoption->count; i++)
        if (adoption->items[i].undecided && adoption->items[i].decision == DECIDES_NOTHING)
            decide_item(&judge, &adoption->items[i]);
    if (old != NULL)
        plan_match_release(&judge.match);
}
