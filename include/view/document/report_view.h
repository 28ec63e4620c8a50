// SPDX-License-Identifier: MIT
/* A periodic report as a document that people read, or as JSON for scripts. */
#ifndef VIEW_DOCUMENT_REPORT_VIEW_H
#define VIEW_DOCUMENT_REPORT_VIEW_H

#include "plan/summary/report.h"
#include "view/document/document.h"

/*
 * Writes the report: the period and its cut-off; the numbers, each with its change since the
 * cut-off before; results by section, with their evidence; what is overdue, by agency; what falls
 * due next; the annex in the official columns with the progress.
 */
void report_write(const struct report *report, struct document *document);

/*
 * An object: plan, period, from, until, as_of, previous (the cut-off before), send_by; `total` and
 * `before` with the keys of `status` and `budget`; `sections`, the same for each; `done`, `overdue`
 * and `next`, arrays of id, milestone, lead, due, on.
 */
void report_write_json(const struct report *report, FILE *out);

#endif
