// SPDX-License-Identifier: MIT
#include "plan/plan_index.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void plan_index_release(struct plan_index *index)
{
    arena_release(&index->ids);
    pointer_map_release(&index->numbers);
    free(index->plans);
    *index = (struct plan_index){0};
}

bool plan_index_add(struct plan_index *index, struct plan *plan)
{
    const char *id = arena_intern(&index->ids, plan->id, strlen(plan->id));
    size_t *number = pointer_map_at(&index->numbers, id);
    if (*number != POINTER_MAP_NONE)
        return false;
    *number = index->count;
    index->plans = memory_grow(index->plans, index->count, &index->capacity, sizeof *index->plans);
    index->plans[index->count++] = plan;
    return true;
}

long plan_index_find(struct plan_index *index, const char *id)
{
    const char *known = arena_find(&index->ids, id, strlen(id));
    return known != NULL ? (long)*pointer_map_at(&index->numbers, known) : -1;
}
