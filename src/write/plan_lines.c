// SPDX-License-Identifier: MIT
#include "write/plan_lines.h"

#include "base/memory.h"
#include "base/pointer_map.h"
#include "plan/tree.h"
#include "write/plan_text.h"

#include <stdint.h>
#include <stdlib.h>

static void add(struct plan_lines *lines, const struct task *row, const struct section *section)
{
    lines->items = memory_grow(lines->items, lines->count, &lines->capacity, sizeof *lines->items);
    lines->items[lines->count++] = (struct plan_line){row, section};
}

/* Returns whether any task below the group is asked for. */
static bool has_any(const struct plan_extract *extract, const struct task *group)
{
    for (size_t i = 0; i < group->tree->leaves; i++)
        if (plan_extract_has(extract, extract->plan->tasks[group->index + i]))
            return true;
    return false;
}

static bool is_wanted(const struct plan_extract *extract, const struct task *row)
{
    const struct task *group = row_group(row);
    if (extract->query->count == 0)
        return true;
    switch (row_kind(row)) {
    case ROW_TASK:
        return plan_extract_has(extract, row);
    case ROW_GROUP:
        return has_any(extract, row);
    case ROW_REMARK:
        return group != NULL && is_wanted(extract, group);
    default: /* totals and goals are of the whole */
        return false;
    }
}

static void add_tree(struct plan_lines *lines, const struct plan_extract *extract)
{
    struct tree_walk walk = {0};
    for (const struct task *row; (row = tree_next(extract->plan, &walk)) != NULL;)
        if (is_wanted(extract, row)) {
            bool begins = row->section != NULL && row->section->row == row;
            add(lines, row, begins ? row->section : NULL);
        }
}

/* The rows of a list stand in any order; those of a section come together. */
static void add_list(struct plan_lines *lines, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    struct pointer_map numbers = {0};
    size_t *next = memory_alloc(plan->task_count * sizeof *next);
    size_t *first = memory_alloc(plan->section_count * sizeof *first);
    for (size_t s = 0; s < plan->section_count; s++) {
        *pointer_map_at(&numbers, plan->sections[s]) = s;
        first[s] = SIZE_MAX;
    }
    for (size_t i = plan->task_count; i-- > 0;) {
        size_t *head = &first[*pointer_map_at(&numbers, plan->tasks[i]->section)];
        if (!plan_extract_has(extract, plan->tasks[i]))
            continue;
        next[i] = *head;
        *head = i;
    }
    for (size_t s = 0; s < plan->section_count; s++) {
        if (first[s] != SIZE_MAX || extract->query->count == 0)
            add(lines, NULL, plan->sections[s]);
        for (size_t i = first[s]; i != SIZE_MAX; i = next[i])
            add(lines, plan->tasks[i], NULL);
    }
    free(first);
    free(next);
    pointer_map_release(&numbers);
}

void plan_lines_init(struct plan_lines *lines, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    bool tree = plan->row_count > 0 || (plan->task_count > 0 && plan->tasks[0]->tree != NULL);
    *lines = (struct plan_lines){0};
    if (tree)
        add_tree(lines, extract);
    else
        add_list(lines, extract);
}

void plan_lines_release(struct plan_lines *lines)
{
    free(lines->items);
}

size_t plan_lines_end(const struct plan_lines *lines, size_t group)
{
    const struct task *top = lines->items[group].row;
    size_t end = group + 1;
    for (; end < lines->count; end++) {
        const struct task *row = lines->items[end].row;
        if (row == NULL)
            break;
        const struct task *above = row_group(row);
        while (top != NULL && above != NULL && above != top)
            above = row_group(above);
        if (top != NULL && above == NULL)
            break;
    }
    return end;
}

bool plan_line_is_group(const struct plan_line *line)
{
    return line->row == NULL || row_kind(line->row) == ROW_GROUP;
}

bool plan_line_is_heading(const struct plan_line *line)
{
    bool heading = plan_line_is_group(line);
    for (int cell = 0; line->row != NULL && cell < TASK_FIELDS; cell++)
        heading &= cell == TASK_TITLE || cell == TASK_BUDGET || line->row->text[cell] == NULL;
    return heading;
}
