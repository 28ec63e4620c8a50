// SPDX-License-Identifier: MIT
#include "plan/summary/summary.h"

#include "base/lang.h"
#include "base/memory.h"
#include "base/message.h"
#include "plan/tree.h"

#include <stdlib.h>
#include <string.h>

const char *const summary_by_names[SUMMARY_BYS + 1] = {
    [SUMMARY_BY_SECTION] = "section",
    [SUMMARY_BY_LEAD] = "lead",
    [SUMMARY_BY_QUARTER] = "quarter",
    [SUMMARY_BY_PLAN] = "plan",
};

void summary_list_release(struct summary_list *list)
{
    free(list->items);
    arena_release(&list->arena);
    pointer_map_release(&list->index);
    pointer_map_release(&list->leads);
    free((void *)list->lead_groups);
    *list = (struct summary_list){0};
}

/* The year is added if it is not the plan's. */
static const char *name_quarter(struct summary_list *list, const char *quarter, struct date due,
                                bool with_year)
{
    struct strbuf name = {0};
    strbuf_adds(&name, quarter);
    if (with_year)
        strbuf_addf(&name, "/%d", due.year);
    const char *kept = arena_intern(&list->arena, name.text, name.length);
    strbuf_release(&name);
    return kept;
}

static struct summary name_time(struct summary_list *list, bool all_year, struct date due, int year)
{
    if (all_year)
        return (struct summary){.group = "year-round", .shown = _("year-round")};
    if (!date_is_set(due))
        return (struct summary){.group = "undated", .shown = _("undated")};
    bool with_year = due.year != year;
    static const char *const names[] = {"Q1", "Q2", "Q3", "Q4"};
    int quarter = date_quarter(due);
    return (struct summary){.group = name_quarter(list, names[quarter - 1], due, with_year),
                            .shown = name_quarter(list, lang_quarter(quarter), due, with_year)};
}

static struct summary quarter_group(struct summary_list *list, const struct task *task,
                                    const struct progress *progress)
{
    const struct schedule *schedule = progress_schedule(progress, task);
    bool all_year = schedule->kind == SCHEDULE_RECURRING;
    for (unsigned i = 0; i < schedule->count; i++)
        all_year |= schedule->milestones[i].all_year;
    return name_time(list, all_year, schedule_due(schedule), task->section->plan->year);
}

/* Cells with the same offices are one group, named by the first of them. */
static size_t add_lead_group(struct summary_list *list, const char *lead,
                             const struct agency_table *agencies)
{
    struct strbuf text = {0};
    agency_add_keys(&text, agencies, lead);
    size_t *known =
        pointer_map_at(&list->leads, arena_intern(&list->arena, strbuf_text(&text), text.length));
    strbuf_clear(&text);
    if (*known == POINTER_MAP_NONE) {
        *known = list->lead_count;
        agency_add_offices(&text, agencies, lead);
        list->lead_groups = memory_grow((void *)list->lead_groups, list->lead_count,
                                        &list->lead_capacity, sizeof *list->lead_groups);
        list->lead_groups[list->lead_count++] =
            arena_intern(&list->arena, strbuf_text(&text), text.length);
    }
    strbuf_release(&text);
    return *known;
}

/* Leads repeat: equal cells mostly share a pointer; those that do not have equal texts. */
static const char *lead_group(struct summary_list *list, const char *lead,
                              const struct agency_table *agencies)
{
    size_t known = *pointer_map_at(&list->leads, lead);
    if (known != POINTER_MAP_NONE)
        return list->lead_groups[known];
    const char *text = lead != NULL ? arena_intern(&list->arena, lead, strlen(lead)) : NULL;
    known = *pointer_map_at(&list->leads, text);
    if (known == POINTER_MAP_NONE)
        known = add_lead_group(list, lead, agencies);
    *pointer_map_at(&list->leads, text) = known;
    *pointer_map_at(&list->leads, lead) = known;
    return list->lead_groups[known];
}

static struct summary key_of(struct summary_list *list, const struct task *task, enum summary_by by,
                             const struct agency_table *agencies, const struct progress *progress)
{
    switch (by) {
    case SUMMARY_BY_LEAD:
        return (struct summary){.group = lead_group(list, task->text[TASK_LEAD], agencies)};
    case SUMMARY_BY_QUARTER:
        return quarter_group(list, task, progress);
    case SUMMARY_BY_PLAN:
        return (struct summary){.group = task->section->plan->id,
                                .title = task->section->plan->title};
    case SUMMARY_BY_SECTION:
    case SUMMARY_BYS:
        break;
    }
    return (struct summary){.group = task->section->code, .title = task->section->title};
}

/* Returns what identifies a group: a section's value, or an interned name. */
static const void *identity(struct summary_list *list, unsigned section, enum summary_by by,
                            const char *group)
{
    if (by == SUMMARY_BY_SECTION)
        return (const void *)(uintptr_t)section;
    if (by == SUMMARY_BY_LEAD) /* already interned */
        return group;
    return arena_intern(&list->arena, group, strlen(group));
}

static struct summary *find_group(struct summary_list *list, struct summary key,
                                  const void *known_by)
{
    size_t *index = pointer_map_at(&list->index, known_by);
    if (*index == POINTER_MAP_NONE) {
        *index = list->count;
        list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = key;
    }
    struct summary *summary = &list->items[*index];
    if (summary->title != NULL && (key.title == NULL || strcmp(summary->title, key.title) != 0))
        summary->title = NULL; /* plans have different titles for one section */
    return summary;
}

int64_t summary_completion(const struct summary *summary)
{
    int64_t whole = (int64_t)(summary->tasks - summary->statuses[TASK_CANCELLED]);
    return whole > 0 ? ((int64_t)summary->statuses[TASK_DONE] * 2000 + whole) / (whole * 2) : -1;
}

static int add_money(struct summary *summary, int64_t budget, int64_t spent, struct error *error)
{
    if (!money_add(&summary->budget_vnd, budget))
        return error_set(error, ERROR_DATA, "the budgets add up to more than can be counted");
    if (!money_add(&summary->spent_vnd, spent))
        return error_set(error, ERROR_DATA, "what was spent adds up to more than can be counted");
    return 0;
}

int summary_join(struct summary *summary, const struct summary *other, struct error *error)
{
    summary->tasks += other->tasks;
    summary->budgeted += other->budgeted;
    summary->covered += other->covered;
    summary->amounts += other->amounts;
    summary->unspecified += other->unspecified;
    summary->missing += other->missing;
    summary->reported += other->reported;
    summary->unknown |= other->unknown;
    for (int i = 0; i < TASK_STATES; i++)
        summary->states[i] += other->states[i];
    for (int i = 0; i < TASK_STATUSES; i++)
        summary->statuses[i] += other->statuses[i];
    return add_money(summary, other->budget_vnd, other->spent_vnd, error);
}

void partial_covers_init(struct partial_covers *partial, const struct task_list *tasks)
{
    *partial = (struct partial_covers){0};
    for (size_t i = 0; i < tasks->count; i++) {
        const struct task *cover = task_cover(tasks->items[i]);
        if (cover == NULL)
            continue;
        size_t *count = pointer_map_at(&partial->groups, cover);
        *count = *count == POINTER_MAP_NONE ? 1 : *count + 1;
    }
}

void partial_covers_release(struct partial_covers *partial)
{
    pointer_map_release(&partial->groups);
}

/* Returns whether the task adds an amount, its own or its group's. */
static bool has_counted(const struct task *task, struct partial_covers *partial)
{
    const struct task *cover = task_cover(task);
    if (cover == NULL)
        return task->budget.kind == BUDGET_AMOUNT;
    return task->index == cover->index &&
           (partial == NULL || *pointer_map_at(&partial->groups, cover) == cover->tree->leaves);
}

int summary_add(struct summary *summary, const struct task *task, const struct progress *progress,
                struct partial_covers *partial, struct error *error)
{
    bool covered = task_cover(task) != NULL;
    const struct task_progress *known = progress_of(progress, task);
    summary->unknown |= progress_is_unknown(progress, task);
    bool spent = known != NULL && known->spent_vnd != SPENT_UNSET;
    summary->tasks++;
    summary->covered += covered;
    summary->budgeted += !covered && task->budget.kind == BUDGET_AMOUNT;
    summary->unspecified += !covered && task->budget.kind == BUDGET_UNSPECIFIED;
    summary->missing += !covered && task->budget.kind == BUDGET_MISSING;
    summary->states[progress_state(progress, task)]++;
    summary->statuses[progress_status(progress, task)]++;
    summary->reported += known != NULL;
    bool counts = has_counted(task, partial);
    summary->amounts += counts;
    return add_money(summary, counts ? task_counted(task) : 0, spent ? known->spent_vnd : 0, error);
}

static int compare_sections(const void *a, const void *b)
{
    unsigned x = section_value(((const struct summary *)a)->group);
    unsigned y = section_value(((const struct summary *)b)->group);
    return (x > y) - (x < y);
}

/* Orders Q1 to Q4, then undated, then year-round. */
static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct summary *)a)->group, ((const struct summary *)b)->group);
}

static struct summary share_key(struct summary_list *list, const struct summary_share *share,
                                enum summary_by by, const struct agency_table *agencies)
{
    switch (by) {
    case SUMMARY_BY_LEAD:
        return (struct summary){.group = lead_group(list, share->group, agencies)};
    case SUMMARY_BY_QUARTER:
        return name_time(list, share->year_round, share->due, share->year);
    case SUMMARY_BY_SECTION:
    case SUMMARY_BY_PLAN:
    case SUMMARY_BYS:
        break;
    }
    return (struct summary){.group = share->group, .title = share->title};
}

/* A run over tasks and the shares that come between them. */
struct run {
    struct summary_list *list;
    const struct task_list *tasks;
    const struct summary_shares *shares;
    size_t next; /* share */
    enum summary_by by;
    const struct agency_table *agencies;
    const struct progress *progress;
};

/* Adds the shares that come before the tasks of the plan with a number. */
static int add_shares(struct run *run, size_t plan, struct error *error)
{
    int status = 0;
    for (; run->next < run->shares->count && status == 0; run->next++) {
        const struct summary_share *share = &run->shares->items[run->next];
        if (share->plan > plan)
            break;
        struct summary key = share_key(run->list, share, run->by, run->agencies);
        const void *known_by = identity(run->list, share->section, run->by, key.group);
        status = summary_join(find_group(run->list, key, known_by), &share->numbers, error);
    }
    return status;
}

static int add_tasks(struct run *run, struct error *error)
{
    struct partial_covers partial;
    int status = 0;
    partial_covers_init(&partial, run->tasks);
    for (size_t i = 0; i < run->tasks->count && status == 0; i++) {
        const struct task *task = run->tasks->items[i];
        if (run->next < run->shares->count)
            status = add_shares(run, task->section->plan->number, error);
        if (status != 0)
            break;
        struct summary key = key_of(run->list, task, run->by, run->agencies, run->progress);
        const void *known_by = identity(run->list, task->section->value, run->by, key.group);
        status =
            summary_add(find_group(run->list, key, known_by), task, run->progress, &partial, error);
    }
    partial_covers_release(&partial);
    return status == 0 ? add_shares(run, SIZE_MAX, error) : -1;
}

/* A group that shares have named and no task was added to. */
static void drop_empty(struct summary_list *list)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].tasks > 0)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

int summary_list_run(struct summary_list *list, const struct task_list *tasks,
                     const struct summary_shares *shares, enum summary_by by,
                     const struct agency_table *agencies, const struct progress *progress,
                     struct error *error)
{
    static const struct summary_shares none;
    struct run run = {list, tasks, shares != NULL ? shares : &none, 0, by, agencies, progress};
    if (add_tasks(&run, error) != 0)
        return -1;
    drop_empty(list);
    for (size_t i = 0; i < list->count; i++)
        if (summary_join(&list->total, &list->items[i], error) != 0)
            return -1;
    list->total.group = "total";
    list->total.shown = _("total");
    if (list->count > 0 && (by == SUMMARY_BY_SECTION || by == SUMMARY_BY_QUARTER))
        qsort(list->items, list->count, sizeof *list->items,
              by == SUMMARY_BY_SECTION ? compare_sections : compare_names);
    return 0;
}
