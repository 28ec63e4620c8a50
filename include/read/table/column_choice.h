// SPDX-License-Identifier: MIT
/* The user's own choice of a column's role: --role ROLE=HEADER, by its heading or its letter. */
#ifndef READ_TABLE_COLUMN_CHOICE_H
#define READ_TABLE_COLUMN_CHOICE_H

#include "base/error.h"
#include "read/table/column_role.h"

#include <stddef.h>

struct role_choice {
    enum column_role role;
    const char *heading;
};

/* Both are borrowed. */
struct role_choices {
    const struct role_choice *items;
    size_t count;
};

/* Reads «lead=Đơn vị thực hiện»; the choice borrows the end of the text. Returns -1, with the
 * reason, if the text is no choice. */
int role_choice_parse(const char *text, struct role_choice *choice, struct error *error);

/* Returns the choice that is about the column of that heading and index, NULL if none is. */
const struct role_choice *role_choices_find(const struct role_choices *choices, const char *heading,
                                            size_t column);

#endif
