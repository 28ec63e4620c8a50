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

#include "plan/progress/progress.h"
#include "plan/query/task_list.h"
#include "view/records/records.h"

struct timeline_row {
    const struct task *task;
    const struct progress *progress; /* as it stands */
    bool with_plan;
    unsigned milestone; /* from 0 */
    bool several;       /* the task has other milestones */
};

/* Returns a row for each milestone, or one for a task that has none; NULL for none. The caller
 * frees them. */
struct timeline_row *timeline_rows(const struct task_list *tasks, const struct progress *progress,
                                   bool with_plan, size_t *count);

/* Returns in words why a row without a due date has no bar; "" if it is over. */
const char *timeline_missing_bar(const struct timeline_row *row);

/* For machines: a row a milestone, with its state. */
extern const struct column_table timeline_columns;

/* Writes the timeline of `year` for people. */
void timeline_write(const struct timeline_row *rows, size_t count, int year,
                    const struct style *style, FILE *out);

#endif
