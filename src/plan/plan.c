// SPDX-License-Identifier: MIT
#include "plan/plan.h"

#include "base/memory.h"
#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

const char task_text_skipped[] = "(skipped)";

static const struct extra_cells no_extra;
static const struct section_locations no_locations;
static const struct declared_locations no_declared_locations;
static const struct schedule no_schedule;

static struct plan *plan_in(struct arena *arena, const char *path)
{
    struct plan *plan = memory_alloc(sizeof *plan);
    *plan = (struct plan){.path = path, .unit = MONEY_MILLION, .arena = arena};
    plan->declared.locations = &no_declared_locations;
    return plan;
}

struct plan *plan_new(const char *path)
{
    struct arena *arena = memory_alloc(sizeof *arena);
    *arena = (struct arena){0};
    return plan_in(arena, path);
}

struct plan *plan_append(struct plan *last)
{
    return last->next = plan_in(last->arena, last->path);
}

void plan_free(struct plan *plan)
{
    if (plan == NULL)
        return;
    arena_release(plan->arena);
    free(plan->arena);
    for (struct plan *next; plan != NULL; plan = next) {
        next = plan->next;
        free(plan->sections);
        free((void *)plan->extra_names);
        free((void *)plan->preamble);
        free((void *)plan->footer);
        free(plan->tasks);
        free(plan->rows);
        free(plan);
    }
}

const char *section_numeral(char buffer[ROMAN_SIZE], const struct section *section)
{
    bool figure = *section->code >= '0' && *section->code <= '9';
    return figure && section->value <= ROMAN_MOST ? roman_write(buffer, section->value)
                                                  : section->code;
}

static unsigned code_value(const char *code)
{
    if (*code >= '1' && *code <= '9' && strspn(code, "0123456789") == strlen(code))
        return strlen(code) <= 4 ? (unsigned)atoi(code) : 0;
    bool letter = ((*code | 0x20) >= 'a' && (*code | 0x20) <= 'z') && code[1] == '\0';
    if (letter && strchr("ivxIVX", *code) == NULL) /* no plan has a hundred sections */
        return (unsigned)(*code | 0x20) - 'a' + 1;
    return roman_value(code);
}

unsigned section_value(const char *code)
{
    unsigned value = 0;
    for (const char *dot; (dot = strchr(code, '.')) != NULL; code = dot + 1) {
        char part[ROMAN_SIZE] = "";
        if (dot - code >= (ptrdiff_t)sizeof part)
            return 0;
        memcpy(part, code, (size_t)(dot - code));
        unsigned above = code_value(part);
        if (above == 0 || value > UINT_MAX / (SECTION_OWN_VALUE + 1) >> 6)
            return 0;
        value = value << 6 | above;
    }
    unsigned last = code_value(code);
    return last > 0 ? value * (SECTION_OWN_VALUE + 1) + last : 0;
}

bool section_value_matches(unsigned value, unsigned asked)
{
    return value == asked ||
           (asked <= SECTION_OWN_VALUE && asked > 0 && (value & SECTION_OWN_VALUE) == asked);
}

struct section *plan_add_section(struct plan *plan, const char *code, const char *title)
{
    struct section *section = arena_alloc(plan->arena, sizeof *section);
    section->code = code;
    section->title = title;
    section->value = section_value(code);
    section->extra = &no_extra;
    section->plan = plan;
    section->locations = &no_locations;
    plan->sections = memory_grow(plan->sections, plan->section_count, &plan->section_capacity,
                                 sizeof(struct section *));
    plan->sections[plan->section_count++] = section;
    return section;
}

bool plan_has_cell(const struct plan *plan, enum task_field cell)
{
    bool has = false;
    for (size_t i = 0; i < plan->task_count && !has; i++)
        has = plan->tasks[i]->text[cell] != NULL;
    for (size_t i = 0; i < plan->row_count && !has; i++)
        has = plan->rows[i]->text[cell] != NULL;
    return has;
}

void plan_add_line(struct plan *plan, bool below, const char *line)
{
    const char ***lines = below ? &plan->footer : &plan->preamble;
    size_t *count = below ? &plan->footer_count : &plan->preamble_count;
    size_t *capacity = below ? &plan->footer_capacity : &plan->preamble_capacity;
    *lines = memory_grow((void *)*lines, *count, capacity, sizeof **lines);
    (*lines)[(*count)++] = line;
}

struct section *plan_find_section(const struct plan *plan, unsigned value)
{
    for (size_t i = 0; i < plan->section_count; i++)
        if (plan->sections[i]->value == value)
            return plan->sections[i];
    return NULL;
}

const struct task task_blank = {.schedule = &no_schedule, .extra = &no_extra};

void plan_append_task(struct plan *plan, struct task *task)
{
    task->index = (unsigned)plan->task_count;
    plan->tasks =
        memory_grow(plan->tasks, plan->task_count, &plan->task_capacity, sizeof(struct task *));
    plan->tasks[plan->task_count++] = task;
}

struct task *plan_add_task(struct plan *plan, const struct section *section, const char *number)
{
    struct task *task = arena_alloc(plan->arena, sizeof *task);
    *task = task_blank;
    task->section = section;
    task->number = number;
    plan_append_task(plan, task);
    return task;
}

void plan_add_row(struct plan *plan, struct task *row)
{
    row->index = (unsigned)plan->task_count;
    plan->rows =
        memory_grow(plan->rows, plan->row_count, &plan->row_capacity, sizeof(struct task *));
    plan->rows[plan->row_count++] = row;
}

/* A wording that was read, and the year that it was read for. */
struct reading {
    int year;
    const struct schedule *schedule;
};

struct readings {
    struct pointer_map index; /* by the wording; equal ones mostly share a pointer */
    struct reading *items;
    size_t count, capacity;
};

static const struct schedule *read_schedule(struct readings *readings, struct arena *arena,
                                            const char *text, int year)
{
    size_t *index = pointer_map_at(&readings->index, text);
    if (*index == POINTER_MAP_NONE) {
        *index = readings->count;
        readings->items = memory_grow(readings->items, readings->count, &readings->capacity,
                                      sizeof *readings->items);
        readings->items[readings->count++] = (struct reading){0};
    }
    struct reading *reading = &readings->items[*index];
    if (reading->schedule == NULL || reading->year != year) {
        struct schedule *schedule = arena_alloc(arena, sizeof *schedule);
        *schedule = schedule_parse(arena, text, year);
        *reading = (struct reading){year, schedule};
    }
    return reading->schedule;
}

static void read_schedules(struct readings *readings, const struct plan *plan, struct task **rows,
                           size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i]->text[TASK_SCHEDULE] != NULL)
            rows[i]->schedule =
                read_schedule(readings, plan->arena, rows[i]->text[TASK_SCHEDULE], plan->year);
}

/* Schedules repeat: a wording is read again only if the year has changed. */
void plan_finish(struct plan *plan)
{
    struct readings readings = {0};
    for (; plan != NULL; plan = plan->next) {
        read_schedules(&readings, plan, plan->tasks, plan->task_count);
        read_schedules(&readings, plan, plan->rows, plan->row_count);
    }
    pointer_map_release(&readings.index);
    free(readings.items);
}

/* Moves past a number of any length. Returns its digits without leading zeros. */
static const char *take_number(const char **text, size_t *length)
{
    while (**text == '0')
        ++*text;
    const char *digits = *text;
    while (**text >= '0' && **text <= '9')
        ++*text;
    *length = (size_t)(*text - digits);
    return digits;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

int task_number_compare(const char *a, const char *b)
{
    while (*a != '\0' && *b != '\0') {
        if (is_digit(*a) && is_digit(*b)) {
            size_t m, n;
            const char *x = take_number(&a, &m), *y = take_number(&b, &n);
            int order = m != n ? (m > n) - (m < n) : memcmp(x, y, m);
            if (order != 0)
                return order < 0 ? -1 : 1;
        } else if (*a++ != *b++) {
            return (unsigned char)a[-1] < (unsigned char)b[-1] ? -1 : 1;
        }
    }
    return (*a != '\0') - (*b != '\0');
}

int task_compare(const struct task *a, const struct task *b)
{
    unsigned x = a->section->value, y = b->section->value;
    if (x != y)
        return x < y ? -1 : 1;
    return task_number_compare(a->number, b->number);
}
