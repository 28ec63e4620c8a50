// SPDX-License-Identifier: MIT
/*
 * Agencies. A cell stays as written and is also read as a list, split on `;`, and on `,` and line
 * ends where another name or a bullet follows: «Sở Văn hóa, Thể thao và Du lịch» is one, «Sở Nội
 * vụ, Sở Tư pháp» are two. Names compare by their keys (plan/agency_key.h); an alias table makes
 * the several names of one office one.
 */
#ifndef PLAN_AGENCY_H
#define PLAN_AGENCY_H

#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stddef.h>

struct agency_alias {
    char *key;    /* of the name or alias */
    char *office; /* the name it stands for */
};

/* Zeroed is an empty table, in which no name is known. */
struct agency_table {
    struct agency_alias *aliases;
    size_t count, capacity;
};

void agency_table_release(struct agency_table *table);
void agency_table_add(struct agency_table *table, const char *office, const char *alias);

/*
 * Adds what «Văn phòng» alone stands for in the plans: the one «Văn phòng …» that they name, if it
 * can be their organisation's and each plan that says so names it, or, where they are of one
 * organisation (`together`), any of them. Else it stays a name of its own.
 */
void agency_table_add_own(struct agency_table *table, struct plan *const *plans, size_t count,
                          bool together);

/* The office a name stands for, or NULL where the table does not know it. Borrowed. */
const char *agency_office(const struct agency_table *table, const char *name, size_t length);

/* The next name of a cell; moves *cell past it. False at the end. The name is trimmed. */
bool agency_next(const char **cell, const char **name, size_t *length);

/* The whole cell with every alias replaced by its office, joined by "; ": what a group is called.
 */
void agency_add_offices(struct strbuf *out, const struct agency_table *table, const char *cell);

/* The keys of the cell's offices: equal for two cells that name the same ones in one order. */
void agency_add_keys(struct strbuf *out, const struct agency_table *table, const char *cell);

/*
 * What a filter was given: an office the table knows, else any agency whose name contains it.
 * Initialised by agency_pattern_init, released by agency_pattern_release.
 */
struct agency_pattern {
    const struct agency_table *table;
    const char *office; /* NULL where matched by `key` */
    struct strbuf key;
    struct pointer_map *cells; /* 1 for those that match, 0 for those that do not: they repeat */
};

void agency_pattern_init(struct agency_pattern *pattern, const struct agency_table *table,
                         const char *name);
void agency_pattern_release(struct agency_pattern *pattern);
/* Whether the pattern is that of one name, or of a cell that lives as long as the pattern. */
bool agency_pattern_matches_name(const struct agency_pattern *pattern, const char *name,
                                 size_t length);
bool agency_pattern_matches(const struct agency_pattern *pattern, const char *cell);

#endif
