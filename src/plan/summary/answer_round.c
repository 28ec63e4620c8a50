// SPDX-License-Identifier: MIT
#include "plan/summary/answer_round.h"

#include "base/memory.h"
#include "plan/progress/entry_target.h"

#include <stdlib.h>
#include <string.h>

void answer_round_release(struct answer_round *round)
{
    for (size_t i = 0; i < round->count; i++)
        free(round->items[i].tasks);
    free(round->items);
    arena_release(&round->arena);
    *round = (struct answer_round){0};
}

static struct round_agency *agency_at(struct answer_round *round, struct pointer_map *by_key,
                                      const char *key, const char *name, size_t length)
{
    size_t *index = pointer_map_at(by_key, key);
    if (*index == POINTER_MAP_NONE) {
        *index = round->count;
        round->items =
            memory_grow(round->items, round->count, &round->capacity, sizeof *round->items);
        round->items[round->count++] =
            (struct round_agency){.name = arena_copy(&round->arena, name, length)};
    }
    return &round->items[*index];
}

static void add_task(struct round_agency *agency, const struct task *task, bool answers)
{
    for (size_t i = 0; i < agency->count; i++)
        if (agency->tasks[i].task == task)
            return;
    agency->tasks =
        memory_grow(agency->tasks, agency->count, &agency->capacity, sizeof *agency->tasks);
    agency->tasks[agency->count++] = (struct round_task){.task = task, .answers = answers};
    agency->asked += answers;
}

static void add_leads(struct answer_round *round, struct pointer_map *by_key,
                      const struct task *task, const struct agency_table *agencies)
{
    struct agency_walk walk = agency_walk_of(agencies, task->text[TASK_LEAD]);
    bool first = true;
    while (agency_next(&walk)) {
        struct strbuf key = {0};
        agency_walk_add_key(&key, &walk);
        const char *kept = arena_intern(&round->arena, strbuf_text(&key), key.length);
        add_task(agency_at(round, by_key, kept, walk.office, walk.office_length), task, first);
        strbuf_release(&key);
        first = false;
    }
    if (first) /* the task has no lead */
        add_task(agency_at(round, by_key, NULL, "", 0), task, true);
}

void answer_round_run(struct answer_round *round, const struct task_list *tasks,
                      const struct agency_table *agencies, const struct progress *progress)
{
    struct pointer_map by_key = {0};
    for (size_t i = 0; i < tasks->count; i++) {
        enum task_status status = progress_status(progress, tasks->items[i]);
        if (status != TASK_DONE && status != TASK_CANCELLED)
            add_leads(round, &by_key, tasks->items[i], agencies);
    }
    pointer_map_release(&by_key);
}

static bool counts(const struct journal_entry *entry, struct date from, struct date until)
{
    return entry->voids == 0 && entry->decision == DECIDES_NOTHING &&
           date_compare(entry->on, from) >= 0 && date_compare(entry->on, until) <= 0;
}

/* Removes agencies that only see what others answer. */
static void leave_out_unasked(struct answer_round *round)
{
    size_t kept = 0;
    for (size_t i = 0; i < round->count; i++) {
        if (round->items[i].asked > 0)
            round->items[kept++] = round->items[i];
        else
            free(round->items[i].tasks);
    }
    round->count = kept;
}

void answer_round_mark(struct answer_round *round, struct plan *plan, const struct journal *journal,
                       struct date from, struct date until)
{
    struct plan *const plans[] = {plan};
    struct entry_targets targets = {0};
    struct pointer_map answered = {0};
    leave_out_unasked(round);
    if (journal->count == 0)
        return;
    entry_targets_find(&targets, journal, plans, 1);
    uint64_t *voided_by = journal_voided_by(journal, (struct date){0});
    for (size_t i = 0; i < journal->count; i++)
        if (targets.tasks[i].task != NULL && voided_by[i] == 0 &&
            counts(&journal->entries[i], from, until))
            *pointer_map_at(&answered, targets.tasks[i].task) = 1;
    for (size_t i = 0; i < round->count; i++)
        for (size_t j = 0; j < round->items[i].count; j++) {
            struct round_task *task = &round->items[i].tasks[j];
            task->is_answered = *pointer_map_at(&answered, task->task) == 1;
            round->items[i].answered += task->answers && task->is_answered;
        }
    free(voided_by);
    pointer_map_release(&answered);
    entry_targets_release(&targets);
}
