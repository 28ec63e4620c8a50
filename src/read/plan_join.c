// SPDX-License-Identifier: MIT
#include "read/plan_join.h"

#include "base/memory.h"
#include "base/parallel.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Its code is one, for the part to read; its value is no section's. */
const struct section plan_continued = {.code = "I", .value = UINT_MAX};

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
    bool official;
    struct transfer *transfers;
    size_t count, capacity;
};

static bool are_same(const char *a, const char *b)
{
    return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void add_move(struct transfer *transfer, const struct section *from,
                     const struct section *to)
{
    transfer->moves = memory_grow(transfer->moves, transfer->move_count, &transfer->move_capacity,
                                  sizeof *transfer->moves);
    transfer->moves[transfer->move_count++] = (struct move){from, to};
}

static bool join_section(const struct joining *joining, struct transfer *transfer,
                         struct section *section)
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
    if (joining->official || differ)
        return false;
    if (known->title == NULL)
        known->title = section->title;
    add_move(transfer, section, known);
    return true;
}

/* The columns that are kept without being known must be the same ones. */
static bool join_columns(struct plan *plan, struct plan *other)
{
    if (plan->task_count == 0 && plan->extra_count == 0) {
        plan->extra_names = other->extra_names;
        plan->extra_count = plan->extra_capacity = other->extra_count;
        other->extra_names = NULL;
        return true;
    }
    if (plan->extra_count != other->extra_count)
        return false;
    for (size_t i = 0; i < plan->extra_count; i++)
        if (!are_same(plan->extra_names[i], other->extra_names[i]))
            return false;
    return true;
}

static void join_dues(struct draft *draft, const struct draft *other)
{
    size_t before = draft->plan->task_count, count = before + other->due_count;
    if (other->due_count == 0)
        return;
    draft->dues = memory_resize(draft->dues, count, sizeof *draft->dues);
    memset(draft->dues + draft->due_count, 0, (before - draft->due_count) * sizeof *draft->dues);
    memcpy(draft->dues + before, other->dues, other->due_count * sizeof *draft->dues);
    draft->due_count = draft->due_capacity = count;
}

/* The first tasks of a part, if the section that goes on there is not asked for. */
static size_t count_unwanted(const struct plan_builder *whole, const struct plan *into,
                             const struct plan *part)
{
    size_t count = 0;
    bool wanted = into->section_count == 0 ||
                  plan_builder_wants(whole, into->sections[into->section_count - 1]->value);
    while (!wanted && count < part->task_count && part->tasks[count]->section == &plan_continued)
        count++;
    return count;
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

static bool join_draft(struct joining *joining, struct draft *draft, const struct draft *other)
{
    struct plan *plan = draft->plan, *part = other->plan;
    joining->transfers = memory_grow(joining->transfers, joining->count, &joining->capacity,
                                     sizeof *joining->transfers);
    struct transfer *transfer = &joining->transfers[joining->count++];
    size_t unwanted = count_unwanted(joining->whole, plan, part);
    *transfer = (struct transfer){.into = plan,
                                  .tasks = part->tasks + unwanted,
                                  .first = plan->task_count,
                                  .count = part->task_count - unwanted};
    if (plan->section_count > 0)
        add_move(transfer, &plan_continued, plan->sections[plan->section_count - 1]);
    else if (part->task_count > 0 && part->tasks[0]->section == &plan_continued)
        return false;
    if (!join_columns(plan, part))
        return false;
    for (size_t i = 0; i < part->section_count; i++)
        if (!join_section(joining, transfer, part->sections[i]))
            return false;
    join_dues(draft, other);
    join_tasks(plan, transfer);
    return true;
}

/* A plan that only one part has is taken as it is; the part's first one stays to hold the rest. */
static bool join_part(struct joining *joining, struct plan_builder *part)
{
    struct plan_builder *whole = joining->whole;
    struct plan *kept = part->plan;
    bool fits = true;
    whole->unnamed |= part->unnamed;
    for (size_t i = 0; i < part->draft_count && fits; i++) {
        struct draft *other = &part->drafts[i];
        struct plan *plan = other->plan, *next = plan->next;
        struct draft *draft = plan_builder_draft(whole, other->name, i > 0 ? plan : NULL);
        if (draft->plan == plan) {
            draft->dues = other->dues;
            draft->due_count = other->due_count;
            draft->due_capacity = other->due_capacity;
            other->dues = NULL;
            kept->next = next;
        } else {
            fits = join_draft(joining, draft, other);
            kept = plan;
        }
    }
    return fits;
}

static void tell_tasks(void *context, size_t index)
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

bool plan_join(struct plan_builder *builder, struct plan_builder *parts, size_t count, size_t jobs,
               bool official)
{
    struct joining joining = {.whole = builder, .official = official};
    bool fits = true;
    for (size_t i = 0; i < count && fits; i++)
        fits = join_part(&joining, &parts[i]) && (!builder->unnamed || builder->draft_count == 1);
    if (fits)
        parallel_run(jobs, joining.count, tell_tasks, &joining);
    for (size_t i = 0; i < joining.count; i++)
        free(joining.transfers[i].moves);
    free(joining.transfers);
    for (size_t i = 0; i < count; i++)
        arena_take(builder->plan->arena, parts[i].plan->arena);
    return fits;
}
