// SPDX-License-Identifier: MIT
/* Text that all writers of a plan share: amounts, the lines around the table, the choice of
 * tasks. */
#ifndef WRITE_PLAN_TEXT_H
#define WRITE_PLAN_TEXT_H

#include "plan/summary/summary.h"
#include "write/plan_write.h"

/* Returns the plan's unit as a heading names it: «triệu VNĐ». */
const char *plan_text_unit(const struct plan *plan);

/*
 * Appends the budget cell as written if it reads as its amount in the plan's unit without any
 * option, else a figure that does; nothing if it is blank.
 */
void plan_text_add_budget(struct strbuf *out, const struct task *task, const struct plan *plan);

/*
 * Lines that must stand above or below a table for its title, signer, year and declared totals to
 * be read again, each ended by a line feed: those that the document's own lines do not say. A part
 * of the plan declares no totals.
 */
void plan_text_add_preamble(struct strbuf *out, const struct plan_extract *extract);
void plan_text_add_footer(struct strbuf *out, const struct plan_extract *extract);

/* Returns whether a task is among those asked for. */
bool plan_extract_has(const struct plan_extract *extract, const struct task *task);

/* Lists the tasks asked for, in their order, and their totals by section. Returns -1 with an
 * error if a sum does not fit. The caller releases both in any case. */
int plan_extract_totals(const struct plan_extract *extract, struct task_list *tasks,
                        struct summary_list *sections, struct error *error);

#endif
