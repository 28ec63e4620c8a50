// SPDX-License-Identifier: MIT
/*
 * Assigns roles to the columns of a plan's table once each heading was read: one column to a role,
 * amounts by source beside their total, and what cannot be told.
 */
#ifndef READ_TABLE_HEADER_ROLES_H
#define READ_TABLE_HEADER_ROLES_H

#include "read/table/column_choice.h"

#include <stddef.h>

/* The appearance of the first cells below a heading. */
struct column_sample {
    size_t filled, figures, times, offices, marks, words;
};

struct role_column {
    struct column_reading reading;
    struct column_sample sample;
    enum column_role role;            /* what it is taken for; unknown: kept as it is */
    bool is_chosen;                   /* by the user: its reading does not count */
    const struct role_choice *choice; /* by which it is */
    bool is_part;  /* of the budget: one source's money beside its total, or others' */
    bool is_known; /* by its exact name: a list's column, or an official one's */
};

enum role_problem_kind {
    ROLE_TWICE,     /* two columns for one role */
    ROLE_UNDECIDED, /* a column holds what the role would, and no column has it */
    ROLE_NO_TITLE,  /* no column is the title, and a plan must have one */
};

struct role_problem {
    enum role_problem_kind kind;
    enum column_role role;
    size_t column, other; /* other: the first of two */
};

enum { ROLE_PROBLEMS_MAX = 8 };

struct role_problems {
    struct role_problem items[ROLE_PROBLEMS_MAX];
    size_t count;
};

/* Returns whether samples can change the roles; otherwise they need not be filled in. */
bool header_roles_need_samples(const struct role_column *columns, size_t count);

/* Sets the columns' roles, and adds what is wrong with them. */
void header_roles_assign(struct role_column *columns, size_t count, struct role_problems *problems);

#endif
