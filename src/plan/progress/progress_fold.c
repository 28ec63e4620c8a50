// SPDX-License-Identifier: MIT
#include "plan/progress/progress_fold.h"

#include "base/memory.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

static enum entry_fault milestone_fault(const struct journal_entry *entry, const struct task *task,
                                        unsigned milestone)
{
    unsigned count = task->schedule->count > 0 ? task->schedule->count : 1;
    bool which = milestone == 0 && date_is_set(entry->due) && count > 1;
    return milestone > count || which ? ENTRY_NO_MILESTONE : ENTRY_FITS;
}

/* ---- One entry ---- */

/* The record of a task, made where there is none. */
static struct task_progress *record_of(struct progress *progress, const struct task *task)
{
    const struct plan *plan = task->section->plan;
    while (plan->number >= progress->plan_count) {
        progress->plans = memory_grow(progress->plans, progress->plan_count,
                                      &progress->plan_capacity, sizeof *progress->plans);
        progress->plans[progress->plan_count++] = (struct plan_progress){0};
    }
    struct plan_progress *of = &progress->plans[plan->number];
    if (of->tasks == NULL)
        of->tasks =
            arena_alloc(&progress->arena, plan->task_count * sizeof(struct task_progress *));
    struct task_progress **record = &of->tasks[task->index];
    if (*record != NULL)
        return *record;
    *record = arena_alloc(&progress->arena, sizeof **record);
    (*record)->schedule = *task->schedule;
    (*record)->count = task->schedule->count > 0 ? task->schedule->count : 1;
    (*record)->milestones =
        arena_alloc(&progress->arena, (*record)->count * sizeof *(*record)->milestones);
    (*record)->percent = PERCENT_UNSAID;
    (*record)->spent_vnd = SPENT_UNSAID;
    return *record;
}

static void set_due(struct arena *arena, struct task_progress *progress, unsigned milestone,
                    struct date due)
{
    size_t size = progress->count * sizeof(struct milestone);
    if (progress->moved == NULL) {
        progress->moved = arena_alloc(arena, size);
        if (progress->schedule.count > 0)
            memcpy(progress->moved, progress->schedule.milestones, size);
        progress->schedule.milestones = progress->moved;
        progress->schedule.count = progress->count;
    }
    progress->moved[milestone].due = due;
    progress->moved[milestone].all_year = false; /* it now has a day to be done by */
}

static void set_status(struct milestone_progress *milestone, enum task_status status,
                       struct date on)
{
    if (milestone->status != status)
        *milestone = (struct milestone_progress){status, on};
}

/* A status of the whole task: one of each milestone that it can be of. */
static void set_whole_status(struct task_progress *progress, enum task_status status,
                             struct date on)
{
    bool reopened = status == TASK_IN_PROGRESS && task_progress_status(progress) == TASK_DONE;
    progress->cancelled = status == TASK_CANCELLED;
    progress->started =
        status == TASK_IN_PROGRESS || (status == TASK_CANCELLED && progress->started);
    if (status == TASK_NOT_STARTED)
        progress->percent = PERCENT_UNSAID;
    for (unsigned i = 0; i < progress->count && status != TASK_CANCELLED; i++) {
        struct milestone_progress *milestone = &progress->milestones[i];
        bool open = milestone->status != TASK_DONE && milestone->status != TASK_CANCELLED;
        if (status == TASK_NOT_STARTED || reopened || (status == TASK_DONE && open) ||
            (progress->count == 1 && open))
            set_status(milestone, status, on);
    }
}

static void apply(struct arena *arena, struct task_progress *progress, unsigned milestone,
                  const struct journal_entry *entry)
{
    progress->entries++;
    if (entry->status != TASK_UNSAID && (milestone == 0 || progress->count == 1)) {
        set_whole_status(progress, entry->status, entry->on);
    } else if (entry->status != TASK_UNSAID) {
        progress->cancelled = false;
        set_status(&progress->milestones[milestone - 1], entry->status, entry->on);
    }
    if (date_is_set(entry->due))
        set_due(arena, progress, milestone > 0 ? milestone - 1 : 0, entry->due);
    if (entry->percent != PERCENT_UNSAID)
        progress->percent = entry->percent;
    if (entry->spent_vnd != SPENT_UNSAID)
        progress->spent_vnd = entry->spent_vnd;
    if (entry->note != NULL)
        progress->note = entry->note;
    if (entry->evidence != NULL)
        progress->evidence = entry->evidence;
}

static void take(struct progress_fold *fold, const struct journal_entry *entry)
{
    size_t index = (size_t)(entry - fold->journal->entries);
    struct task_reference about = fold->about[index];
    if (about.task == NULL)
        return;
    struct task_progress *progress = record_of(fold->progress, about.task);
    bool voided = fold->voided_by != NULL && fold->voided_by[index] != 0;
    progress->revisions++;
    if (entry->voids == 0 && !voided &&
        milestone_fault(entry, about.task, about.milestone) == ENTRY_FITS)
        apply(&fold->progress->arena, progress, about.milestone, entry);
}

/* ---- What each entry is about ---- */

/* The plans that a journal may speak of, each with its tasks by their ids once it does. */
struct lookup {
    struct plan *const *plans;
    size_t count;
    struct plan_index ids;
    struct task_index *tasks;
    bool *indexed;
};

static void lookup_init(struct lookup *lookup, struct plan *const *plans, size_t count)
{
    *lookup = (struct lookup){.plans = plans, .count = count};
    lookup->tasks = memory_alloc(count * sizeof *lookup->tasks);
    lookup->indexed = memory_alloc(count * sizeof *lookup->indexed);
    for (size_t i = 0; i < count; i++) {
        plan_index_add(&lookup->ids, plans[i]);
        lookup->indexed[i] = false;
    }
}

static void lookup_release(struct lookup *lookup)
{
    for (size_t i = 0; i < lookup->count; i++)
        if (lookup->indexed[i])
            task_index_release(&lookup->tasks[i]);
    plan_index_release(&lookup->ids);
    free(lookup->tasks);
    free(lookup->indexed);
}

/* What names no plan is of the one that the journal belongs to. */
static struct plan *find_plan(struct lookup *lookup, const char *id, size_t *number)
{
    if (id == NULL || lookup->count == 1) {
        *number = 0;
        bool known = lookup->count == 1 && (id == NULL || strcmp(id, lookup->plans[0]->id) == 0);
        return known ? lookup->plans[0] : NULL;
    }
    long found = plan_index_find(&lookup->ids, id);
    *number = (size_t)found;
    return found >= 0 ? lookup->plans[found] : NULL;
}

static struct task_reference find_task(struct lookup *lookup, const char *plan_id, const char *task)
{
    size_t number;
    const struct plan *plan = find_plan(lookup, plan_id, &number);
    if (plan == NULL || task == NULL)
        return (struct task_reference){0};
    if (!lookup->indexed[number])
        task_index_init(&lookup->tasks[number], plan);
    lookup->indexed[number] = true;
    return task_index_read(&lookup->tasks[number], plan, task);
}

/* A void is about what it takes back. */
static struct task_reference *find_tasks(struct lookup *lookup, const struct journal *journal)
{
    struct task_reference *about = memory_alloc(journal->count * sizeof *about);
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i], *origin = entry;
        while (origin != NULL && origin->task == NULL)
            origin = journal_find(journal, origin->voids);
        about[i] = find_task(lookup, entry->plan, origin != NULL ? origin->task : NULL);
    }
    return about;
}

/* ---- From day to day ---- */

static int compare_entries(const void *a, const void *b)
{
    const struct journal_entry *x = *(const struct journal_entry *const *)a;
    const struct journal_entry *y = *(const struct journal_entry *const *)b;
    int order = date_compare(x->on, y->on);
    return order != 0 ? order : (x->seq > y->seq) - (x->seq < y->seq);
}

static bool counts_by(const struct journal_entry *entry, struct date as_of)
{
    return !date_is_set(as_of) || date_compare(entry->on, as_of) <= 0;
}

static const struct journal_entry **order(const struct journal *journal)
{
    const struct journal_entry **entries = memory_alloc(journal->count * sizeof *entries);
    bool ordered = true;
    for (size_t i = 0; i < journal->count; i++) {
        entries[i] = &journal->entries[i];
        ordered &= i == 0 || compare_entries(&entries[i - 1], &entries[i]) <= 0;
    }
    if (!ordered)
        qsort((void *)entries, journal->count, sizeof *entries, compare_entries);
    return entries;
}

void progress_fold_init(struct progress_fold *fold, struct progress *progress,
                        struct plan *const *plans, size_t count, const struct journal *journal)
{
    struct lookup lookup;
    *fold = (struct progress_fold){.progress = progress, .journal = journal};
    lookup_init(&lookup, plans, count);
    fold->about = find_tasks(&lookup, journal);
    lookup_release(&lookup);
    fold->entries = order(journal);
}

void progress_fold_release(struct progress_fold *fold)
{
    free(fold->about);
    free((void *)fold->entries);
    free(fold->voided_by);
    *fold = (struct progress_fold){0};
}

/* What was taken back by then counts no more, and what was folded has it: begin again. */
static void take_voids(struct progress_fold *fold, struct date as_of)
{
    free(fold->voided_by);
    fold->voided_by = journal_voided_by(fold->journal, as_of);
    if (fold->folded > 0)
        progress_clear(fold->progress);
    fold->folded = 0;
}

void progress_fold_to(struct progress_fold *fold, struct date as_of)
{
    size_t end = fold->folded;
    bool voids = false;
    for (; end < fold->journal->count && counts_by(fold->entries[end], as_of); end++)
        voids |= fold->entries[end]->voids != 0;
    fold->progress->as_of = as_of;
    if (voids)
        take_voids(fold, as_of);
    while (fold->folded < end)
        take(fold, fold->entries[fold->folded++]);
}

void progress_add(struct progress *progress, struct plan *const *plans, size_t count,
                  const struct journal *journal)
{
    struct progress_fold fold;
    if (journal->count == 0)
        return;
    progress_fold_init(&fold, progress, plans, count, journal);
    progress_fold_to(&fold, progress->as_of);
    progress_fold_release(&fold);
}

/* ---- What fits no task ---- */

/* An entry that names no plan is of the one its journal belongs to. */
static bool is_of_plan(const char *name, const struct plan *plan)
{
    return name == NULL || strcmp(name, plan->id) == 0;
}

static enum entry_fault fault_of(const struct journal_entry *entry, const struct plan *plan,
                                 struct task_index *index)
{
    struct task_id id;
    if (!is_of_plan(entry->plan, plan))
        return ENTRY_OF_OTHER_PLAN;
    if (entry->voids != 0)
        return ENTRY_FITS;
    if (!task_id_parse(entry->task, &id))
        return ENTRY_NO_TASK;
    const struct task *task = task_index_find(index, plan, &id);
    return task != NULL ? milestone_fault(entry, task, id.milestone) : ENTRY_NO_TASK;
}

enum entry_fault *progress_entry_faults(const struct journal *journal, const struct plan *plan)
{
    enum entry_fault *faults = memory_alloc(journal->count * sizeof *faults);
    struct task_index index;
    task_index_init(&index, plan);
    for (size_t i = 0; i < journal->count; i++)
        faults[i] = fault_of(&journal->entries[i], plan, &index);
    task_index_release(&index);
    return faults;
}
