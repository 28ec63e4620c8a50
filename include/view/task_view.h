// SPDX-License-Identifier: MIT
/* The headings and footers of the tables of list and due. */
#ifndef VIEW_TASK_VIEW_H
#define VIEW_TASK_VIEW_H

#include "base/lang.h"
#include "plan/query/task_list.h"
#include "plan/summary/summary.h"
#include "plan/task_columns.h"
#include "view/records/records.h"

/* Appends the heading over each table's rows: the section. */
void task_add_section_heading(const void *row, struct strbuf *out);
bool task_same_section(const void *a, const void *b);

/*
 * Appends a total and the tasks that it leaves out, by name, which must be in the list: «1,285
 * million đồng in 42 of 44 tasks; 1 by regulation (II.1), 1 blank (VII.6)».
 */
void task_add_summary(struct strbuf *out, const struct summary *total,
                      const struct task_list *tasks, bool with_plan, enum lang lang);

/* Appends the same of the list's own total; -1 with an error if it does not fit. */
int task_add_total(struct strbuf *out, const struct task_list *tasks, bool with_plan,
                   enum lang lang, struct error *error);

#endif
