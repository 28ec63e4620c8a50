// SPDX-License-Identifier: MIT
/*
 * Next year's draft from this year's plan: what is unfinished, and what runs all year or comes
 * again each year, whatever came of it. Sections stay, groups while a task of theirs does; totals,
 * the footer and what was signed go. Marks move up where rows have gone, and the years of schedules
 * on, where that is plain (plan/next_year/year_words.h). Amounts and all other words stay as they
 * are. One more column names the task of this year's plan that each came from.
 */
#ifndef PLAN_NEXT_YEAR_DRAFT_H
#define PLAN_NEXT_YEAR_DRAFT_H

#include "plan/query/query.h"

/* Zeroed is empty. The plan borrows from the one that it was made from. */
struct draft {
    struct plan *plan;
    const struct task **unsure; /* this year's, whose schedules name years and stay as they are */
    size_t unsure_count, unsure_capacity;
};

/* Drafts a later year's plan of the tasks that the query matches; `old` knows its year. */
void draft_init(struct draft *draft, const struct plan *old, const struct query *query,
                const struct progress *progress, int year);
void draft_release(struct draft *draft);

/* What heads the column that says where a row came from, of a year's plan. */
void draft_add_heading(struct strbuf *out, int year);

#endif
