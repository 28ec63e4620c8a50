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

/* The key of a heading that is a column's name in `list`, -1 for none. */
int column_key_of_name(const char *heading);

/* The key of one that is an official table's, -1 for none. */
int column_key_of_official(const char *heading);

/* The key that a role is, -1 for none; the role that a key is, ROLE_UNKNOWN for none. */
int column_key_of_role(enum column_role role);
enum column_role column_role_of_key(int key);

#endif
