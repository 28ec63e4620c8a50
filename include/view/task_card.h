// SPDX-License-Identifier: MIT
/* All of one task: its cells, and what was read from them. */
#ifndef VIEW_TASK_CARD_H
#define VIEW_TASK_CARD_H

#include "plan/agency.h"
#include "view/json.h"
#include "view/task_view.h"
#include "view/update_view.h"

/* A task's entries, the newest first. */
struct history {
    struct entry_row *rows;
    size_t count;
};

/* Writes a task for people: one line per cell, wrapped to the width, and below it how it was
 * read. */
void task_card_write(const struct task_row *row, const struct history *history,
                     const struct agency_table *agencies, const struct style *style, FILE *out);

/*
 * Writes a task for machines: the columns of `list`, then `milestones` (id, name, start, due,
 * status), `lead_agencies` and `coordinating_agencies` and `history` (the columns of `log`) as
 * arrays; known offices under their one name.
 */
void task_card_write_json(const struct task_row *row, const struct history *history,
                          const struct agency_table *agencies, struct json *json);

#endif
