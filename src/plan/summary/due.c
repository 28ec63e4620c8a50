// SPDX-License-Identifier: MIT
#include "plan/summary/due.h"

#include "base/memory.h"
#include "base/pointer_map.h"
#include "plan/progress/progress.h"
#include "plan/tree.h"

#include <stdlib.h>

const char *const due_group_names[DUE_GROUPS] = {
    [DUE_OVERDUE] = "overdue",       [DUE_DUE] = "due",
    [DUE_RUNNING] = "running",       [DUE_TRIGGERED] = "triggered",
    [DUE_YEAR_ROUND] = "year-round",
};

struct period period_of_quarter(int year, int quarter)
{
    return (struct period){date_make(year, quarter * 3 - 2, 1), date_month_end(year, quarter * 3)};
}

struct period period_of_month(int year, int month)
{
    return (struct period){date_make(year, month, 1), date_month_end(year, month)};
}

void due_list_release(struct due_list *list)
{
    free(list->items);
    *list = (struct due_list){0};
}

static void add(struct due_list *list, struct due_item item)
{
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    item.order = list->count;
    list->items[list->count++] = item;
}

/* Returns the group of a milestone in a period, or DUE_GROUPS if it is not part of it. */
static enum due_group group_of(const struct milestone *milestone, struct period period)
{
    struct date start = milestone->start, due = milestone->due;
    if (milestone->waits && !date_is_set(due))
        return DUE_TRIGGERED;
    if (!date_is_set(due) || date_compare(due, period.from) < 0)
        return DUE_GROUPS;
    bool started = date_is_set(start) && date_compare(start, period.until) <= 0;
    if (milestone->all_year)
        return started ? DUE_YEAR_ROUND : DUE_GROUPS;
    if (date_compare(due, period.until) <= 0)
        return DUE_DUE;
    return started ? DUE_RUNNING : DUE_GROUPS;
}

static bool is_overdue(const struct progress *progress, const struct task *task, unsigned index,
                       struct period period)
{
    struct date due = progress_schedule(progress, task)->milestones[index].due;
    return date_is_set(due) && date_compare(due, period.from) < 0 &&
           progress_milestone_state(progress, task, index) == OPEN_OVERDUE;
}

static void add_milestones(struct due_list *list, const struct task *task,
                           const struct progress *progress, const struct due_scope *scope)
{
    const struct schedule *schedule = progress_schedule(progress, task);
    for (unsigned i = 0; i < schedule->count; i++) {
        const struct milestone *milestone = &schedule->milestones[i];
        enum due_group group = group_of(milestone, scope->period);
        enum task_status status = progress_milestone_status(progress, task, i);
        if (scope->overdue && is_overdue(progress, task, i, scope->period))
            group = DUE_OVERDUE;
        bool happened = group == DUE_TRIGGERED && status == TASK_DONE;
        if (group == DUE_GROUPS || status == TASK_CANCELLED || happened)
            continue;
        bool counts = row_kind(task) == ROW_TASK;
        list->group_count[group] += counts;
        list->phases += counts && group == DUE_YEAR_ROUND && schedule->count > 1;
        if (group != DUE_YEAR_ROUND || scope->all)
            add(list, (struct due_item){.task = task,
                                        .milestone = milestone,
                                        .index = schedule->count > 1 ? i + 1 : 0,
                                        .group = group});
    }
}

/* Items equal in group and due date stay in the order of the tasks. */
static int compare(const void *a, const void *b)
{
    const struct due_item *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    int order = x->group != DUE_TRIGGERED ? date_compare(x->milestone->due, y->milestone->due) : 0;
    return order != 0 ? order : (x->order > y->order) - (x->order < y->order);
}

static bool is_open(const struct progress *progress, const struct task *task)
{
    enum task_status status = progress_status(progress, task);
    return status == TASK_NOT_STARTED || status == TASK_IN_PROGRESS;
}

/* Adds the milestones of the task's groups that no task has inherited, once for each group. */
static void add_groups(struct due_list *list, struct pointer_map *seen, const struct task *task,
                       const struct progress *progress, const struct due_scope *scope)
{
    for (const struct task *group = row_group(task); group != NULL; group = row_group(group)) {
        size_t *known = pointer_map_at(seen, group);
        if (*known == POINTER_MAP_NONE && row_keeps_time(group))
            add_milestones(list, group, progress, scope);
        *known = 1;
    }
}

void due_list_select(struct due_list *list, const struct task_list *tasks,
                     const struct progress *progress, const struct due_scope *scope)
{
    struct pointer_map groups = {0};
    for (size_t i = 0; i < tasks->count; i++) {
        const struct task *task = tasks->items[i];
        enum schedule_kind kind = task->schedule->kind;
        bool undated = progress_schedule(progress, task)->count == 0 && is_open(progress, task);
        list->unread += undated && (kind == SCHEDULE_UNKNOWN || kind == SCHEDULE_MISSING);
        add_groups(list, &groups, task, progress, scope);
        add_milestones(list, task, progress, scope);
        if (!undated || kind != SCHEDULE_TRIGGERED)
            continue;
        list->group_count[DUE_TRIGGERED]++;
        add(list, (struct due_item){.task = task, .group = DUE_TRIGGERED});
    }
    pointer_map_release(&groups);
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, compare);
}
