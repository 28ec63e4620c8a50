// SPDX-License-Identifier: MIT
#include "plan/progress/entry_target.h"

#include "base/memory.h"
#include "plan/agency_key.h"
#include "plan/plan_index.h"

#include <stdlib.h>
#include <string.h>

bool titles_are_same(const char *a, const char *b)
{
    if (a == NULL || b == NULL || strcmp(a, b) == 0)
        return a == b || (a != NULL && b != NULL);
    struct strbuf x = {0}, y = {0};
    agency_key_add(&x, a, strlen(a));
    agency_key_add(&y, b, strlen(b));
    bool same = strcmp(strbuf_text(&x), strbuf_text(&y)) == 0;
    strbuf_release(&x);
    strbuf_release(&y);
    return same;
}

bool task_has_milestone(const struct task *task, unsigned milestone)
{
    return milestone <= (task->schedule->count > 0 ? task->schedule->count : 1);
}

/* ---- The plans of a journal, each indexed when an entry first names it ---- */

struct lookup {
    struct entry_targets *targets;
    const struct journal *journal;
    struct plan *const *plans;
    size_t count;
    struct plan_index ids;
    struct task_index *tasks;
    bool *indexed;

    uint64_t *voided_by;
    struct arena keys; /* the ids and titles that decisions are about */
    struct pointer_map decisions;
    size_t decision_count;
    struct strbuf key;
};

static void lookup_init(struct lookup *lookup, struct plan *const *plans, size_t count)
{
    lookup->plans = plans;
    lookup->count = count;
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
    free(lookup->voided_by);
    arena_release(&lookup->keys);
    pointer_map_release(&lookup->decisions);
    strbuf_release(&lookup->key);
}

/* Returns the index of the entry's plan, or -1. A journal next to the only plan of a file belongs
 * to that plan, whatever its entries call it: the file may have been renamed. */
static long find_plan(const struct lookup *lookup, const struct journal_entry *entry)
{
    if (lookup->count != 1)
        return entry->plan != NULL ? plan_index_find((struct plan_index *)&lookup->ids, entry->plan)
                                   : -1;
    bool own = lookup->journal->of_one_plan || entry->plan == NULL ||
               strcmp(entry->plan, lookup->plans[0]->id) == 0;
    return own ? 0 : -1;
}

static struct task_reference find_task(struct lookup *lookup, size_t plan, const char *task)
{
    if (!lookup->indexed[plan])
        task_index_init(&lookup->tasks[plan], lookup->plans[plan]);
    lookup->indexed[plan] = true;
    return task_index_read(&lookup->tasks[plan], lookup->plans[plan], task);
}

/* ---- Decisions ---- */

/* Returns the key of an id and a title in a plan: ids as they are, titles as they are compared. */
static const char *make_key(struct lookup *lookup, size_t plan, const char *task, size_t length,
                            unsigned milestone, const char *title)
{
    strbuf_clear(&lookup->key);
    strbuf_addf(&lookup->key, "%zu ", plan);
    strbuf_add(&lookup->key, task, length);
    if (milestone > 0)
        strbuf_addf(&lookup->key, "/%u", milestone);
    strbuf_addc(&lookup->key, title != NULL ? ' ' : '\n');
    if (title != NULL)
        agency_key_add(&lookup->key, title, strlen(title));
    return lookup->key.text;
}

/* Returns the id that a decision is about, and sets its title. */
static const char *former_task(const struct journal_entry *entry, size_t *length,
                               const char **title)
{
    if (entry->decision != DECIDES_CARRIED) {
        *length = strlen(entry->task);
        *title = entry->title;
        return entry->task;
    }
    *length = strcspn(entry->evidence, " ");
    *title = entry->evidence[*length] != '\0' ? entry->evidence + *length + 1 : NULL;
    return entry->evidence;
}

/* The last decision about an id and title counts. */
static void list_decisions(struct lookup *lookup)
{
    const struct journal *journal = lookup->journal;
    for (size_t i = 0; i < journal->count; i++) {
        const struct journal_entry *entry = &journal->entries[i];
        long plan = find_plan(lookup, entry);
        if (entry->decision == DECIDES_NOTHING || lookup->voided_by[i] != 0 || plan < 0)
            continue;
        size_t length;
        const char *title, *task = former_task(entry, &length, &title);
        make_key(lookup, (size_t)plan, task, length, 0, title);
        *pointer_map_at(&lookup->decisions,
                        arena_intern(&lookup->keys, lookup->key.text, lookup->key.length)) = i;
        lookup->decision_count++;
    }
}

static const struct journal_entry *look_up(struct lookup *lookup, const char *key)
{
    const char *known = arena_find(&lookup->keys, key, lookup->key.length);
    size_t number = known != NULL ? *pointer_map_at(&lookup->decisions, known) : POINTER_MAP_NONE;
    return number != POINTER_MAP_NONE ? &lookup->journal->entries[number] : NULL;
}

/* The id and title that an entry has, or that it was carried to. */
struct stop {
    size_t plan;
    const char *task; /* without its milestone */
    size_t length;
    unsigned milestone;
    const char *title;
};

static void stop_at(struct stop *stop, const char *task, const char *title)
{
    struct task_id id;
    unsigned milestone = stop->milestone;
    stop->task = task;
    stop->title = title;
    stop->length = strlen(task);
    if (!task_id_parse(task, &id))
        return;
    stop->length = (size_t)(id.path - task) + id.length;
    stop->milestone = id.milestone > 0 ? id.milestone : milestone;
}

/* Returns the decision about a milestone, or else about its task. */
static const struct journal_entry *decision_about(struct lookup *lookup, const struct stop *stop)
{
    const struct journal_entry *found = NULL;
    if (lookup->decision_count == 0)
        return NULL;
    if (stop->milestone > 0)
        found = look_up(lookup, make_key(lookup, stop->plan, stop->task, stop->length,
                                         stop->milestone, stop->title));
    if (found == NULL)
        found =
            look_up(lookup, make_key(lookup, stop->plan, stop->task, stop->length, 0, stop->title));
    return found;
}

static const char *stop_text(struct lookup *lookup, const struct stop *stop)
{
    strbuf_clear(&lookup->key);
    strbuf_add(&lookup->key, stop->task, stop->length);
    if (stop->milestone > 0)
        strbuf_addf(&lookup->key, "/%u", stop->milestone);
    return arena_intern(&lookup->targets->arena, lookup->key.text, lookup->key.length);
}

static void add_stray(struct lookup *lookup, const struct journal_entry *entry,
                      const struct stop *stop, enum entry_outcome outcome, const struct task *found)
{
    struct entry_targets *targets = lookup->targets;
    targets->strays = memory_grow(targets->strays, targets->stray_count, &targets->stray_capacity,
                                  sizeof *targets->strays);
    targets->strays[targets->stray_count++] = (struct entry_stray){
        .journal = lookup->journal,
        .entry = entry,
        .outcome = outcome,
        .plan = lookup->plans[stop->plan],
        .task = stop_text(lookup, stop),
        .title = stop->title,
        .found = found,
    };
}

/* Returns whether an entry counts for the task that has its id. */
static bool stands(const struct journal_entry *entry, const struct stop *stop,
                   const struct task *task, bool decided)
{
    if (task == NULL || !task_has_milestone(task, stop->milestone))
        return false;
    if (date_is_set(entry->due) && stop->milestone == 0 && task->schedule->count > 1)
        return false; /* it is unclear which milestone is due */
    return stop->title != NULL ? titles_are_same(stop->title, task->text[TASK_TITLE]) : !decided;
}

/* In the usual case the id needs no copy. */
static struct task_reference task_at(struct lookup *lookup, const struct journal_entry *entry,
                                     const struct stop *stop)
{
    const char *text = stop->task == entry->task ? entry->task : stop_text(lookup, stop);
    struct task_reference reference = find_task(lookup, stop->plan, text);
    reference.milestone = stop->milestone;
    return reference;
}

static void add_untitled(struct lookup *lookup, const struct journal_entry *entry)
{
    struct entry_targets *targets = lookup->targets;
    targets->untitled = memory_grow(targets->untitled, targets->untitled_count,
                                    &targets->untitled_capacity, sizeof *targets->untitled);
    targets->untitled[targets->untitled_count++] = (size_t)(entry - lookup->journal->entries);
}

/* Follows the decisions about an entry to the task that it counts for, or counted for until it was
 * voided. */
static struct task_reference follow(struct lookup *lookup, const struct journal_entry *entry,
                                    size_t plan, bool taken_back)
{
    struct stop stop = {.plan = plan};
    struct task_reference found = {0};
    stop_at(&stop, entry->task, entry->title);
    for (size_t steps = 0;; steps++) {
        const struct journal_entry *decision = decision_about(lookup, &stop);
        enum entry_decision decided = decision != NULL ? decision->decision : DECIDES_NOTHING;
        if (decided == DECIDES_CLOSED)
            return (struct task_reference){0};
        found = task_at(lookup, entry, &stop);
        if (stands(entry, &stop, found.task, decision != NULL)) {
            if (stop.title == NULL && !taken_back)
                add_untitled(lookup, entry);
            return found;
        }
        if (decided == DECIDES_CARRIED && steps < lookup->decision_count) {
            stop_at(&stop, decision->task, decision->title);
            continue;
        }
        if (!taken_back)
            add_stray(lookup, entry, &stop,
                      decided == DECIDES_SET_ASIDE ? OUTCOME_SET_ASIDE : OUTCOME_STRAY, found.task);
        return (struct task_reference){0};
    }
}

/* ---- All entries ---- */

/* An entry that voids another belongs to the same task. */
static struct task_reference target_of(struct lookup *lookup, size_t index)
{
    const struct journal *journal = lookup->journal;
    const struct journal_entry *entry = &journal->entries[index];
    long plan = find_plan(lookup, entry);
    if (entry->voids > 0) {
        const struct journal_entry *origin = journal_find(journal, entry->voids);
        return origin != NULL ? lookup->targets->tasks[origin - journal->entries]
                              : (struct task_reference){0};
    }
    if (plan >= 0 && entry->decision == DECIDES_NOTHING)
        return follow(lookup, entry, (size_t)plan, lookup->voided_by[index] != 0);
    if (plan < 0 && entry->plan != NULL) {
        lookup->targets->other_plan = entry->plan;
        lookup->targets->other_count++;
    }
    return (struct task_reference){0};
}

void entry_targets_find(struct entry_targets *targets, const struct journal *journal,
                        struct plan *const *plans, size_t count)
{
    struct lookup lookup = {.targets = targets, .journal = journal};
    lookup_init(&lookup, plans, count);
    lookup.voided_by = journal_voided_by(journal, (struct date){0});
    list_decisions(&lookup);
    targets->tasks = memory_alloc(journal->count * sizeof *targets->tasks);
    for (size_t i = 0; i < journal->count; i++)
        targets->tasks[i] = target_of(&lookup, i);
    lookup_release(&lookup);
}

bool entry_targets_are_of(const struct entry_targets *targets, const struct journal *journal,
                          size_t index, const struct task *task)
{
    const struct journal_entry *entry = &journal->entries[index];
    struct task_id id;
    if (targets->tasks[index].task != NULL)
        return targets->tasks[index].task == task;
    return (entry->plan == NULL || strcmp(entry->plan, task->section->plan->id) == 0) &&
           entry->task != NULL && task_id_parse(entry->task, &id) && task_id_names(&id, task);
}

void entry_targets_release(struct entry_targets *targets)
{
    free(targets->tasks);
    free(targets->strays);
    free(targets->untitled);
    arena_release(&targets->arena);
    *targets = (struct entry_targets){0};
}
