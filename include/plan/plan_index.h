// SPDX-License-Identifier: MIT
/* Plans by their ids: of thousands, each is found at once. */
#ifndef PLAN_PLAN_INDEX_H
#define PLAN_PLAN_INDEX_H

#include "base/pointer_map.h"
#include "plan/plan.h"

/* Zeroed is empty. The plans are borrowed. */
struct plan_index {
    struct arena ids;
    struct pointer_map numbers;
    struct plan **plans;
    size_t count, capacity;
};

void plan_index_release(struct plan_index *index);

/* Adds a plan; false, and nothing is added, where another has its id. */
bool plan_index_add(struct plan_index *index, struct plan *plan);

/* The number of the plan with that id, in the order in which they were added; -1 for none. */
long plan_index_find(struct plan_index *index, const char *id);

#endif
