// SPDX-License-Identifier: MIT
/* Values as text: exact for machines, worded for people. */
#ifndef VIEW_RECORDS_CELL_H
#define VIEW_RECORDS_CELL_H

#include "view/records/records.h"

/* Appends the exact value: money in đồng, ISO dates, nothing for an unknown one. It is not
 * escaped. */
void cell_add_exact(struct strbuf *out, const struct value *value);

/* Appends the value as people read it: figures grouped, money in millions, unsafe characters
 * made visible. */
void cell_add_shown(struct strbuf *out, const struct value *value, enum lang lang);

struct value cell_shown_value(const struct column *column, const void *row, struct strbuf *scratch);

#endif
