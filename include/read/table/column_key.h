// SPDX-License-Identifier: MIT
/*
 * The columns that are known by their exact names: those of `list`, and the headings with which an
 * official table is written. Case, marks, white space, punctuation and what stands in parentheses
 * do not count.
 */
#ifndef READ_TABLE_COLUMN_KEY_H
#define READ_TABLE_COLUMN_KEY_H

#include "plan/task_columns.h"
#include "read/table/column_role.h"

/* Returns the key of a heading that is the name of one of `list`'s columns, or -1. */
int column_key_of_name(const char *heading);

/* Returns the key of a heading of the official table, or -1. */
int column_key_of_official(const char *heading);

/* Return the key of a role, or -1, and the role of a key, or ROLE_UNKNOWN. */
int column_key_of_role(enum column_role role);
enum column_role column_role_of_key(int key);

#endif
