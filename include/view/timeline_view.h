// SPDX-License-Identifier: MIT
/*
 * The plan's year as bars in the terminal: a line a milestone, months across, quarters ruled.
 *
 *   ░ planned   ▒ in progress   █ done   ! overdue   × cancelled   ◆ due   ┊ the as-of date
 *
 * The signs say all that the colours do.
 */
#ifndef VIEW_TIMELINE_VIEW_H
#define VIEW_TIMELINE_VIEW_H

#include "plan/progress.h"
#include "view/records.h"

struct timeline_row {
    const struct task *task;
    bool with_plan;
    unsigned milestone; /* from 0 */
    bool several;       /* the task has other milestones */
    struct date as_of;
};

/* For machines: a row a milestone, with its standing. */
extern const struct column_table timeline_columns;

/* For people. `year` is the one that is drawn. */
void timeline_write(const struct timeline_row *rows, size_t count, int year,
                    const struct style *style, FILE *out);

#endif
