// SPDX-License-Identifier: MIT
/* Writes the rows that our reader computes from a plan's file. */
#include "store/pg/stored_rows.h"

#include "base/memory.h"
#include "base/text.h"
#include "plan/agency.h"
#include "plan/indicator/target.h"
#include "plan/query/task_list.h"
#include "plan/tree.h"
#include "store/pg/stored_task.h"
#include "store/recording.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 1 << 16 };

/* A COPY on its way, its lines sent block by block. */
struct copying {
    const struct stored_version *version;
    struct pg_connection *connection;
    struct strbuf lines;
    struct error *error;
    int status;
};

static void begin_line(struct copying *copying, size_t part)
{
    pg_copy_add(&copying->lines, copying->version->organisation, true);
    pg_copy_add(&copying->lines, copying->version->plan, false);
    pg_copy_add(&copying->lines, copying->version->number, false);
    strbuf_addf(&copying->lines, "\t%zu", part);
}

static void end_line(struct copying *copying)
{
    strbuf_addc(&copying->lines, '\n');
    if (copying->lines.length < BLOCK || copying->status != 0)
        return;
    copying->status = pg_copy_send(copying->connection, &copying->lines, copying->error);
    strbuf_clear(&copying->lines);
}

static void add_number(struct copying *copying, int64_t number)
{
    strbuf_addc(&copying->lines, '\t');
    strbuf_add_number(&copying->lines, number);
}

static void add_text(struct copying *copying, const char *text)
{
    pg_copy_add(&copying->lines, text, false);
}

static void add_bool(struct copying *copying, bool value)
{
    pg_copy_add(&copying->lines, value ? "t" : "f", false);
}

static void add_date(struct copying *copying, struct date date)
{
    char text[DATE_TEXT_SIZE];
    add_text(copying, date_is_set(date) ? date_format(text, date) : NULL);
}

static void add_array(struct copying *copying, struct strbuf *array)
{
    pg_array_end(array);
    add_text(copying, array->text);
    strbuf_release(array);
}

/* Adds a cell to the text of an array of different ones. */
static void add_cell(struct strbuf *array, struct arena *known, const char *cell)
{
    if (cell == NULL || arena_find(known, cell, strlen(cell)) != NULL)
        return;
    arena_intern(known, cell, strlen(cell));
    pg_array_add(array, cell);
}

/* The different cells that name leads, coordinating agencies and, of both, offices of its own. */
static void add_agencies(struct copying *copying, const struct plan *plan)
{
    struct strbuf leads = {0}, coordinators = {0}, offices = {0};
    struct arena known[3] = {{0}};
    for (size_t i = 0; i < plan->task_count; i++) {
        const char *lead = plan->tasks[i]->text[TASK_LEAD];
        const char *coordinating = plan->tasks[i]->text[TASK_COORDINATING];
        add_cell(&leads, &known[0], lead);
        add_cell(&coordinators, &known[1], coordinating);
        add_cell(&offices, &known[2], agency_may_name_own(lead) ? lead : NULL);
        add_cell(&offices, &known[2], agency_may_name_own(coordinating) ? coordinating : NULL);
    }
    add_array(copying, &leads);
    add_array(copying, &coordinators);
    add_array(copying, &offices);
    for (int i = 0; i < 3; i++)
        arena_release(&known[i]);
}

static void copy_parts(struct copying *copying)
{
    size_t part = 0;
    for (const struct plan *plan = copying->version->parts; plan != NULL; plan = plan->next) {
        begin_line(copying, ++part);
        add_text(copying, plan->id);
        add_text(copying, plan->title);
        add_text(copying, plan->organisation);
        add_number(copying, plan->year);
        add_bool(copying, stored_part_is_plain(plan));
        add_number(copying, plan->unit);
        add_agencies(copying, plan);
        end_line(copying);
    }
}

static void copy_sections(struct copying *copying)
{
    size_t part = 0;
    for (const struct plan *plan = copying->version->parts; plan != NULL; plan = plan->next) {
        part++;
        for (size_t i = 0; i < plan->section_count; i++) {
            begin_line(copying, part);
            add_number(copying, (int64_t)i + 1);
            add_number(copying, plan->sections[i]->value);
            add_text(copying, plan->sections[i]->code);
            add_text(copying, plan->sections[i]->title);
            end_line(copying);
        }
    }
}

/* All cells as they are searched: without case and marks. */
static void add_folded(struct copying *copying, const struct task *task)
{
    struct strbuf all = {0};
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        if (task->text[cell] != NULL) {
            text_fold(&all, task->text[cell], strlen(task->text[cell]));
            strbuf_addc(&all, '\n');
        }
    add_text(copying, strbuf_text(&all));
    strbuf_release(&all);
}

static void add_cells(struct copying *copying, const struct task *task)
{
    struct strbuf cells = {0};
    for (int cell = 0; cell < TASK_FIELDS; cell++)
        pg_array_add(&cells, task->text[cell]);
    add_array(copying, &cells);
}

/* When its parts are due, if nothing is recorded: its first due date, and the quarters. */
static void add_times(struct copying *copying, const struct task *task)
{
    const struct schedule *schedule = task->schedule;
    struct date first = {0};
    unsigned quarters = 0;
    for (unsigned i = 0; i < schedule->count; i++) {
        struct date due = schedule->milestones[i].due;
        if (!date_is_set(due))
            continue;
        if (!date_is_set(first) || date_compare(due, first) < 0)
            first = due;
        if (due.year == task->section->plan->year)
            quarters |= 1U << date_quarter(due);
    }
    add_bool(copying, date_is_set(first));
    add_date(copying, first);
    add_number(copying, quarters);
}

static void add_target(struct copying *copying, const struct task *task)
{
    struct target_list targets = {0};
    struct arena arena = {0};
    targets_of(&targets, &arena, task);
    add_bool(copying, targets.count > 0);
    target_list_release(&targets);
    arena_release(&arena);
}

static void add_recorded_title(struct copying *copying, const char *title)
{
    struct strbuf recorded = {0};
    if (title != NULL)
        recording_add_text(&recorded, title);
    add_text(copying, recorded.length > 0 ? recorded.text : NULL);
    strbuf_release(&recorded);
}

/* Adds the columns that totals need besides the plan's own. */
static void add_answers(struct copying *copying, const struct task *task, size_t rank)
{
    add_number(copying, task->section->value);
    add_number(copying, (int64_t)rank);
    add_number(copying, task->budget.vnd);
    add_number(copying, task->schedule->count > 0 ? task->schedule->count : 1);
    add_times(copying, task);
    add_target(copying, task);
    add_recorded_title(copying, task->text[TASK_TITLE]);
}

static void copy_task(struct copying *copying, size_t part, size_t section, size_t rank,
                      const struct task *task)
{
    const struct task *cover = task_cover(task);
    bool year_round = task->schedule->kind == SCHEDULE_RECURRING;
    struct strbuf id = {0};
    for (unsigned i = 0; i < task->schedule->count; i++)
        year_round |= task->schedule->milestones[i].all_year;
    task_add_id(&id, task, false);
    begin_line(copying, part);
    add_number(copying, task->index + 1);
    add_number(copying, (int64_t)section);
    add_text(copying, strbuf_text(&id));
    add_text(copying, task->text[TASK_LEAD]);
    add_text(copying, task->text[TASK_COORDINATING]);
    add_number(copying, task->schedule->kind);
    add_bool(copying, year_round);
    add_date(copying, schedule_due(task->schedule));
    add_number(copying, task->budget.kind);
    add_bool(copying, cover != NULL);
    add_bool(copying,
             cover != NULL ? task->index == cover->index : task->budget.kind == BUDGET_AMOUNT);
    add_number(copying, task_counted(task));
    add_answers(copying, task, rank);
    end_line(copying);
    strbuf_release(&id);
}

/* The place of each task in the order in which tasks are selected, from 1. */
static size_t *rank_tasks(const struct plan *plan)
{
    struct task_list tasks = {0};
    size_t *ranks = memory_alloc((plan->task_count + 1) * sizeof *ranks);
    for (size_t i = 0; i < plan->task_count; i++)
        task_list_add(&tasks, plan->tasks[i]);
    task_list_sort(&tasks, 0);
    for (size_t i = 0; i < tasks.count; i++)
        ranks[tasks.items[i]->index] = i + 1;
    task_list_release(&tasks);
    return ranks;
}

static void copy_tasks(struct copying *copying)
{
    size_t part = 0;
    for (const struct plan *plan = copying->version->parts; plan != NULL; plan = plan->next) {
        size_t section = 0;
        size_t *ranks = rank_tasks(plan);
        part++;
        for (size_t i = 0; i < plan->task_count; i++) {
            const struct section *own = plan->tasks[i]->section;
            for (size_t tried = 0; tried < plan->section_count && plan->sections[section] != own;
                 tried++)
                section = (section + 1) % plan->section_count;
            copy_task(copying, part, section + 1, ranks[i], plan->tasks[i]);
        }
        free(ranks);
    }
}

static void copy_text(struct copying *copying, size_t part, const struct task *task)
{
    struct stored_task stored = stored_task_of(task);
    begin_line(copying, part);
    add_number(copying, task->index + 1);
    add_text(copying, stored.number);
    add_text(copying, stored.mark);
    add_number(copying, stored.line);
    add_cells(copying, task);
    add_folded(copying, task);
    end_line(copying);
}

static void copy_texts(struct copying *copying)
{
    size_t part = 0;
    for (const struct plan *plan = copying->version->parts; plan != NULL; plan = plan->next) {
        part++;
        for (size_t i = 0; i < plan->task_count; i++)
            copy_text(copying, part, plan->tasks[i]);
    }
}

static void copy_milestones(struct copying *copying)
{
    size_t part = 0;
    for (const struct plan *plan = copying->version->parts; plan != NULL; plan = plan->next) {
        part++;
        for (size_t i = 0; i < plan->task_count; i++)
            for (unsigned j = 0; j < plan->tasks[i]->schedule->count; j++) {
                const struct milestone *milestone = &plan->tasks[i]->schedule->milestones[j];
                begin_line(copying, part);
                add_number(copying, (int64_t)i + 1);
                add_number(copying, j + 1);
                add_text(copying, milestone->name);
                add_date(copying, milestone->start);
                add_date(copying, milestone->due);
                add_bool(copying, milestone->all_year);
                add_bool(copying, milestone->waits);
                end_line(copying);
            }
    }
}

/* COPY passes no row-level security: rows go by a table of the session's own, as the session. */
static const struct {
    const char *make, *copy, *take;
    void (*rows)(struct copying *copying);
} copies[] = {
#define COPY(table, rows)                                                                          \
    {                                                                                              \
        "create temp table incoming_" table " (like cchc." table ") on commit drop",               \
            "copy pg_temp.incoming_" table " from stdin",                                          \
            "insert into cchc." table " select * from pg_temp.incoming_" table, rows               \
    }
    COPY("part", copy_parts),      COPY("section", copy_sections),     COPY("task", copy_tasks),
    COPY("task_text", copy_texts), COPY("milestone", copy_milestones),
#undef COPY
};

int stored_rows_copy(struct pg_connection *connection, const struct stored_version *version,
                     struct error *error)
{
    for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
        struct copying copying = {.version = version, .connection = connection, .error = error};
        if (pg_copy_begin(connection, copies[i].copy, error) != 0)
            return -1;
        copies[i].rows(&copying);
        if (copying.status == 0)
            copying.status = pg_copy_send(connection, &copying.lines, error);
        strbuf_release(&copying.lines);
        if (copying.status != 0 || pg_copy_end(connection, error) != 0)
            return -1;
    }
    return 0;
}

int stored_rows_begin(struct pg_connection *connection, struct error *error)
{
    int status = 0;
    for (size_t i = 0; i < sizeof copies / sizeof *copies && status == 0; i++)
        status = pg_run(connection, copies[i].make, error);
    return status;
}

int stored_rows_take(struct pg_connection *connection, struct error *error)
{
    int status = 0;
    for (size_t i = 0; i < sizeof copies / sizeof *copies && status == 0; i++)
        status = pg_run(connection, copies[i].take, error);
    return status;
}
