// SPDX-License-Identifier: MIT
/* What every writer of a plan says alike: amounts, the lines around the table, which sections. */
#ifndef WRITE_PLAN_TEXT_H
#define WRITE_PLAN_TEXT_H

#include "plan/query/query.h"

#include <stdbool.h>

/* The plan's unit as a heading names it: «triệu VNĐ». */
const char *plan_text_unit(const struct plan *plan);

/*
 * The budget cell as written if it reads to its amount in the plan's unit without any option, else
 * a figure that does. Nothing for a blank.
 */
void plan_text_add_budget(struct strbuf *out, const struct task *task);

/*
 * Lines that must stand above or below a table for its title, signer, year and declared totals to
 * be read again, each ended by a line feed: those that the document's own lines do not say. A part
 * of the plan declares no totals.
 */
void plan_text_add_preamble(struct strbuf *out, const struct plan *plan, const struct query *query);
void plan_text_add_footer(struct strbuf *out, const struct plan *plan, const struct query *query);

/* Whether a section is among those asked for. */
bool plan_text_has_section(const struct plan *plan, const struct section *section,
                           const struct query *query, const struct progress *progress);

#endif
