// SPDX-License-Identifier: MIT
/* Every office in the plans, how often it leads and coordinates, and its names. */
#ifndef PLAN_SUMMARY_AGENCY_LIST_H
#define PLAN_SUMMARY_AGENCY_LIST_H

#include "base/pointer_map.h"
#include "plan/agency.h"

struct agency_count {
    const char *name;  /* the user's, else its longest name, of equal ones the most frequent */
    const char *names; /* all its names in order of appearance, joined by "; " */
    size_t leads, coordinates; /* numbers of tasks */
};

/* A zeroed list is empty. Offices are sorted by the tasks they lead, then by those they coordinate,
 * then by first appearance. */
struct agency_list {
    struct agency_count *items;
    size_t count, capacity;
    struct arena arena;
};

void agency_list_run(struct agency_list *list, struct plan *const *plans, size_t count,
                     const struct agency_table *table);
void agency_list_release(struct agency_list *list);

#endif
