// SPDX-License-Identifier: MIT
#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "plan/task_id.h"
#include "plan/tree.h"
#include "view/timeline_view.h"

/* The rows made so far. */
struct making {
    const struct progress *progress;
    bool with_plan;
    struct timeline_row *rows;
    size_t count, capacity;
    struct pointer_map groups; /* those that have theirs */
};

static void add_task(struct making *making, const struct task *task)
{
    unsigned milestones = progress_schedule(making->progress, task)->count;
    for (unsigned m = 0; m < (milestones > 0 ? milestones : 1); m++) {
        making->rows =
            memory_grow(making->rows, making->count, &making->capacity, sizeof *making->rows);
        making->rows[making->count++] = (struct timeline_row){
            .task = task,
            .progress = making->progress,
            .with_plan = making->with_plan,
            .milestone = m,
            .several = milestones > 1,
        };
    }
}

/* The groups of a task whose own time no task has, the outermost first, each but once. */
static void add_groups(struct making *making, const struct task *group)
{
    if (group == NULL || *pointer_map_at(&making->groups, group) != POINTER_MAP_NONE)
        return;
    add_groups(making, row_group(group));
    *pointer_map_at(&making->groups, group) = 1;
    if (row_keeps_time(group))
        add_task(making, group);
}

struct timeline_row *timeline_rows(const struct task_list *tasks, const struct progress *progress,
                                   bool with_plan, size_t *count)
{
    struct making making = {.progress = progress, .with_plan = with_plan};
    for (size_t i = 0; i < tasks->count; i++) {
        add_groups(&making, row_group(tasks->items[i]));
        add_task(&making, tasks->items[i]);
    }
    pointer_map_release(&making.groups);
    *count = making.count;
    return making.rows;
}

const char *timeline_missing_bar(const struct timeline_row *row)
{
    static const char *const words[SCHEDULE_KINDS] = {
        [SCHEDULE_MISSING] = N_("no schedule"),
        [SCHEDULE_UNKNOWN] = N_("a schedule that is not read"),
        [SCHEDULE_TRIGGERED] = N_("waiting for an event"),
    };
    const char *word = words[row->task->schedule->kind];
    enum task_status status = progress_status(row->progress, row->task);
    bool over = status == TASK_DONE || status == TASK_CANCELLED;
    return over || word == NULL ? "" : _(word);
}

static const struct timeline_row *row_of(const void *row)
{
    return row;
}

static const struct milestone *milestone_of(const void *row)
{
    const struct schedule *schedule = progress_schedule(row_of(row)->progress, row_of(row)->task);
    unsigned index = row_of(row)->milestone;
    return index < schedule->count ? &schedule->milestones[index] : NULL;
}

static struct value get_plan(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(row_of(row)->task->section->plan->id);
}

static struct value get_id(const void *row, struct strbuf *scratch)
{
    task_add_id(scratch, row_of(row)->task, row_of(row)->with_plan);
    return value_text(scratch->text);
}

static struct value get_milestone(const void *row, struct strbuf *scratch)
{
    const struct timeline_row *r = row;
    if (!r->several)
        return value_none();
    task_add_milestone_id(scratch, r->task, r->with_plan, r->milestone + 1);
    return value_text(scratch->text);
}

static struct value get_name(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct milestone *milestone = milestone_of(row);
    return value_text(milestone != NULL ? milestone->name : NULL);
}

static struct value get_title(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(row_of(row)->task->text[TASK_TITLE]);
}

static struct value get_start(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct milestone *milestone = milestone_of(row);
    return milestone != NULL ? value_date(milestone->start) : value_none();
}

static struct value get_due(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct milestone *milestone = milestone_of(row);
    return milestone != NULL ? value_date(milestone->due) : value_none();
}

static struct value get_status(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct timeline_row *r = row;
    return value_text(
        task_status_names[progress_milestone_status(r->progress, r->task, r->milestone)]);
}

static struct value get_state(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct timeline_row *r = row;
    return value_text(
        task_state_names[progress_milestone_state(r->progress, r->task, r->milestone)]);
}

static struct value get_level(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(row_kind(row_of(row)->task) == ROW_TASK ? "task" : "group");
}

static const struct column columns[] = {
    {"plan", N_("Plan"), N_("the plan's id"), get_plan, .weight = 0},
    {"id", N_("ID"), N_("the task"), get_id, .weight = 0},
    {"milestone", N_("Milestone"), N_("ID/N, where the task has several"), get_milestone,
     .weight = 0},
    {"name", N_("Name"), N_("the milestone's name"), get_name, .weight = 0},
    {"title", N_("Task"), N_("what is to be done"), get_title, .weight = 6},
    {"start", N_("Start"), N_("the first day"), get_start, .weight = 0},
    {"due", N_("Due"), N_("the last day"), get_due, .weight = 0},
    {"status", N_("Status"), N_("not-started, in-progress, done or cancelled"), get_status,
     .translatable = true},
    {"standing", N_("Standing"),
     N_("done-on-time, done-late, done-no-due, open-in-time, open-overdue, open-no-due or "
        "cancelled"),
     get_state, .translatable = true},
    {"level", N_("Level"), N_("task, or group where the time is of a group of tasks"), get_level,
     .weight = 0},
};

const struct column_table timeline_columns =
    COLUMN_TABLE(columns, "id,milestone,title,start,due,standing");
