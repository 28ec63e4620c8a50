// SPDX-License-Identifier: MIT
#include "plan/task_columns.h"

#include "base/message.h"
#include "plan/indicator/target.h"
#include "plan/progress/progress.h"
#include "plan/summary/due.h"
#include "plan/task_id.h"
#include "plan/tree.h"

#include <string.h>

static const struct task *task_of(const void *row)
{
    return ((const struct task_row *)row)->task;
}

static struct value get_plan(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(task_of(row)->section->plan->id);
}

static struct value get_id(const void *row, struct strbuf *scratch)
{
    task_add_id(scratch, task_of(row), ((const struct task_row *)row)->with_plan);
    return value_text(scratch->text);
}

/* In `due`, a row of a task with several milestones is about one of them. */
static struct value get_milestone(const void *row, struct strbuf *scratch)
{
    const struct task_row *r = row;
    if (r->milestone_index == 0)
        return value_none();
    task_add_id(scratch, r->task, r->with_plan);
    strbuf_addf(scratch, "/%u", r->milestone_index);
    return value_text(scratch->text);
}

static struct value show_id(const void *row, struct strbuf *scratch)
{
    struct value milestone = get_milestone(row, scratch);
    return milestone.kind != VALUE_NONE ? milestone : get_id(row, scratch);
}

static int compare_ids(const void *a, const void *b, bool reverse)
{
    const struct task_row *x = a, *y = b;
    int order = x->task->section->plan == y->task->section->plan
                    ? task_compare(x->task, y->task)
                    : strcmp(x->task->section->plan->id, y->task->section->plan->id);
    if (order == 0)
        order =
            (x->milestone_index > y->milestone_index) - (x->milestone_index < y->milestone_index);
    return reverse ? -order : order;
}

static int compare_sections(const void *a, const void *b, bool reverse)
{
    unsigned x = task_of(a)->section->value, y = task_of(b)->section->value;
    int order = (x > y) - (x < y);
    return reverse ? -order : order;
}

static int compare_numbers(const void *a, const void *b, bool reverse)
{
    int order = task_number_compare(task_of(a)->number, task_of(b)->number);
    return reverse ? -order : order;
}

static struct value get_section(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const char *code = task_of(row)->section->code;
    return value_text(*code != '\0' ? code : NULL);
}

static struct value get_section_title(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(task_of(row)->section->title);
}

static struct value get_mark(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(row_mark(task_of(row)));
}

/* Returns a plain number; «1.1» is not one. */
static struct value get_number(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const char *number = task_of(row)->number;
    size_t digits = strspn(number, "0123456789");
    if (number[digits] != '\0' || digits > 9 || (*number == '0' && digits > 1))
        return value_none();
    int64_t value = 0;
    for (size_t i = 0; i < digits; i++)
        value = value * 10 + (number[i] - '0');
    return value_integer(value);
}

static struct value show_budget(const void *row, struct strbuf *scratch)
{
    const struct budget *budget = &task_of(row)->budget;
    (void)scratch;
    return budget->kind == BUDGET_AMOUNT ? value_money(budget->vnd)
                                         : value_text(task_of(row)->text[TASK_BUDGET]);
}

/* Orders amounts by size; words come last in both directions. */
static int compare_budgets(const void *a, const void *b, bool reverse)
{
    const struct budget *x = &task_of(a)->budget, *y = &task_of(b)->budget;
    if (x->kind != y->kind)
        return x->kind > y->kind ? -1 : 1;
    int order = (x->vnd > y->vnd) - (x->vnd < y->vnd);
    return reverse ? -order : order;
}

/* In `due`, the milestone's name precedes its task's title. */
static struct value show_title(const void *row, struct strbuf *scratch)
{
    const struct task_row *r = row;
    const char *title = r->task->text[TASK_TITLE];
    bool group = row_kind(r->task) == ROW_GROUP;
    if (group)
        strbuf_addf(scratch, _("the group's: "));
    if (!group && (r->milestone == NULL || r->milestone->name == NULL))
        return value_text(title);
    if (r->milestone == NULL || r->milestone->name == NULL) {
        strbuf_adds(scratch, title != NULL ? title : "");
        return value_text(scratch->text);
    }
    strbuf_addf(scratch, "%s: %s", r->milestone->name, title != NULL ? title : "");
    return value_text(scratch->text);
}

static struct value get_schedule_kind(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    enum schedule_kind kind = task_of(row)->schedule->kind;
    return kind == SCHEDULE_MISSING ? value_none() : value_text(schedule_kind_names[kind]);
}

static struct value get_start(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct task_row *r = row;
    return value_date(r->milestone != NULL
                          ? r->milestone->start
                          : schedule_start(progress_schedule(r->progress, r->task)));
}

static struct value get_due(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct task_row *r = row;
    return value_date(r->milestone != NULL ? r->milestone->due
                                           : schedule_due(progress_schedule(r->progress, r->task)));
}

static struct value get_budget_vnd(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct budget *budget = &task_of(row)->budget;
    return budget->kind == BUDGET_AMOUNT ? value_money(budget->vnd) : value_none();
}

/* Returns the milestone's status if the row is about one of several. */
static enum task_status status_of(const struct task_row *row)
{
    return row->milestone_index > 0
               ? progress_milestone_status(row->progress, row->task, row->milestone_index - 1)
               : progress_status(row->progress, row->task);
}

static struct value get_status(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct task_row *r = row;
    return progress_is_unknown(r->progress, r->task) ? value_none()
                                                     : value_text(task_status_names[status_of(r)]);
}

static struct value get_percent(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct task_row *r = row;
    int percent = progress_percent(r->progress, r->task);
    return percent != PERCENT_UNSET ? value_integer(percent) : value_none();
}

static struct value get_spent_vnd(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct task_row *r = row;
    int64_t spent = progress_spent(r->progress, r->task);
    return spent != SPENT_UNSET ? value_money(spent) : value_none();
}

/* Targets are read only when this column is asked for. */
static struct value get_target(const void *row, struct strbuf *scratch)
{
    struct target_list targets = {0};
    struct arena arena = {0};
    targets_of(&targets, &arena, task_of(row));
    for (size_t i = 0; i < targets.count; i++) {
        strbuf_separate(scratch, "; ");
        target_add(scratch, &targets.items[i]);
    }
    bool any = targets.count > 0;
    target_list_release(&targets);
    arena_release(&arena);
    return any ? value_text(scratch->text) : value_none();
}

static const char *measured_of(const void *row)
{
    const struct task_row *r = row;
    const struct task_progress *known = progress_of(r->progress, r->task);
    return known != NULL ? known->value : NULL;
}

static struct value get_measured(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(measured_of(row));
}

static struct value get_reached(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    switch (task_target_result(task_of(row), measured_of(row))) {
    case TARGET_REACHED:
        return value_text(N_("yes"));
    case TARGET_MISSED:
        return value_text(N_("no"));
    default:
        return value_none();
    }
}

static struct value get_group(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct task_row *)row)->group);
}

/* Tells whose schedule it is: a task's, or a group's that no task has inherited. */
static struct value get_level(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(row_kind(task_of(row)) == ROW_GROUP ? "group" : "task");
}

static struct value show_group(const void *row, struct strbuf *scratch)
{
    static const char *const words[DUE_GROUPS] = {N_("overdue"), NC_("group", "due"), N_("running"),
                                                  N_("triggered"), N_("year-round")};
    const char *group = ((const struct task_row *)row)->group;
    (void)scratch;
    for (int i = 0; i < DUE_GROUPS; i++)
        if (group == due_group_names[i])
            return value_text(message(words[i]));
    return value_none();
}

static struct value get_days_left(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    const struct task_row *r = row;
    if (r->milestone == NULL || !date_is_set(r->milestone->due) ||
        !date_is_set(r->progress->as_of) || status_of(r) == TASK_DONE)
        return value_none();
    return value_integer(date_days_between(r->progress->as_of, r->milestone->due));
}

static struct value get_days_late(const void *row, struct strbuf *scratch)
{
    struct value left = get_days_left(row, scratch);
    return left.kind == VALUE_INTEGER && left.number < 0 ? value_integer(-left.number)
                                                         : value_none();
}

/* In the order of machine formats and of enum task_column. */
static const struct column columns[] = {
    {"plan", N_("Plan"), N_("the plan's id"), get_plan, .weight = 0},
    {"id", N_("ID"), N_("SECTION.NUMBER, after its plan if there are several"), get_id,
     .show = show_id, .compare = compare_ids},
    {"section", N_("Section"), N_("the section's code"), get_section, .compare = compare_sections},
    {"section_title", N_("Section title"), N_("the section's title"), get_section_title,
     .weight = 3},
    {"number", N_("No."), N_("the task's number in its section"), get_number, .right = true,
     .compare = compare_numbers},
    {"mark", N_("Mark"), N_("what stands before it in the table: «2», «a)»"), get_mark,
     .weight = 0},
    {"title", N_("Task"), N_("what is to be done"), NULL, .weight = 6,
     .field = &(const struct field){TASK_TITLE, FIELD_TEXT, "Các nhiệm vụ trọng tâm", N_("Task"),
                                    N_("a title"), 46, false},
     .show = show_title},
    {"output", N_("Output"), N_("what comes of it"), NULL, .weight = 4,
     .field =
         &(const struct field){TASK_OUTPUT, FIELD_TEXT, "Kết quả đầu ra, chỉ tiêu chính (dự kiến)",
                               N_("Output"), N_("an output"), 32, false}},
    {"indicator", N_("Indicator"), N_("the target that it is measured by"), NULL, .weight = 3,
     .field = &(const struct field){TASK_INDICATOR, FIELD_TEXT, "Chỉ tiêu", N_("Indicator"),
                                    N_("an indicator"), 20, true}},
    {"lead", N_("Lead"), N_("the lead agency"), NULL, .weight = 3,
     .field = &(const struct field){TASK_LEAD, FIELD_AGENCIES, "Cơ quan chủ trì",
                                    NC_("annex", "Lead"), N_("a lead agency"), 20, false}},
    {"coordinating", N_("Coordinating"), N_("the coordinating agencies"), NULL, .weight = 3,
     .field = &(const struct field){TASK_COORDINATING, FIELD_AGENCIES, "Cơ quan phối hợp",
                                    NC_("annex", "Coordinating"), N_("a coordinating agency"), 24,
                                    false}},
    {"schedule", N_("Schedule"), N_("the schedule in the plan's words"), NULL, .weight = 3,
     .field = &(const struct field){TASK_SCHEDULE, FIELD_SCHEDULE,
                                    "Thời gian thực hiện/hoàn thành (tháng/quý)",
                                    NC_("annex", "Schedule"), N_("a schedule"), 20, false}},
    {"budget", N_("Budget (mil. đ)"), N_("the budget as written"), NULL, .weight = 2, .right = true,
     .field = &(const struct field){TASK_BUDGET, FIELD_MONEY, "Kinh phí dự kiến",
                                    N_("Budget (million đồng)"), N_("an amount"), 14, false},
     .show = show_budget, .compare = compare_budgets},
    {"source", N_("Source"), N_("where its money comes from"), NULL, .weight = 2,
     .field = &(const struct field){TASK_SOURCE, FIELD_TEXT, "Nguồn kinh phí", N_("Source"),
                                    N_("a source of money"), 16, true}},
    {"person", N_("Person"), N_("who is in charge of it"), NULL, .weight = 2,
     .field = &(const struct field){TASK_PERSON, FIELD_TEXT, "Người phụ trách", N_("Person"),
                                    N_("a person"), 18, true}},
    {"note", N_("Note"), N_("the plan's note on it"), NULL, .weight = 3,
     .field = &(const struct field){TASK_NOTE, FIELD_TEXT, "Ghi chú", N_("Note"), N_("a note"), 18,
                                    true}},
    {"schedule_kind", N_("Kind"), N_("dated, year-round, recurring, phased, triggered or unknown"),
     get_schedule_kind, .translatable = true},
    {"start", N_("Start"), N_("the first day"), get_start, .weight = 0},
    {"due", N_("Due"), N_("the last day"), get_due, .weight = 0},
    {"budget_vnd", N_("Amount (mil. đ)"), N_("the budget in đồng, if it is an amount"),
     get_budget_vnd, .right = true},
    {"status", N_("Status"), N_("not-started, in-progress, done or cancelled"), get_status,
     .translatable = true},
    {"percent", N_("Done %"), N_("how much of it is done"), get_percent, .right = true},
    {"spent_vnd", N_("Spent (mil. đ)"), N_("what was spent on it, in đồng"), get_spent_vnd,
     .right = true},
    {"target", N_("Target"), N_("what its words set, as «≥ 98 % hồ sơ đúng hạn»"), get_target,
     .weight = 4, .table_only = true},
    {"measured", N_("Measured"), N_("what was measured of its targets"), get_measured, .weight = 1,
     .table_only = true},
    {"reached", N_("Reached"), N_("yes or no, once they were measured"), get_reached,
     .translatable = true, .table_only = true},
};
_Static_assert(sizeof columns / sizeof *columns <= TASK_COLUMNS_MAX, "a column_set has them all");

/* The columns that only `due` has. */
static const struct column due_only[] = {
    {"milestone", N_("Milestone"), N_("ID/N, where the task has several"), get_milestone,
     .compare = compare_ids},
    {"group", N_("Group"), N_("overdue, due, running, triggered or year-round"), get_group,
     .show = show_group},
    {"level", N_("Level"), N_("task, or group where the time is of a group of tasks"), get_level,
     .weight = 0},
    {"days_left", N_("Days left"), N_("from the as-of date to the due date, if it is not done"),
     get_days_left, .right = true},
    {"days_late", N_("Days late"), N_("from the due date to the as-of date, if it is not done"),
     get_days_late, .right = true, .table_only = true},
};

/* The columns of `list`, then those above. */
#define DUE_TABLE(names)                                                                           \
    {                                                                                              \
        .items = due_only, .count = sizeof due_only / sizeof *due_only, .shown = (names),          \
        .base = &task_columns                                                                      \
    }

const struct column_table task_columns = COLUMN_TABLE(columns, "id,title,lead,schedule,budget");
const struct column_table task_progress_columns =
    COLUMN_TABLE(columns, "id,title,lead,schedule,status,budget");
const struct column_table due_columns = DUE_TABLE("id,title,lead,due,days_left,budget");
const struct column_table due_progress_columns = DUE_TABLE("id,title,lead,due,days_left,status");
const struct column_table reminder_columns = DUE_TABLE("id,title,due,days_left,lead");
const struct column_table reminder_progress_columns =
    DUE_TABLE("id,title,due,days_left,lead,status");

const struct column *task_field_column(enum task_field cell)
{
    return &columns[COLUMN_CELLS + cell];
}
