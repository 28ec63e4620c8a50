// SPDX-License-Identifier: MIT
#include "plan/progress/progress.h"

#include "base/memory.h"
#include "base/message.h"
#include "plan/plan_index.h"
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

static struct task_progress *begin(const struct task *task)
{
    struct arena *arena = task->section->plan->arena;
    struct task_progress *progress = arena_alloc(arena, sizeof *progress);
    progress->schedule = *task->schedule;
    progress->count = task->schedule->count > 0 ? task->schedule->count : 1;
    progress->milestones = arena_alloc(arena, progress->count * sizeof *progress->milestones);
    progress->percent = PERCENT_UNSAID;
    progress->spent_vnd = SPENT_UNSAID;
    return progress;
}

static void set_due(struct arena *arena, struct task_progress *progress, unsigned milestone,
                    struct date due)
{
    size_t size = progress->count * sizeof(struct milestone);
    struct milestone *milestones = arena_alloc(arena, size);
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

static void apply(struct task *task, unsigned milestone, const struct journal_entry *entry)
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
        set_due(task->section->plan->arena, progress, milestone > 0 ? milestone - 1 : 0,
                entry->due);
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

static bool counts_by(const struct journal_entry *entry, struct date as_of)
{
    return !date_is_set(as_of) || date_compare(entry->on, as_of) <= 0;
}

/* The entries that count, in the order in which they do; the caller frees them. */
static const struct journal_entry **effective(const struct journal *journal, struct date as_of,
                                              size_t *count)
{
    const struct journal_entry **entries = memory_alloc(journal->count * sizeof *entries);
    uint64_t *voided_by = journal_voided_by(journal, as_of);
    bool ordered = true;
    *count = 0;
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i];
        if (voided_by[i] != 0 || entry->voids != 0 || !counts_by(entry, as_of))
            continue;
        ordered &= *count == 0 || compare_entries(&entries[*count - 1], &entry) <= 0;
        entries[(*count)++] = entry;
    }
    free(voided_by);
    if (!ordered)
        qsort((void *)entries, *count, sizeof *entries, compare_entries);
    return entries;
}

/* The plans that a journal may speak of, each with its tasks by their ids once it does. */
struct folding {
    struct plan *const *plans;
    size_t count;
    struct plan_index ids;
    struct task_index *tasks;
    bool *indexed;
};

static void folding_init(struct folding *folding, struct plan *const *plans, size_t count)
{
    *folding = (struct folding){.plans = plans, .count = count};
    folding->tasks = memory_alloc(count * sizeof *folding->tasks);
    folding->indexed = memory_alloc(count * sizeof *folding->indexed);
    for (size_t i = 0; i < count; i++) {
        plan_index_add(&folding->ids, plans[i]);
        folding->indexed[i] = false;
    }
}

static void folding_release(struct folding *folding)
{
    for (size_t i = 0; i < folding->count; i++)
        if (folding->indexed[i])
            task_index_release(&folding->tasks[i]);
    plan_index_release(&folding->ids);
    free(folding->tasks);
    free(folding->indexed);
}

/* What names no plan is of the one that the journal belongs to. */
static struct plan *find_plan(struct folding *folding, const char *id, size_t *number)
{
    if (id == NULL || folding->count == 1) {
        *number = 0;
        bool known = folding->count == 1 && (id == NULL || strcmp(id, folding->plans[0]->id) == 0);
        return known ? folding->plans[0] : NULL;
    }
    long found = plan_index_find(&folding->ids, id);
    *number = (size_t)found;
    return found >= 0 ? folding->plans[found] : NULL;
}

static struct task_reference find_task(struct folding *folding, const char *plan_id,
                                       const char *task)
{
    size_t number;
    const struct plan *plan = find_plan(folding, plan_id, &number);
    if (plan == NULL || task == NULL)
        return (struct task_reference){0};
    if (!folding->indexed[number])
        task_index_init(&folding->tasks[number], plan);
    folding->indexed[number] = true;
    return task_index_read(&folding->tasks[number], plan, task);
}

/*
 * What each entry is about, a void what it takes back. What was taken back and its void count as
 * revisions too, so that their number never falls.
 */
static struct task_reference *find_tasks(struct folding *folding, const struct journal *journal,
                                         struct date as_of)
{
    struct task_reference *about = memory_alloc(journal->count * sizeof *about);
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i], *origin = entry;
        while (origin != NULL && origin->task == NULL)
            origin = journal_find(journal, origin->voids);
        about[i] = find_task(folding, entry->plan, origin != NULL ? origin->task : NULL);
        if (about[i].task != NULL && counts_by(entry, as_of))
            about[i].task->revisions++;
    }
    return about;
}

static void forget(struct plan *const *plans, size_t count)
{
    for (size_t p = 0; p < count; p++)
        for (size_t i = 0; i < plans[p]->task_count; i++) {
            struct task *task = plans[p]->tasks[i];
            if (task->progress == NULL && task->revisions == 0)
                continue; /* of a million, most */
            task->progress = NULL;
            task->revisions = 0;
        }
}

void progress_fold(struct plan *const *plans, size_t plan_count, const struct journal *journal,
                   struct date as_of)
{
    size_t count;
    struct folding folding;
    forget(plans, plan_count);
    if (journal->count == 0)
        return;
    folding_init(&folding, plans, plan_count);
    struct task_reference *abouts = find_tasks(&folding, journal, as_of);
    const struct journal_entry **entries = effective(journal, as_of, &count);
    for (size_t i = 0; i < count; i++) {
        struct task_reference about = abouts[entries[i] - journal->entries];
        struct task *task = about.task;
        if (task == NULL || milestone_fault(entries[i], task, about.milestone) != ENTRY_FITS)
            continue;
        if (task->progress == NULL)
            task->progress = begin(task);
        apply(task, about.milestone, entries[i]);
    }
    folding_release(&folding);
    free((void *)entries);
    free(abouts);
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
