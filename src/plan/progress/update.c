// SPDX-License-Identifier: MIT
#include "plan/progress/update.h"

#include "base/text.h"
#include "plan/indicator/target.h"

#include <string.h>

/* Adds the id without its milestone, for task_list_find, which will not find it. */
static void add_task_part(struct strbuf *out, const char *id, const struct task_id *parsed)
{
    strbuf_add(out, id, (size_t)(parsed->path - id) + parsed->length);
}

static unsigned milestone_count(const struct task *task)
{
    return task->schedule->count > 0 ? task->schedule->count : 1;
}

static int check_milestone(const struct update_target *target, const char *id, struct error *error)
{
    unsigned count = milestone_count(target->task);
    char quoted[TEXT_QUOTE_SIZE];
    if (target->milestone <= count)
        return 0;
    text_quote(quoted, id, strlen(id));
    if (count == 1)
        return error_set(error, ERROR_USAGE, "no milestone «%s»: its task has but one", quoted);
    return error_set(error, ERROR_USAGE, "no milestone «%s»: expected /1 to /%u", quoted, count);
}

int update_target_find(struct update_target *target, const char *id,
                       const struct query_scope *scope, struct error *error)
{
    struct task_id parsed;
    struct task_list found = {0};
    struct strbuf name = {0};
    *target = (struct update_target){0};
    if (task_id_parse(id, &parsed))
        add_task_part(&name, id, &parsed);
    else
        strbuf_adds(&name, id);
    int status = task_list_find(&found, strbuf_text(&name), scope, error);
    if (status == 0 && found.count > 1 &&
        found.items[0]->section->plan != found.items[1]->section->plan)
        status = error_set(error, ERROR_USAGE, "«%s» names %zu tasks: expected one, as %s:%s",
                           strbuf_text(&name), found.count, found.items[0]->section->plan->id,
                           strbuf_text(&name));
    else if (status == 0 && found.count > 1)
        status = error_set(error, ERROR_USAGE, "«%s» names %zu tasks: expected one",
                           strbuf_text(&name), found.count);
    if (status == 0) {
        *target = (struct update_target){found.items[0], parsed.milestone};
        status = check_milestone(target, id, error);
    }
    task_list_release(&found);
    strbuf_release(&name);
    return status;
}

/* A value is one number per target; if the task has targets, at most as many as these. */
static int check_value(const struct journal_entry *entry, const struct task *task,
                       struct error *error)
{
    enum { MOST = 64 };
    struct figure figures[MOST];
    struct target_list targets = {0};
    struct arena arena = {0};
    char quoted[TEXT_QUOTE_SIZE];
    size_t count, expected;
    targets_of(&targets, &arena, task);
    bool read = measured_read(entry->value, &targets, figures, MOST, &count);
    expected = targets.count;
    target_list_release(&targets);
    arena_release(&arena);
    text_quote_all(quoted, entry->value);
    if (!read)
        return error_set(error, ERROR_USAGE,
                         "value «%s»: expected figures, as 98,5 or 7/7, several with ; between "
                         "them",
                         quoted);
    if (expected > 0 && count > expected)
        return error_set(error, ERROR_USAGE,
                         "value «%s»: expected no more than %zu, one for each target", quoted,
                         expected);
    return 0;
}

/* Refuses contradictions and entries that leave open what they are about. */
static int check_meaning(const struct journal_entry *entry, const struct update_target *target,
                         struct error *error)
{
    unsigned count = milestone_count(target->task);
    if (count > 1 && target->milestone == 0 && date_is_set(entry->due))
        return error_set(error, ERROR_USAGE,
                         "a due date of which of its %u milestones: expected %s/1 to %s/%u", count,
                         entry->task, entry->task, count);
    if (count > 1 && target->milestone > 0 &&
        (entry->percent != PERCENT_UNSET || entry->spent_vnd != SPENT_UNSET))
        return error_set(error, ERROR_USAGE,
                         "percent and spent are of the whole task: expected it without /%u",
                         target->milestone);
    if (entry->value != NULL && check_value(entry, target->task, error) != 0)
        return -1;
    if (entry->percent == PERCENT_UNSET)
        return 0;
    if (entry->status == TASK_DONE && entry->percent != 100)
        return error_set(error, ERROR_USAGE, "done by %d percent: expected 100, or in-progress",
                         entry->percent);
    if (entry->status == TASK_NOT_STARTED && entry->percent != 0)
        return error_set(error, ERROR_USAGE, "not started, but %d percent: expected in-progress",
                         entry->percent);
    return 0;
}

static int check_likelihood(const struct journal_entry *entry, const struct task *task,
                            struct date today, struct error *error)
{
    char text[DATE_TEXT_SIZE];
    int year = task->section->plan->year;
    if (date_compare(entry->on, today) > 0)
        return error_set(error, ERROR_USAGE, "%s is in the future", date_format(text, entry->on));
    if (entry->on.year < year)
        return error_set(error, ERROR_USAGE, "%s is before the plan's year, %d",
                         date_format(text, entry->on), year);
    if (date_is_set(entry->due) && entry->due.year < year)
        return error_set(error, ERROR_USAGE, "due on %s is before the plan's year, %d",
                         date_format(text, entry->due), year);
    struct date last = schedule_due(task->schedule);
    int end = date_is_set(last) && last.year > year ? last.year : year;
    if (year > 0 && entry->status == TASK_DONE && entry->on.year > end + 1)
        return error_set(error, ERROR_USAGE, "done on %s is %d years after the plan's year, %d",
                         date_format(text, entry->on), entry->on.year - year, year);
    if (task->budget.kind == BUDGET_AMOUNT && task->budget.vnd > 0 &&
        entry->spent_vnd / 2 >= task->budget.vnd &&
        entry->spent_vnd - task->budget.vnd > task->budget.vnd)
        return error_set(error, ERROR_USAGE, "more is spent than twice the budget");
    return 0;
}

int update_check(const struct journal_entry *entry, const struct update_target *target,
                 struct date today, bool force, struct error *error)
{
    if (check_meaning(entry, target, error) != 0)
        return -1;
    if (force || check_likelihood(entry, target->task, today, error) == 0)
        return 0;
    return error_settle(error, SETTLED_BY_FORCE);
}

struct update_state update_state_of(const struct update_target *target,
                                    const struct progress *progress)
{
    const struct task *task = target->task;
    const struct task_progress *known = progress_of(progress, task);
    const struct schedule *schedule = progress_schedule(progress, task);
    unsigned index = target->milestone > 0 ? target->milestone - 1 : 0;
    bool whole = target->milestone == 0 || milestone_count(task) == 1;
    struct update_state state = {
        .status = whole ? progress_status(progress, task)
                        : progress_milestone_status(progress, task, index),
        .percent = progress_percent(progress, task),
        .spent_vnd = progress_spent(progress, task),
        .note = known != NULL ? known->note : NULL,
        .evidence = known != NULL ? known->evidence : NULL,
        .value = known != NULL ? known->value : NULL,
    };
    if (index < schedule->count && (!whole || schedule->count == 1))
        state.due = schedule->milestones[index].due;
    else if (whole)
        state.due = schedule_due(schedule);
    if (known != NULL && whole && state.status == TASK_DONE)
        state.on = progress_done_on(progress, task);
    else if (known != NULL && index < known->count)
        state.on = known->milestones[index].on;
    return state;
}
