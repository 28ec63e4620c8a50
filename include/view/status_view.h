// SPDX-License-Identifier: MIT
/* The columns of `status`, which counts tasks by their state on a date, and its summary for
 * people. */
#ifndef VIEW_STATUS_VIEW_H
#define VIEW_STATUS_VIEW_H

#include "plan/summary/summary.h"
#include "plan/summary/target_summary.h"
#include "view/records/records.h"

/* Rows are `struct summary_row`. */
extern const struct column_table status_columns;

/*
 * Returns the same columns, without the states that no task has. Groups have titles (sections,
 * plans) or none (leads, quarters). It borrows `shown`.
 */
struct column_table status_columns_shown(struct strbuf *shown, const struct summary *total,
                                         bool titled);

/*
 * Writes one line per state that any task has, with its number, its share and a bar. Shares are
 * rounded so that they add up to 100 % (largest remainders).
 */
void status_write_summary(const struct summary *total, struct date as_of, const struct style *style,
                          FILE *out);

/* Appends how many tasks have targets, and how many of these are reached: a sentence. */
void status_add_targets(struct strbuf *out, const struct target_summary *targets);

/* Rounds each part's share of their sum to thousandths that add up to 1000; all 0 for no sum. */
void status_add_up(const size_t *parts, size_t count, unsigned *thousandths);

#endif
