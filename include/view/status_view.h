// SPDX-License-Identifier: MIT
/* How tasks stand on a date: the columns of `status`, and its summary for people. */
#ifndef VIEW_STATUS_VIEW_H
#define VIEW_STATUS_VIEW_H

#include "plan/summary/summary.h"
#include "plan/summary/target_summary.h"
#include "view/records/records.h"

/* Rows are `struct summary_row`. */
extern const struct column_table status_columns;

/*
 * The same, of which a table shows what its rows add up by: a state that nothing is in is left out.
 * Groups have titles (sections, plans) or none (leads, quarters). It borrows `shown`.
 */
struct column_table status_columns_shown(struct strbuf *shown, const struct summary *total,
                                         bool titled);

/*
 * A line for each state that any task has, with its number, its share and a bar. Shares are rounded
 * so that they add up to 100 % (largest remainders).
 */
void status_write_summary(const struct summary *total, struct date as_of, const struct style *style,
                          FILE *out);

/* Appends how many tasks have targets, and how many of these are reached: a sentence. */
void status_add_targets(struct strbuf *out, const struct target_summary *targets);

/* Rounds each part's share of their sum to thousandths that add up to 1000; all 0 for no sum. */
void status_add_up(const size_t *parts, size_t count, unsigned *thousandths);

#endif
