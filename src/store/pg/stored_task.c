// SPDX-License-Identifier: MIT
#include "store/pg/stored_task.h"

#include "plan/check/check.h"
#include "plan/plan_index.h"
#include "plan/progress/progress.h"
#include "plan/task_columns.h"
#include "plan/task_id.h"
#include "plan/tree.h"

#include <string.h>

static bool is_same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

struct stored_task stored_task_of(const struct task *task)
{
    struct stored_task stored = {
        .section = task->section->code,
        .section_title = task->section->title,
        .number = task->number,
        .mark = row_mark(task),
        .line = task->line,
        .budget = task->budget,
    };
    if (is_same(stored.mark, task->number))
        stored.mark = NULL;
    memcpy((void *)stored.text, (const void *)task->text, sizeof stored.text);
    return stored;
}

static const char *keep(struct plan *plan, const char *text)
{
    return text != NULL ? arena_intern(plan->arena, text, strlen(text)) : NULL;
}

void stored_task_add(struct plan *plan, const struct stored_task *stored)
{
    size_t last = plan->section_count;
    const struct section *section = last > 0 ? plan->sections[last - 1] : NULL;
    if (section == NULL || strcmp(section->code, stored->section) != 0)
        section = plan_find_section(plan, section_value(stored->section));
    if (section == NULL)
        section =
            plan_add_section(plan, keep(plan, stored->section), keep(plan, stored->section_title));
    struct task *task = plan_add_task(plan, section, keep(plan, stored->number));
    task->line = stored->line;
    task->budget = stored->budget;
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        task->text[cell] = keep(plan, stored->text[cell]);
    if (stored->mark == NULL)
        return;
    struct extra_cells *extra = arena_alloc(plan->arena, sizeof *extra);
    *extra = *task->extra;
    extra->mark = keep(plan, stored->mark);
    task->extra = extra;
}

/* ---- Whether the rows give the tasks ---- */

static bool has_same_schedule(const struct schedule *a, const struct schedule *b)
{
    bool same = a->kind == b->kind && a->count == b->count;
    for (unsigned i = 0; same && i < a->count; i++) {
        const struct milestone *x = &a->milestones[i], *y = &b->milestones[i];
        same = is_same(x->name, y->name) && date_compare(x->start, y->start) == 0 &&
               date_compare(x->due, y->due) == 0 && x->all_year == y->all_year &&
               x->waits == y->waits;
    }
    return same;
}

static bool has_same_value(const struct column *column, const struct task_row *a,
                           const struct task_row *b)
{
    struct strbuf p = {0}, q = {0};
    struct value x = column_value(column, a, &p), y = column_value(column, b, &q);
    bool same = x.kind == y.kind && is_same(x.text, y.text) && x.number == y.number &&
                date_compare(x.date, y.date) == 0;
    strbuf_release(&p);
    strbuf_release(&q);
    return same;
}

/* Returns whether the task is given by its own cells alone, and the other shows the same. */
static bool is_same_task(const struct task *task, const struct task *other)
{
    const struct progress nothing = {0};
    const struct task_row a = {.task = task, .progress = &nothing};
    const struct task_row b = {.task = other, .progress = &nothing};
    const struct task *group = row_group(task);
    bool same = (group == NULL || group == task->section->row) && task_cover(task) == NULL &&
                task->line == other->line && task->budget.kind == other->budget.kind &&
                task->budget.vnd == other->budget.vnd &&
                task->section->value == other->section->value &&
                has_same_schedule(task->schedule, other->schedule);
    const struct column *column;
    for (size_t i = 0; same && (column = column_table_at(&task_columns, i)) != NULL; i++)
        same = has_same_value(column, &a, &b);
    return same;
}

static bool has_plain_rows(const struct plan *plan)
{
    bool plain = true;
    for (size_t i = 0; i < plan->row_count && plain; i++)
        plain = !row_keeps_time(plan->rows[i]) && !plan->rows[i]->tree->is_part;
    return plain;
}

static bool has_distinct_ids(const struct plan *plan)
{
    struct arena ids = {0};
    bool distinct = true;
    for (size_t i = 0; i < plan->task_count && distinct; i++) {
        struct strbuf id = {0};
        task_add_id(&id, plan->tasks[i], false);
        distinct = arena_find(&ids, strbuf_text(&id), id.length) == NULL;
        arena_intern(&ids, strbuf_text(&id), id.length);
        strbuf_release(&id);
    }
    arena_release(&ids);
    return distinct;
}

bool stored_part_is_plain(const struct plan *plan)
{
    bool plain = plan->year > 0 && plan->extra_count == 0 && has_plain_rows(plan) &&
                 has_distinct_ids(plan) && check_count_subtotals(plan) == 0;
    if (!plain)
        return false;
    struct plan *again = plan_new(plan->path);
    again->id = plan->id;
    again->year = plan->year;
    again->unit = plan->unit;
    for (size_t i = 0; i < plan->task_count; i++) {
        struct stored_task stored = stored_task_of(plan->tasks[i]);
        stored_task_add(again, &stored);
    }
    plan_finish(again);
    for (size_t i = 0; i < plan->task_count && plain; i++)
        plain = is_same_task(plan->tasks[i], again->tasks[i]);
    plan_free(again);
    return plain;
}
