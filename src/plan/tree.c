// SPDX-License-Identifier: MIT
#include "plan/tree.h"

#include "base/memory.h"
#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "plan/mark.h"

#include <stdlib.h>
#include <string.h>

enum row_kind row_kind(const struct task *row)
{
    return row->tree != NULL ? row->tree->kind : ROW_TASK;
}

const struct task *row_group(const struct task *row)
{
    return row->tree != NULL ? row->tree->group : NULL;
}

const char *row_mark(const struct task *row)
{
    if (row->tree != NULL)
        return row->tree->mark;
    return row->extra->mark != NULL ? row->extra->mark : row->number;
}

const struct task *task_cover(const struct task *task)
{
    return task->tree != NULL ? task->tree->cover : NULL;
}

int64_t task_counted(const struct task *task)
{
    const struct task *cover = task_cover(task);
    if (cover == NULL)
        return task->budget.vnd;
    return task->index == cover->index ? cover->budget.vnd : 0;
}

bool row_keeps_time(const struct task *row)
{
    return row_kind(row) == ROW_GROUP && row->schedule->count > 0 && !row->tree->is_taken;
}

bool task_inherits(const struct task *task, enum task_field field)
{
    return task->tree != NULL && (task->tree->inherited >> field & 1) != 0;
}

struct task *tree_next(const struct plan *plan, struct tree_walk *walk)
{
    if (walk->row < plan->row_count && plan->rows[walk->row]->index <= walk->task)
        return plan->rows[walk->row++];
    return walk->task < plan->task_count ? plan->tasks[walk->task++] : NULL;
}

static bool is_node(const struct task *row)
{
    return row->tree->kind == ROW_TASK || row->tree->kind == ROW_GROUP;
}

/* ---- Codes ---- */

/* Adds the letters and digits of a mark that follows no rule: «NV 01» gives NV-01. */
static bool add_unruled(struct strbuf *out, const char *text)
{
    bool any = false, gap = false;
    for (size_t length; *text != '\0'; text += length) {
        uint32_t character;
        length = text_decode(text, &character);
        uint32_t base = text_base_letter(character);
        bool kept = (base >= 'a' && base <= 'z') || (base >= '0' && base <= '9');
        gap |= !kept;
        if (!kept)
            continue;
        strbuf_adds(out, any && gap ? "-" : "");
        strbuf_add(out, text, length);
        any = true;
        gap = false;
    }
    return any;
}

/* Adds the part of an id that a row's mark gives. Returns false if it gives none or, with `ruled`,
 * none that a section can have. */
static bool add_code(struct strbuf *out, const struct task *row, bool ruled)
{
    struct mark mark, above;
    const char *text = row->tree->mark;
    if (text == NULL)
        return false;
    if (!mark_read(text, &mark))
        return !ruled && add_unruled(out, text);
    if (mark.length == 0 && mark.value > 0) {
        char numeral[ROMAN_SIZE];
        strbuf_adds(out, roman_write(numeral, mark.value));
        return true;
    }
    const struct task *group = row->tree->group;
    bool repeats = group != NULL && group->tree->mark != NULL &&
                   mark_read(group->tree->mark, &above) && above.length > 0 &&
                   above.length < mark.length && mark.code[above.length] == '.' &&
                   strncmp(mark.code, above.code, above.length) == 0;
    size_t skip = repeats ? above.length + 1 : 0;
    while (mark.length > skip + 1 && mark.code[skip] == '0' && mark.code[skip + 1] >= '0' &&
           mark.code[skip + 1] <= '9')
        skip++; /* «02» becomes 2 */
    for (size_t i = skip; i < mark.length; i++)
        strbuf_addc(out, mark.code[i]);
    return mark.length > 0;
}

static void add_dot(struct strbuf *out)
{
    if (out->length > 0)
        strbuf_addc(out, '.');
}

/*
 * Adds the code of a part or section, from its mark or, if `placed`, the numeral of its position.
 */
static void add_section_code(struct strbuf *out, const struct task *row, bool placed)
{
    char numeral[ROMAN_SIZE];
    struct strbuf code = {0};
    if (!add_code(&code, row, true) && placed)
        strbuf_adds(&code, roman_write(numeral, row->tree->number));
    if (code.length > 0) {
        add_dot(out);
        strbuf_adds(out, code.text);
    }
    strbuf_release(&code);
}

/* Adds the codes of the parts around a row. Parts without a mark get one only with `all`. */
static void add_parts(struct strbuf *out, const struct task *row, bool all)
{
    const struct task *group = row->tree->group;
    if (group == NULL)
        return;
    add_parts(out, group, all);
    add_section_code(out, group, all);
}

static const char *section_code(const struct plan *plan, const struct task *row, bool all)
{
    struct strbuf code = {0};
    add_parts(&code, row, all);
    add_section_code(&code, row, true);
    const char *text = arena_intern(plan->arena, strbuf_text(&code), code.length);
    strbuf_release(&code);
    return text;
}

static size_t *seen(struct pointer_map *map, const char *code)
{
    size_t *count = pointer_map_at(map, code);
    if (*count == POINTER_MAP_NONE)
        *count = 0;
    return count;
}

/* Sections with the same code in parts without marks get the positions of their parts. */
static void name_sections(struct plan *plan)
{
    struct pointer_map codes = {0};
    for (size_t i = 0; i < plan->section_count; i++) {
        struct section *section = plan->sections[i];
        if (section->row != NULL)
            section->code = section_code(plan, section->row, false);
        ++*seen(&codes, section->code);
    }
    for (size_t i = 0; i < plan->section_count; i++) {
        struct section *section = plan->sections[i];
        if (*seen(&codes, section->code) > 1 && section->row != NULL)
            section->code = section_code(plan, section->row, true);
        section->value = section_value(section->code);
    }
    pointer_map_release(&codes);
}

/* ---- Sections ---- */

static void find_parts(struct plan *plan)
{
    for (size_t i = 0; i < plan->row_count; i++) {
        const struct tree_node *node = plan->rows[i]->tree;
        if (node->kind == ROW_GROUP && node->level <= MARK_ROMAN && node->group != NULL)
            node->group->tree->is_part = true;
    }
}

static void read_codes(struct plan *plan)
{
    struct strbuf code = {0};
    struct tree_walk walk = {0};
    for (struct task *row; (row = tree_next(plan, &walk)) != NULL;) {
        strbuf_clear(&code);
        if (is_node(row) && add_code(&code, row, false))
            row->tree->code = arena_intern(plan->arena, code.text, code.length);
    }
    strbuf_release(&code);
}

static void number_siblings(struct plan *plan)
{
    struct pointer_map counts = {0};
    struct tree_walk walk = {0};
    for (struct task *row; (row = tree_next(plan, &walk)) != NULL;)
        if (is_node(row)) {
            size_t *count = pointer_map_at(&counts, row->tree->group);
            *count = *count == POINTER_MAP_NONE ? 1 : *count + 1;
            row->tree->number = (unsigned)*count;
        }
    pointer_map_release(&counts);
    for (size_t i = 0; i < plan->task_count; i++)
        for (struct task *group = plan->tasks[i]->tree->group; group != NULL;
             group = group->tree->group)
            group->tree->leaves++;
}

static struct section *add_section(struct plan *plan, const struct task *row)
{
    struct section *section =
        plan_add_section(plan, "", row != NULL ? row->text[TASK_TITLE] : NULL);
    section->row = row;
    if (row == NULL)
        return section;
    section->line = row->line;
    section->extra = row->extra;
    section->declared_budget = row->text[TASK_BUDGET];
    if (row->extra->locations != NULL) {
        struct section_locations *locations = arena_alloc(plan->arena, sizeof *locations);
        locations->title = row->extra->locations[TASK_TITLE];
        locations->budget = row->extra->locations[TASK_BUDGET];
        section->locations = locations;
    }
    return section;
}

/* Returns the section of a row: its group's, or the one without a name for a task in no group. */
static const struct section *find_section(struct plan *plan, struct task *row,
                                          struct section **unnamed)
{
    struct task *group = row->tree->group;
    bool task = row->tree->kind == ROW_TASK, in_part = group == NULL || group->tree->is_part;
    if (!in_part)
        return group->section;
    if (row->tree->kind == ROW_GROUP && !row->tree->is_part)
        return add_section(plan, row);
    if (task && group == NULL && *unnamed == NULL)
        *unnamed = add_section(plan, NULL);
    if (task && group != NULL && group->section == NULL) /* a part may have tasks of its own */
        group->section = add_section(plan, group);
    return group != NULL ? group->section : task ? *unnamed : NULL;
}

static void note_total(struct plan *plan, const struct task *row)
{
    struct task *group = row->tree->group;
    for (size_t i = 0; i < plan->section_count; i++)
        if (group != NULL && plan->sections[i]->row == group) {
            struct section *section = plan->sections[i];
            section->declared_budget = row->text[TASK_BUDGET];
            if (row->extra->locations != NULL) {
                struct section_locations *locations = arena_alloc(plan->arena, sizeof *locations);
                *locations = *section->locations;
                locations->budget = row->extra->locations[TASK_BUDGET];
                section->locations = locations;
            }
        }
}

static void make_sections(struct plan *plan)
{
    struct section *unnamed = NULL;
    struct tree_walk walk = {0};
    for (struct task *row; (row = tree_next(plan, &walk)) != NULL;)
        if (row->section == NULL)
            row->section = find_section(plan, row, &unnamed);
    name_sections(plan);
    for (size_t i = 0; i < plan->row_count; i++)
        if (plan->rows[i]->tree->kind == ROW_TOTAL)
            note_total(plan, plan->rows[i]);
}

/* ---- Numbers ---- */

static bool is_bullet(const struct task *row)
{
    return row->tree->level == MARK_DASH || row->tree->level == MARK_PLUS;
}

/*
 * Adds the path from the row's section to the row. Groups without a mark are included with `all`.
 */
static void add_number(struct strbuf *out, const struct task *row, bool all)
{
    const struct task *group = row->tree->group;
    if (row->tree->is_part || (row->section != NULL && row->section->row == row))
        return;
    if (group != NULL)
        add_number(out, group, all);
    bool placed = row->tree->kind == ROW_TASK || is_bullet(row) || all;
    if (row->tree->code == NULL && !placed)
        return;
    add_dot(out);
    if (row->tree->code != NULL)
        strbuf_adds(out, row->tree->code);
    else
        strbuf_addf(out, "%u", row->tree->number);
}

static bool has_unmarked_group(const struct task *row)
{
    for (const struct task *group = row->tree->group; group != NULL; group = group->tree->group)
        if ((row->section == NULL || row->section->row != group) && group->tree->level == MARK_NONE)
            return true;
    return false;
}

struct numbering {
    struct plan *plan;
    struct pointer_map taken; /* how many tasks have each id */
    struct strbuf number, id;
};

static size_t *count_of(struct numbering *numbering, const struct task *task)
{
    strbuf_clear(&numbering->id);
    strbuf_addf(&numbering->id, "%s.%s", task->section->code, strbuf_text(&numbering->number));
    return seen(&numbering->taken,
                arena_intern(numbering->plan->arena, numbering->id.text, numbering->id.length));
}

static void number_task(struct numbering *numbering, struct task *task, bool all)
{
    strbuf_clear(&numbering->number);
    add_number(&numbering->number, task, all);
    while ((all || task->tree->code == NULL) && *count_of(numbering, task) > 0)
        strbuf_addc(&numbering->number, '+');
    ++*count_of(numbering, task);
    task->number = arena_intern(numbering->plan->arena, strbuf_text(&numbering->number),
                                numbering->number.length);
}

/* Tasks with a mark come first, so that the others avoid their numbers. A group's number is its
 * path. */
static void number_tasks(struct plan *plan)
{
    struct numbering numbering = {.plan = plan};
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan->tasks[i]->tree->code != NULL)
            number_task(&numbering, plan->tasks[i], false);
    for (size_t i = 0; i < plan->task_count; i++) {
        struct task *task = plan->tasks[i];
        if (task->tree->code == NULL)
            number_task(&numbering, task, false);
        strbuf_clear(&numbering.number);
        strbuf_adds(&numbering.number, task->number);
        if (*count_of(&numbering, task) > 1 && has_unmarked_group(task))
            number_task(&numbering, task, true);
    }
    for (size_t i = 0; i < plan->row_count; i++) {
        struct task *row = plan->rows[i];
        strbuf_clear(&numbering.number);
        if (row->tree->kind == ROW_GROUP)
            add_number(&numbering.number, row, false);
        row->number =
            arena_intern(plan->arena, strbuf_text(&numbering.number), numbering.number.length);
    }
    pointer_map_release(&numbering.taken);
    strbuf_release(&numbering.number);
    strbuf_release(&numbering.id);
}

/* ---- Cells and amounts of groups ---- */

static void inherit(struct task *task)
{
    static const enum task_field fields[] = {TASK_LEAD, TASK_COORDINATING, TASK_SCHEDULE};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const struct task *group = task->tree->group;
        while (group != NULL && group->text[fields[i]] == NULL)
            group = group->tree->group;
        if (task->text[fields[i]] != NULL || group == NULL)
            continue;
        task->text[fields[i]] = group->text[fields[i]];
        task->tree->inherited |= 1U << fields[i];
        group->tree->is_taken |= fields[i] == TASK_SCHEDULE;
    }
}

/* The total of the rows below a group. */
struct leaf_sum {
    int64_t sum;
    bool given, fits; /* all have an amount; the sum does not overflow */
};

static struct leaf_sum *leaf_sum_of(struct leaf_sum *leaf_sums, struct pointer_map *rows,
                                    const struct task *group)
{
    return &leaf_sums[*pointer_map_at(rows, group)];
}

static void add_leaf_sum(struct leaf_sum *leaf_sum, bool given, int64_t vnd)
{
    leaf_sum->given &= given;
    leaf_sum->fits &= money_add(&leaf_sum->sum, vnd);
}

static void cover(struct plan *plan, const struct task *group)
{
    for (size_t i = 0; i < group->tree->leaves; i++)
        plan->tasks[group->index + i]->tree->cover = group;
}

/* A group's own amount counts unless all rows below it have theirs. */
static void count_money(struct plan *plan)
{
    struct pointer_map rows = {0};
    struct leaf_sum *leaf_sums = memory_alloc((plan->row_count + 1) * sizeof *leaf_sums);
    for (size_t i = 0; i < plan->row_count; i++) {
        *pointer_map_at(&rows, plan->rows[i]) = i;
        leaf_sums[i] = (struct leaf_sum){.given = true, .fits = true};
    }
    for (size_t i = plan->task_count; i-- > 0;)
        if (row_group(plan->tasks[i]) != NULL)
            add_leaf_sum(leaf_sum_of(leaf_sums, &rows, row_group(plan->tasks[i])),
                         plan->tasks[i]->budget.kind == BUDGET_AMOUNT, plan->tasks[i]->budget.vnd);
    for (size_t i = plan->row_count; i-- > 0;) {
        const struct task *group = plan->rows[i];
        if (group->tree->kind != ROW_GROUP)
            continue;
        const struct leaf_sum *below = &leaf_sums[i];
        bool own = group->budget.kind == BUDGET_AMOUNT;
        bool leaves = !own || (below->given && (below->sum > 0 || group->budget.vnd == 0)) ||
                      below->sum > group->budget.vnd || !below->fits;
        if (!leaves)
            cover(plan, group);
        if (row_group(group) != NULL)
            add_leaf_sum(leaf_sum_of(leaf_sums, &rows, row_group(group)), own || below->given,
                         leaves ? below->sum : group->budget.vnd);
    }
    free(leaf_sums);
    pointer_map_release(&rows);
}

/* Parts, and remarks on the whole plan, get a section that does not count. */
static void assign_rest(struct plan *plan)
{
    struct section *outside = arena_alloc(plan->arena, sizeof *outside);
    *outside = (struct section){.code = "", .plan = plan};
    for (size_t i = 0; i < plan->row_count; i++)
        if (plan->rows[i]->section == NULL)
            plan->rows[i]->section = outside;
}

void tree_finish(struct plan *plan)
{
    find_parts(plan);
    number_siblings(plan);
    read_codes(plan);
    make_sections(plan);
    number_tasks(plan);
    for (size_t i = 0; i < plan->task_count; i++)
        inherit(plan->tasks[i]);
    count_money(plan);
    assign_rest(plan);
}
