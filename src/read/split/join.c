// SPDX-License-Identifier: MIT
#include "read/split/join.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <stdlib.h>
#include <string.h>

void part_init(struct part *part, const struct plan_builder *whole)
{
    *part = (struct part){.status = 0};
    plan_builder_init_like(&part->builder, whole, &part->errors);
}

void part_release(struct part *part)
{
    plan_free(part->builder.plan);
    plan_builder_release(&part->builder);
}

/* A section of a part's that the whole has already. */
struct move {
    const struct section *from, *to;
};

/* The tasks of a part that another plan takes, which are to be told so. */
struct transfer {
    struct plan *into;
    struct task **tasks;
    size_t first, count; /* the first one's place there */
    struct move *moves;
    size_t move_count, move_capacity;
};

struct joining {
    struct plan_builder *whole;
    struct transfer *transfers;
    size_t count, capacity;
};

static void add_move(struct transfer *transfer, const struct section *from,
                     const struct section *to)
{
    transfer->moves = memory_grow(transfer->moves, transfer->move_count, &transfer->move_capacity,
                                  sizeof *transfer->moves);
    transfer->moves[transfer->move_count++] = (struct move){from, to};
}

static bool join_section(struct transfer *transfer, struct section *section)
{
    struct plan *plan = transfer->into;
    struct section *known = plan_find_section(plan, section->value);
    if (known == NULL) {
        plan->sections = memory_grow(plan->sections, plan->section_count, &plan->section_capacity,
                                     sizeof(struct section *));
        plan->sections[plan->section_count++] = section;
        section->plan = plan;
        return true;
    }
    bool differ =
        known->title != NULL && section->title != NULL && strcmp(known->title, section->title) != 0;
    if (differ)
        return false;
    if (known->title == NULL)
        known->title = section->title;
    add_move(transfer, section, known);
    return true;
}

static void join_dues(struct built_plan *built, const struct built_plan *other)
{
    size_t before = built->plan->task_count, count = before + other->due_count;
    if (other->due_count == 0)
        return;
    built->dues = memory_resize(built->dues, count, sizeof *built->dues);
    memset(built->dues + built->due_count, 0, (before - built->due_count) * sizeof *built->dues);
    memcpy(built->dues + before, other->dues, other->due_count * sizeof *built->dues);
    built->due_count = built->due_capacity = count;
}

static void join_tasks(struct plan *plan, const struct transfer *transfer)
{
    size_t count = plan->task_count + transfer->count;
    plan->tasks = memory_resize(plan->tasks, count, sizeof(struct task *));
    if (transfer->count > 0)
        memcpy(plan->tasks + plan->task_count, transfer->tasks,
               transfer->count * sizeof *transfer->tasks);
    plan->task_count = plan->task_capacity = count;
}

static struct transfer *add_transfer(struct joining *joining)
{
    joining->transfers = memory_grow(joining->transfers, joining->count, &joining->capacity,
                                     sizeof *joining->transfers);
    return &joining->transfers[joining->count++];
}

static bool join_built(struct joining *joining, struct built_plan *built,
                       const struct built_plan *other)
{
    struct plan *plan = built->plan, *part = other->plan;
    struct transfer *transfer = add_transfer(joining);
    *transfer = (struct transfer){
        .into = plan, .tasks = part->tasks, .first = plan->task_count, .count = part->task_count};
    for (size_t i = 0; i < part->section_count; i++)
        if (!join_section(transfer, part->sections[i]))
            return false;
    plan->has_unit |= part->has_unit;
    join_dues(built, other);
    join_tasks(plan, transfer);
    return true;
}

/* A plan that only one part has is taken as it is; the part's first one stays to hold the rest. */
static bool join_plans(struct joining *joining, struct plan_builder *part)
{
    struct plan_builder *whole = joining->whole;
    size_t columns = whole->plan->extra_count;
    struct plan *kept = part->plan;
    bool fits = true;
    whole->unnamed |= part->unnamed;
    for (size_t i = 0; i < part->built_count && fits; i++) {
        struct built_plan *other = &part->built_plans[i];
        struct plan *plan = other->plan, *next = plan->next;
        if (plan->extra_count != columns) /* one that the whole does not know yet */
            return false;
        struct built_plan *built = plan_builder_find(whole, other->name, i > 0 ? plan : NULL);
        if (built->plan == plan) {
            built->dues = other->dues;
            built->due_count = other->due_count;
            built->due_capacity = other->due_capacity;
            other->dues = NULL;
            kept->next = next;
        } else {
            fits = join_built(joining, built, other);
            kept = plan;
        }
    }
    return fits;
}

static bool join_part(struct joining *joining, struct part *part)
{
    struct plan_builder *whole = joining->whole;
    return part->status == 0 && part->errors.count == 0 && join_plans(joining, &part->builder) &&
           (!whole->unnamed || whole->built_count == 1);
}

static void assign_positions(void *context, size_t index)
{
    const struct transfer *transfer = &((struct joining *)context)->transfers[index];
    const struct move *last = NULL;
    for (size_t i = 0; i < transfer->count; i++) {
        struct task *task = transfer->tasks[i];
        const struct section *section = task->section;
        task->index = (unsigned)(transfer->first + i);
        for (size_t m = 0; m < transfer->move_count && (last == NULL || last->from != section); m++)
            last = &transfer->moves[m];
        if (last != NULL && last->from == section)
            task->section = last->to;
    }
}

bool join_parts(struct plan_builder *builder, struct part *parts, size_t count, size_t jobs)
{
    struct joining joining = {.whole = builder};
    bool fits = true;
    for (size_t i = 0; i < count && fits; i++)
        fits = join_part(&joining, &parts[i]);
    if (fits)
        parallel_run(jobs, joining.count, assign_positions, &joining);
    for (size_t i = 0; i < joining.count; i++)
        free(joining.transfers[i].moves);
    free(joining.transfers);
    for (size_t i = 0; i < count; i++)
        arena_take(builder->plan->arena, parts[i].builder.plan->arena);
    return fits;
}
