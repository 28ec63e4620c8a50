// SPDX-License-Identifier: MIT
/*
 * Agencies. A cell is kept as written and also read as a list of names. A new name begins after
 * `;`; after `,`, ` / ` or a line end if an office or a bullet follows; and after «và» between two
 * standing offices («Sở Nội vụ và Sở Tư pháp», not «Sở Khoa học và Công nghệ»). If the kind is
 * written once, each matter after it is an office: «Các Sở: Nội vụ, Tư pháp» and «Sở Nội vụ, Tư
 * pháp» name two, «Phòng Văn hóa, Thông tin» one. Names compare by their keys (plan/agency_key.h);
 * a table of aliases joins the names of one office.
 */
#ifndef PLAN_AGENCY_H
#define PLAN_AGENCY_H

#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stddef.h>

/* A zeroed table is empty: it knows no name. */
struct agency_table {
    const struct agency_table *base; /* asked for names that this table lacks, or NULL */
    struct arena arena;
    struct agency_alias {
        const char *key;    /* of the name or alias */
        const char *office; /* the name of its office */
    } * aliases;            /* ordered by key */
    size_t count, capacity;
};

void agency_table_release(struct agency_table *table);

/* Adds a name of an office; the office's own name must be added too. If another office has the name
 * already, returns that office and changes nothing; otherwise returns NULL. */
const char *agency_table_add(struct agency_table *table, const char *office, const char *alias);

/*
 * Adds the office that «Văn phòng» alone stands for, if some plan says that and the plans name
 * exactly one «Văn phòng …» that can be their organisation's own. Each plan that says «Văn phòng»
 * alone must itself name that office; if all plans are of one organisation (`together`), it is
 * enough that one of them does. Otherwise adds nothing.
 */
void agency_table_add_own(struct agency_table *table, struct plan *const *plans, size_t count,
                          bool together);

/* Returns whether a cell may matter to agency_table_add_own. NULL does not. */
bool agency_may_name_own(const char *cell);

/* Returns the office that has the name, or NULL if the table does not know it. Borrowed. */
const char *agency_office(const struct agency_table *table, const char *name, size_t length);

/* Iterates over the names of a cell; agency_walk_of begins it. */
struct agency_walk {
    const struct agency_table *table; /* NULL: each name is its own office */
    const char *rest;                 /* the part of the cell that was not read yet */
    const char *name;                 /* of the office, as written and trimmed; `length` bytes */
    size_t length;
    const char *office; /* the office that the table knows by this name, else the name */
    size_t office_length;
    const char *kind; /* the kind of the names that follow, if it was written once before them */
    size_t kind_length;
    bool listed;        /* a colon after the kind: it holds for all that follow */
    struct strbuf made; /* owns the name if the kind was put before it */
};

struct agency_walk agency_walk_of(const struct agency_table *table, const char *cell);

/* Moves on to the next name. At the end releases the walk and returns false. */
bool agency_next(struct agency_walk *walk);

/* Releases a walk that is left before its end. */
void agency_walk_release(struct agency_walk *walk);

/* Appends the key of the walk's current office. */
void agency_walk_add_key(struct strbuf *out, const struct agency_walk *walk);

/* Appends the offices of a cell, joined by "; ", as the name of its group. */
void agency_add_offices(struct strbuf *out, const struct agency_table *table, const char *cell);

/* Appends the keys of a cell's offices, which are equal for cells that name the same ones in the
 * same order. */
void agency_add_keys(struct strbuf *out, const struct agency_table *table, const char *cell);

/* The value of an agency filter: it matches an office that the table knows, or else every agency
 * whose name contains it. agency_pattern_init fills it, agency_pattern_release releases it. */
struct agency_pattern {
    const struct agency_table *table;
    const char *office; /* NULL: matches by `key` */
    struct strbuf key;
    struct pointer_map *cells; /* a cache of cells: 1 for those that match, else 0 */
};

void agency_pattern_init(struct agency_pattern *pattern, const struct agency_table *table,
                         const char *name);
void agency_pattern_release(struct agency_pattern *pattern);
/* Return whether the pattern matches a name, or a name in a cell. The cell must live as long as the
 * pattern. */
bool agency_pattern_matches_name(const struct agency_pattern *pattern, const char *name,
                                 size_t length);
bool agency_pattern_matches(const struct agency_pattern *pattern, const char *cell);

#endif
