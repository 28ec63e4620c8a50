// SPDX-License-Identifier: MIT
/*
 * Drafts next year's plan from this year's: the tasks that are not done, and those that run all
 * year or recur each year even if done, but no cancelled ones. Sections stay, groups stay while
 * they have a task; totals, the footer and the signature are dropped. Marks close the gaps, and the
 * years in schedules advance where that is certain (plan/next_year/year_words.h). Amounts and all
 * other words are kept. An extra column names the task of this year's plan that each row came from.
 */
#ifndef PLAN_NEXT_YEAR_DRAFT_H
#define PLAN_NEXT_YEAR_DRAFT_H

#include "plan/query/query.h"

/* A zeroed draft is empty. The plan borrows from the one that it was made from. */
struct draft {
    struct plan *plan;
    const struct task **unsure; /* old tasks whose schedules name years and were kept as is */
    size_t unsure_count, unsure_capacity;
};

/*
 * Drafts the plan of a later year from the tasks that match the query. The year of `old` is known.
 */
void draft_init(struct draft *draft, const struct plan *old, const struct query *query,
                const struct progress *progress, int year);
void draft_release(struct draft *draft);

/* Appends the heading of the column that names the origin in the plan of `year`. */
void draft_add_heading(struct strbuf *out, int year);

#endif
