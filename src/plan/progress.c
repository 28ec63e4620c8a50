// SPDX-License-Identifier: MIT
#include "plan/progress.h"

#include "base/memory.h"
#include "base/message.h"
#include "plan/task_id.h"

#include <stdlib.h>
#include <string.h>

const char *const standing_names[STANDINGS + 1] = {
    [DONE_ON_TIME] = N_("done-on-time"),    [DONE_LATE] = N_("done-late"),
    [DONE_NO_DUE] = N_("done-no-due"),      [OPEN_IN_TIME] = N_("open-in-time"),
    [OPEN_OVERDUE] = N_("open-overdue"),    [OPEN_NO_DUE] = N_("open-no-due"),
    [STANDING_CANCELLED] = N_("cancelled"),
};

/* An entry that names no plan is of the one its journal belongs to. */
static bool is_of_plan(const char *name, const struct plan *plan)
{
    return name == NULL || strcmp(name, plan->id) == 0;
}

static enum entry_fault milestone_fault(const struct journal_entry *entry, const struct task *task,
                                        unsigned milestone)
{
    unsigned count = task->schedule->count > 0 ? task->schedule->count : 1;
    bool which = milestone == 0 && date_is_set(entry->due) && count > 1;
    return milestone > count || which ? ENTRY_NO_MILESTONE : ENTRY_FITS;
}

/* ---- Folding ---- */

static struct task_progress *begin(struct plan *plan, struct task *task)
{
    struct task_progress *progress = arena_alloc(plan->arena, sizeof *progress);
    progress->schedule = *task->schedule;
    progress->count = task->schedule->count > 0 ? task->schedule->count : 1;
    progress->milestones = arena_alloc(plan->arena, progress->count * sizeof *progress->milestones);
    progress->percent = PERCENT_UNSAID;
    progress->spent_vnd = SPENT_UNSAID;
    return progress;
}

static void set_due(struct plan *plan, struct task_progress *progress, unsigned milestone,
                    struct date due)
{
    size_t size = progress->count * sizeof(struct milestone);
    struct milestone *milestones = arena_alloc(plan->arena, size);
    if (progress->schedule.count > 0)
        memcpy(milestones, progress->schedule.milestones, size);
    milestones[milestone].due = due;
    milestones[milestone].all_year = false; /* it now has a day to be done by */
    progress->schedule.milestones = milestones;
    progress->schedule.count = progress->count;
}

static void set_status(struct milestone_progress *milestone, enum task_status status,
                       struct date on)
{
    if (milestone->status != status)
        *milestone = (struct milestone_progress){status, on};
}

static enum task_status status_of(const struct task_progress *progress)
{
    unsigned number[TASK_STATUSES] = {0};
    for (unsigned i = 0; i < progress->count; i++)
        number[progress->milestones[i].status]++;
    if (progress->cancelled || number[TASK_CANCELLED] == progress->count)
        return TASK_CANCELLED;
    if (number[TASK_DONE] > 0 && number[TASK_DONE] + number[TASK_CANCELLED] == progress->count)
        return TASK_DONE;
    bool begun = number[TASK_DONE] + number[TASK_IN_PROGRESS] > 0 || progress->started ||
                 progress->percent > 0;
    return begun ? TASK_IN_PROGRESS : TASK_NOT_STARTED;
}

/* A status of the whole task: one of each milestone that it can be of. */
static void set_whole_status(struct task_progress *progress, enum task_status status,
                             struct date on)
{
    bool reopened = status == TASK_IN_PROGRESS && status_of(progress) == TASK_DONE;
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

static void apply(struct plan *plan, struct task *task, unsigned milestone,
                  const struct journal_entry *entry)
{
    struct task_progress *progress = (struct task_progress *)task->progress;
    progress->entries++;
    if (entry->status != TASK_UNSAID && (milestone == 0 || progress->count == 1)) {
        set_whole_status(progress, entry->status, entry->on);
    } else if (entry->status != TASK_UNSAID) {
        progress->cancelled = false;
        set_status(&progress->milestones[milestone - 1], entry->status, entry->on);
    }
    if (date_is_set(entry->due))
        set_due(plan, progress, milestone > 0 ? milestone - 1 : 0, entry->due);
    if (entry->percent != PERCENT_UNSAID)
        progress->percent = entry->percent;
    if (entry->spent_vnd != SPENT_UNSAID)
        progress->spent_vnd = entry->spent_vnd;
    if (entry->note != NULL)
        progress->note = entry->note;
    if (entry->evidence != NULL)
        progress->evidence = entry->evidence;
}

static int compare_entries(const void *a, const void *b)
{
    const struct journal_entry *x = *(const struct journal_entry *const *)a;
    const struct journal_entry *y = *(const struct journal_entry *const *)b;
    int order = date_compare(x->on, y->on);
    return order != 0 ? order : (x->seq > y->seq) - (x->seq < y->seq);
}

static bool counts_by(const struct journal_entry *entry, const struct plan *plan, struct date as_of)
{
    bool later = date_is_set(as_of) && date_compare(entry->on, as_of) > 0;
    return !later && is_of_plan(entry->plan, plan);
}

/* The entries that count, in the order in which they do; the caller frees them. */
static const struct journal_entry **
effective(const struct journal *journal, const struct plan *plan, struct date as_of, size_t *count)
{
    const struct journal_entry **entries = memory_alloc(journal->count * sizeof *entries);
    uint64_t *voided_by = journal_voided_by(journal, as_of);
    bool ordered = true;
    *count = 0;
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i];
        if (voided_by[i] != 0 || entry->voids != 0 || !counts_by(entry, plan, as_of))
            continue;
        ordered &= *count == 0 || compare_entries(&entries[*count - 1], &entry) <= 0;
        entries[(*count)++] = entry;
    }
    free(voided_by);
    if (!ordered)
        qsort((void *)entries, *count, sizeof *entries, compare_entries);
    return entries;
}

/* What was taken back counts too, so that the number never falls. */
static void count_revisions(struct plan *plan, const struct journal *journal, struct date as_of,
                            struct task_index *index)
{
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i], *origin = entry;
        while (origin != NULL && origin->task == NULL)
            origin = journal_find(journal, origin->voids);
        if (origin == NULL || !counts_by(entry, plan, as_of))
            continue;
        struct task *task = task_index_read(index, plan, origin->task).task;
        if (task != NULL)
            task->revisions++;
    }
}

void progress_fold(struct plan *plan, const struct journal *journal, struct date as_of)
{
    for (size_t i = 0; i < plan->task_count; i++) {
        plan->tasks[i]->progress = NULL;
        plan->tasks[i]->revisions = 0;
    }
    size_t count;
    const struct journal_entry **entries = effective(journal, plan, as_of, &count);
    struct task_index index = {0};
    if (journal->count > 0)
        task_index_init(&index, plan);
    count_revisions(plan, journal, as_of, &index);
    for (size_t i = 0; i < count; i++) {
        if (entries[i]->task == NULL)
            continue;
        struct task_reference about = task_index_read(&index, plan, entries[i]->task);
        struct task *task = about.task;
        if (task == NULL || milestone_fault(entries[i], task, about.milestone) != ENTRY_FITS)
            continue;
        if (task->progress == NULL)
            task->progress = begin(plan, task);
        apply(plan, task, about.milestone, entries[i]);
    }
    task_index_release(&index);
    free((void *)entries);
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

/* ---- What is known of a task ---- */

const struct schedule *task_schedule(const struct task *task)
{
    return task->progress != NULL ? &task->progress->schedule : task->schedule;
}

enum task_status task_status(const struct task *task)
{
    return task->progress != NULL ? status_of(task->progress) : TASK_NOT_STARTED;
}

struct date task_done_on(const struct task *task)
{
    struct date last = {0};
    if (task_status(task) != TASK_DONE)
        return last;
    for (unsigned i = 0; i < task->progress->count; i++) {
        const struct milestone_progress *milestone = &task->progress->milestones[i];
        bool later = !date_is_set(last) || date_compare(milestone->on, last) > 0;
        if (milestone->status == TASK_DONE && later)
            last = milestone->on;
    }
    return last;
}

struct date task_due(const struct task *task)
{
    const struct schedule *schedule = task_schedule(task);
    struct date next = {0};
    for (unsigned i = 0; i < schedule->count; i++) {
        enum task_status status = milestone_status(task, i);
        struct date due = schedule->milestones[i].due;
        if (status != TASK_DONE && status != TASK_CANCELLED && date_is_set(due) &&
            (!date_is_set(next) || date_compare(due, next) < 0))
            next = due;
    }
    return date_is_set(next) ? next : schedule_due(schedule);
}

int task_percent(const struct task *task)
{
    if (task_status(task) == TASK_DONE)
        return 100;
    return task->progress != NULL ? task->progress->percent : PERCENT_UNSAID;
}

int64_t task_spent(const struct task *task)
{
    return task->progress != NULL ? task->progress->spent_vnd : SPENT_UNSAID;
}

enum task_status milestone_status(const struct task *task, unsigned milestone)
{
    const struct task_progress *progress = task->progress;
    if (progress == NULL || milestone >= progress->count)
        return TASK_NOT_STARTED;
    enum task_status status = progress->milestones[milestone].status;
    return progress->cancelled && status != TASK_DONE ? TASK_CANCELLED : status;
}

enum standing milestone_standing(const struct task *task, unsigned milestone, struct date as_of)
{
    const struct schedule *schedule = task_schedule(task);
    enum task_status status = milestone_status(task, milestone);
    struct date due = {0};
    if (milestone < schedule->count)
        due = schedule->milestones[milestone].due;
    if (status == TASK_CANCELLED)
        return STANDING_CANCELLED;
    if (status == TASK_DONE) {
        struct date on = task->progress->milestones[milestone].on;
        return !date_is_set(due)            ? DONE_NO_DUE
               : date_compare(on, due) <= 0 ? DONE_ON_TIME
                                            : DONE_LATE;
    }
    return !date_is_set(due)               ? OPEN_NO_DUE
           : date_compare(as_of, due) <= 0 ? OPEN_IN_TIME
                                           : OPEN_OVERDUE;
}

enum standing task_standing(const struct task *task, struct date as_of)
{
    enum task_status status = task_status(task);
    unsigned count = task_schedule(task)->count;
    bool has[STANDINGS] = {false};
    for (unsigned i = 0; i < (count > 0 ? count : 1); i++)
        has[milestone_standing(task, i, as_of)] = true;
    if (status == TASK_CANCELLED)
        return STANDING_CANCELLED;
    if (status == TASK_DONE)
        return has[DONE_LATE] ? DONE_LATE : has[DONE_ON_TIME] ? DONE_ON_TIME : DONE_NO_DUE;
    return has[OPEN_OVERDUE] ? OPEN_OVERDUE : has[OPEN_IN_TIME] ? OPEN_IN_TIME : OPEN_NO_DUE;
}
