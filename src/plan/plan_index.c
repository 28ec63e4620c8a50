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

static size_t *number_of(struct plan_index *index, const char *id)
{
    return pointer_map_at(&index->numbers, arena_intern(&index->ids, id, strlen(id)));
}

bool plan_index_add(struct plan_index *index, struct plan *plan)
{
    size_t *number = number_of(index, plan->id);
    if (*number != POINTER_MAP_NONE)
        return false;
    *number = index->count;
    index->plans = memory_grow(index->plans, index->count, &index->capacity, sizeof *index->plans);
    index->plans[index->count++] = plan;
    return true;
}

long plan_index_find(struct plan_index *index, const char *id)
{
    size_t number = *number_of(index, id);
    return number != POINTER_MAP_NONE ? (long)number : -1;
}
