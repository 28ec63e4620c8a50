// SPDX-License-Identifier: MIT
/* Tasks as rows: the columns of list, show and due, and the sentences under their tables. */
#ifndef VIEW_TASK_VIEW_H
#define VIEW_TASK_VIEW_H

#include "base/lang.h"
#include "plan/query/task_list.h"
#include "plan/summary/due.h"
#include "view/records/records.h"

struct task_row {
    const struct task *task;
    const struct progress *progress;   /* as it stands */
    bool with_plan;                    /* ids say which plan: PLAN:III.2 */
    const struct milestone *milestone; /* in `due` only, NULL for a triggered task */
    unsigned milestone_index;          /* from 1; 0 where the task has but one */
    const char *group;                 /* in `due` only */
};

/* The columns of `list`, and with milestone, group and days_left those of `due`. */
extern const struct column_table task_columns, due_columns;
/* The same where a journal is: their tables show the status too. */
extern const struct column_table task_progress_columns, due_progress_columns;
/* Those of `due` as text to be sent to a lead agency. */
extern const struct column_table reminder_columns, reminder_progress_columns;

/* A heading of its section over each table's rows. */
void task_add_section_heading(const void *row, struct strbuf *out);
bool task_same_section(const void *a, const void *b);

/*
 * «1,285 million đồng in 42 of 44 tasks; 1 by regulation (II.1), 1 blank (VII.6)»: the total and
 * the tasks it leaves out, by name.
 */
int task_add_total(struct strbuf *out, const struct task_list *tasks, bool with_plan,
                   enum lang lang, struct error *error);

#endif
