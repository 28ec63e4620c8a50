// SPDX-License-Identifier: MIT
/* Every office that plans name, how often it leads and coordinates, and under which names. */
#ifndef PLAN_SUMMARY_AGENCY_LIST_H
#define PLAN_SUMMARY_AGENCY_LIST_H

#include "base/pointer_map.h"
#include "plan/agency.h"

struct agency_count {
    const char *name;  /* what the user calls it, else the longest of its names: abbreviations give
                          way, the one that stands more often goes first */
    const char *names; /* all of them, as first met, joined by "; " */
    size_t leads, coordinates; /* tasks */
};

/* Zeroed is empty. What leads most comes first, then what coordinates most, then as first met. */
struct agency_list {
    struct agency_count *items;
    size_t count, capacity;
    struct arena arena;
};

void agency_list_run(struct agency_list *list, struct plan *const *plans, size_t count,
                     const struct agency_table *table);
void agency_list_release(struct agency_list *list);

#endif
