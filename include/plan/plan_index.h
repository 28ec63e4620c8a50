// SPDX-License-Identifier: MIT
/* Finds a plan by its id, among thousands, without a search. */
#ifndef PLAN_PLAN_INDEX_H
#define PLAN_PLAN_INDEX_H

#include "base/pointer_map.h"
#include "plan/plan.h"

/* A zeroed index is empty. The plans are borrowed. */
struct plan_index {
    struct arena ids;
    struct pointer_map numbers;
    struct plan **plans;
    size_t count, capacity;
};

void plan_index_release(struct plan_index *index);

/* Adds a plan. Returns false and adds nothing if another has the same id. */
bool plan_index_add(struct plan_index *index, struct plan *plan);

/* Returns the number of the plan with the id, in the order of adding from 0, or -1. */
long plan_index_find(struct plan_index *index, const char *id);

#endif
