// SPDX-License-Identifier: MIT
#include "plan/summary/report.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void report_release(struct report *report)
{
    struct report_list *lists[] = {&report->done, &report->going, &report->overdue, &report->next};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        free(lists[i]->items);
    task_list_release(&report->tasks);
    target_summary_release(&report->targets);
    summary_list_release(&report->sections);
    progress_release(&report->progress);
    arena_release(&report->arena);
    *report = (struct report){0};
}

static void add(struct report_list *list, struct report_item item)
{
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = item;
}

static const char *lead_of(struct report *report, const struct task *task,
                           const struct agency_table *agencies)
{
    struct strbuf offices = {0};
    agency_add_offices(&offices, agencies, task->text[TASK_LEAD]);
    const char *lead = arena_intern(&report->arena, strbuf_text(&offices), offices.length);
    strbuf_release(&offices);
    return lead;
}

static bool is_within(struct date date, struct date from, struct date until)
{
    return date_is_set(date) && date_compare(date, from) >= 0 && date_compare(date, until) <= 0;
}

/* Adds a milestone to the lists of the report that it belongs to. */
static void add_milestone(struct report *report, struct report_item item, unsigned index)
{
    const struct progress *progress = &report->progress;
    const struct schedule *schedule = progress_schedule(progress, item.task);
    enum task_state state = progress_milestone_state(progress, item.task, index);
    bool all_year = index < schedule->count && schedule->milestones[index].all_year;
    item.milestone = schedule->count > 1 ? index + 1 : 0;
    item.name = item.milestone > 0 ? schedule->milestones[index].name : NULL;
    if (index < schedule->count)
        item.due = schedule->milestones[index].due;
    if (progress_milestone_status(progress, item.task, index) == TASK_DONE)
        item.on = item.progress->milestones[index].on;
    if (is_within(item.on, report->period.from, progress->as_of))
        add(&report->done, item);
    if (state == OPEN_OVERDUE)
        add(&report->overdue, item);
    else if (state == OPEN_IN_TIME && !all_year &&
             is_within(item.due, date_add_days(progress->as_of, 1), report->period.next_until))
        add(&report->next, item);
}

static void add_task(struct report *report, const struct task *task,
                     const struct agency_table *agencies)
{
    unsigned count = progress_schedule(&report->progress, task)->count;
    struct report_item item = {.task = task,
                               .lead = lead_of(report, task, agencies),
                               .progress = progress_of(&report->progress, task)};
    if (progress_status(&report->progress, task) == TASK_IN_PROGRESS)
        add(&report->going, item);
    for (unsigned i = 0; i < (count > 0 ? count : 1); i++)
        add_milestone(report, item, i);
}

static int compare_tasks(const struct report_item *x, const struct report_item *y)
{
    int order = task_compare(x->task, y->task);
    return order != 0 ? order : (x->milestone > y->milestone) - (x->milestone < y->milestone);
}

static int compare_by_lead(const void *a, const void *b)
{
    const struct report_item *x = a, *y = b;
    int order = strcmp(x->lead, y->lead);
    order = order != 0 ? order : date_compare(x->due, y->due);
    return order != 0 ? order : compare_tasks(x, y);
}

static int compare_by_due(const void *a, const void *b)
{
    const struct report_item *x = a, *y = b;
    int order = date_compare(x->due, y->due);
    return order != 0 ? order : compare_tasks(x, y);
}

static void sort(struct report_list *list, int (*compare)(const void *, const void *))
{
    if (list->count > 0)
        qsort(list->items, list->count, sizeof *list->items, compare);
}

/* Adds up the total of tasks with their progress. */
static int add_up(struct summary *total, const struct task_list *tasks,
                  const struct progress *progress, struct error *error)
{
    *total = (struct summary){.group = "total"};
    for (size_t i = 0; i < tasks->count; i++)
        if (summary_add(total, tasks->items[i], progress, NULL, error) != 0)
            return -1;
    return 0;
}

static int summarise_before(struct report *report, struct plan *plan, const struct journal *journal,
                            struct error *error)
{
    struct progress progress = {.as_of = report->period.before};
    progress_add(&progress, &plan, 1, journal);
    int status = add_up(&report->before, &report->tasks, &progress, error);
    progress_release(&progress);
    return status;
}

int report_run(struct report *report, struct plan *plan, const struct journal *journal,
               const struct query *query, const struct agency_table *agencies, struct date today,
               struct error *error)
{
    struct progress *progress = &report->progress;
    const struct query_scope scope = {
        .plans = &plan, .plan_count = 1, .agencies = agencies, .progress = progress};
    report->plan = plan;
    progress->as_of = date_compare(today, report->period.until) < 0 ? today : report->period.until;
    progress_add(progress, &plan, 1, journal);
    task_list_select(&report->tasks, query, &scope);
    if (summarise_before(report, plan, journal, error) != 0)
        return -1;
    for (size_t i = 0; i < report->tasks.count; i++)
        add_task(report, report->tasks.items[i], agencies);
    target_summary_run(&report->targets, &report->tasks, progress);
    sort(&report->overdue, compare_by_lead);
    sort(&report->next, compare_by_due);
    return summary_list_run(&report->sections, &report->tasks, NULL, SUMMARY_BY_SECTION, agencies,
                            progress, error);
}

static struct date a_year_before(struct date date)
{
    date.year--;
    return date_is_valid(date) ? date : date_add_days(date, -1); /* 29 February */
}

int report_compare(struct report *report, struct plan *plan, const struct journal *journal,
                   const struct query *query, const struct agency_table *agencies,
                   struct error *error)
{
    struct progress progress = {.as_of = a_year_before(report->progress.as_of)};
    const struct query_scope scope = {
        .plans = &plan, .plan_count = 1, .agencies = agencies, .progress = &progress};
    struct task_list tasks = {0};
    int expected = report->plan->year - 1;
    if (plan->year != expected) {
        if (plan->year > 0)
            error_set(error, ERROR_DATA, "a plan of %d: expected the one of the year before, %d",
                      plan->year, expected);
        else
            error_set(error, ERROR_DATA,
                      "the plan names no year: expected «năm %d» above or below its table",
                      expected);
        error->path = plan->path;
        return -1;
    }
    progress_add(&progress, &plan, 1, journal);
    task_list_select(&tasks, query, &scope);
    report->year_before_as_of = progress.as_of;
    int status = add_up(&report->year_before, &tasks, &progress, error);
    task_list_release(&tasks);
    progress_release(&progress);
    return status;
}
