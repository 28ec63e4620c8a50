// SPDX-License-Identifier: MIT
/*
 * Agencies. A cell stays as written and is also read as a list. Another name begins behind `;`;
 * behind `,`, ` / ` and a line's end where an office or a bullet follows; behind «và» between two
 * standing offices («Sở Nội vụ và Sở Tư pháp», not «Sở Khoa học và Công nghệ»). Where the kind is
 * said once, each matter is an office: «Các Sở: Nội vụ, Tư pháp» names two, as does «Sở Nội vụ, Tư
 * pháp», and «Phòng Văn hóa, Thông tin» one. Names compare by their keys (plan/agency_key.h); an
 * alias table makes the several names of one office one.
 */
#ifndef PLAN_AGENCY_H
#define PLAN_AGENCY_H

#include "base/pointer_map.h"
#include "base/strbuf.h"
#include "plan/plan.h"

#include <stdbool.h>
#include <stddef.h>

/* Zeroed is an empty table, in which no name is known. */
struct agency_table {
    const struct agency_table *base; /* what it does not know, this one may; NULL for none */
    struct arena arena;
    struct agency_alias {
        const char *key;    /* of the name or alias */
        const char *office; /* the name it stands for */
    } * aliases;            /* by their keys */
    size_t count, capacity;
};

void agency_table_release(struct agency_table *table);

/*
 * Makes a name one of an office's, which is one of its own. Returns the office that has the name
 * already, if that is another one, and changes nothing then; NULL otherwise.
 */
const char *agency_table_add(struct agency_table *table, const char *office, const char *alias);

/*
 * Adds what «Văn phòng» alone stands for in the plans: the one «Văn phòng …» that they name, if it
 * can be their organisation's and each plan that says so names it, or, where they are of one
 * organisation (`together`), any of them. Else it stays a name of its own.
 */
void agency_table_add_own(struct agency_table *table, struct plan *const *plans, size_t count,
                          bool together);

/* The office a name stands for, or NULL where the table does not know it. Borrowed. */
const char *agency_office(const struct agency_table *table, const char *name, size_t length);

/* Walks over the names of a cell; begins with agency_walk_of. */
struct agency_walk {
    const struct agency_table *table; /* NULL: names are what they are called */
    const char *rest;                 /* of the cell */
    const char *name;                 /* of the office, as written; `length` bytes, trimmed */
    size_t length;
    const char *office; /* what it is called: the name, or what the table says it stands for */
    size_t office_length;
    const char *kind; /* that the names which follow are of, where it was said before them */
    size_t kind_length;
    bool listed;        /* all that follow: a colon said so */
    struct strbuf made; /* the name, where its kind was said before */
};

struct agency_walk agency_walk_of(const struct agency_table *table, const char *cell);

/* Moves on to the next name; at the end it returns false and the walk is released. */
bool agency_next(struct agency_walk *walk);

/* Ends a walk before its end. */
void agency_walk_release(struct agency_walk *walk);

/* Appends the key of what the name is called. */
void agency_walk_add_key(struct strbuf *out, const struct agency_walk *walk);

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
