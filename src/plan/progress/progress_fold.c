// SPDX-License-Identifier: MIT
#include "plan/progress/progress_fold.h"

#include "base/memory.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

/* ---- One entry ---- */

/* Returns the record of a task, and creates it if needed. */
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
    (*record)->percent = PERCENT_UNSET;
    (*record)->spent_vnd = SPENT_UNSET;
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
    progress->moved[milestone].all_year = false; /* it now has a due date */
}

static void set_status(struct milestone_progress *milestone, enum task_status status,
                       struct date on)
{
    if (milestone->status != status)
        *milestone = (struct milestone_progress){status, on};
}

/* Applies a status of the whole task to each milestone that can have it. */
static void set_whole_status(struct task_progress *progress, enum task_status status,
                             struct date on)
{
    bool reopened = status == TASK_IN_PROGRESS && task_progress_status(progress) == TASK_DONE;
    progress->cancelled = status == TASK_CANCELLED;
    progress->started =
        status == TASK_IN_PROGRESS || (status == TASK_CANCELLED && progress->started);
    if (status == TASK_NOT_STARTED)
        progress->percent = PERCENT_UNSET;
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
    if (entry->status != TASK_UNSET && (milestone == 0 || progress->count == 1)) {
        set_whole_status(progress, entry->status, entry->on);
    } else if (entry->status != TASK_UNSET) {
        progress->cancelled = false;
        set_status(&progress->milestones[milestone - 1], entry->status, entry->on);
    }
    if (date_is_set(entry->due))
        set_due(arena, progress, milestone > 0 ? milestone - 1 : 0, entry->due);
    if (entry->percent != PERCENT_UNSET)
        progress->percent = entry->percent;
    if (entry->spent_vnd != SPENT_UNSET)
        progress->spent_vnd = entry->spent_vnd;
    if (entry->note != NULL)
        progress->note = entry->note;
    if (entry->evidence != NULL)
        progress->evidence = entry->evidence;
    if (entry->value != NULL)
        progress->value = entry->value;
}

static void take(struct progress_fold *fold, const struct journal_entry *entry)
{
    size_t index = (size_t)(entry - fold->journal->entries);
    struct task_reference about = fold->targets.tasks[index];
    if (about.task == NULL)
        return;
    struct task_progress *progress = record_of(fold->progress, about.task);
    bool voided = fold->voided_by != NULL && fold->voided_by[index] != 0;
    progress->revisions++;
    if (entry->voids == 0 && !voided)
        apply(&fold->progress->arena, progress, about.milestone, entry);
}

/* ---- Day by day ---- */

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
    *fold = (struct progress_fold){.progress = progress, .journal = journal};
    entry_targets_find(&fold->targets, journal, plans, count);
    fold->entries = order(journal);
}

void progress_fold_release(struct progress_fold *fold)
{
    entry_targets_release(&fold->targets);
    free((void *)fold->entries);
    free(fold->voided_by);
    *fold = (struct progress_fold){0};
}

/* Voided entries no longer count but have been applied: start again. */
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

static void take_strays(struct progress *progress, struct entry_targets *targets)
{
    for (size_t i = 0; i < targets->stray_count; i++) {
        progress->strays = memory_grow(progress->strays, progress->stray_count,
                                       &progress->stray_capacity, sizeof *progress->strays);
        progress->strays[progress->stray_count++] = targets->strays[i];
    }
    arena_take(&progress->stray_texts, &targets->arena);
    progress->untitled += targets->untitled_count;
    progress->other_count += targets->other_count;
    if (targets->other_count > 0)
        progress->other_plan = targets->other_plan;
}

void progress_add(struct progress *progress, struct plan *const *plans, size_t count,
                  const struct journal *journal)
{
    struct progress_fold fold;
    if (journal->count == 0)
        return;
    progress_fold_init(&fold, progress, plans, count, journal);
    progress_fold_to(&fold, progress->as_of);
    take_strays(progress, &fold.targets);
    progress_fold_release(&fold);
}
