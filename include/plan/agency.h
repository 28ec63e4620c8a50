// SPDX-License-Identifier: MIT
/*
 * Agencies. A cell stays as written and is also read as a list, split on `;` and `,`, never on
 * «và». Names compare folded; an alias table makes the several names of one office one.
 */
#ifndef PLAN_AGENCY_H
#define PLAN_AGENCY_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

struct agency_alias {
    char *folded; /* of the name or alias */
    char *office; /* the name it stands for */
};

/* Zeroed is an empty table, in which no name is known. */
struct agency_table {
    struct agency_alias *aliases;
    size_t count, capacity;
};

void agency_table_release(struct agency_table *table);
void agency_table_add(struct agency_table *table, const char *office, const char *alias);

/* The office a name stands for, or NULL where the table does not know it. Borrowed. */
const char *agency_office(const struct agency_table *table, const char *name, size_t length);

/* The next name of a cell; moves *cell past it. False at the end. The name is trimmed. */
bool agency_next(const char **cell, const char **name, size_t *length);

/* The whole cell with every alias replaced by its office, joined by "; ": what groups compare. */
void agency_add_offices(struct strbuf *out, const struct agency_table *table, const char *cell);

/*
 * What a filter was given: an office the table knows, else any agency whose name contains it.
 * Initialised by agency_pattern_init, released by agency_pattern_release.
 */
struct agency_pattern {
    const struct agency_table *table;
    const char *office; /* NULL where matched by `folded` */
    struct strbuf folded;
};

void agency_pattern_init(struct agency_pattern *pattern, const struct agency_table *table,
                         const char *name);
void agency_pattern_release(struct agency_pattern *pattern);
bool agency_pattern_matches(const struct agency_pattern *pattern, const char *cell);

#endif
