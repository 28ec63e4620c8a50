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

/* Parts of it, without their headings: a sentence of how all tasks stand; the numbers and targets;
 * what was done, by section; what is overdue; what falls due next; the annex. */
void report_add_subject(struct strbuf *out, const struct report *report);
void report_add_summary(struct strbuf *out, const struct report *report, enum lang lang);
void report_write_summary(const struct report *report, struct document *document);
void report_write_numbers(const struct report *report, struct document *document);
void report_write_sections(const struct report *report, struct document *document);
void report_write_overdue(const struct report *report, struct document *document);
void report_write_next(const struct report *report, struct document *document);
void report_write_annex(const struct report *report, struct document *document,
                        const char *caption);

/* Returns the share of tasks with any entry, in thousandths; -1 if there are no tasks. */
int64_t report_answer_rate(const struct summary *summary);

/*
 * Writes an object: plan, period, from, until, as_of, previous (the cut-off before), send_by;
 * `total` and `before` (where it was compared also `year_before`, as of year_before_as_of) with the
 * keys of `status` and `budget`; `sections`, the same for each; `done`, `overdue` and `next`,
 * arrays of id, milestone, lead, due, on. Returns 0.
 */
int report_write_json(const struct report *report, FILE *out, struct error *error);

/*
 * Writes a Word file to be signed, in the form of Decree 30/2020/NĐ-CP: Vietnamese whatever the
 * language. What the data say is written, what only people can say is a marked blank; what the
 * office's settings do not say is dotted. Where the office has a form of its own, that is filled
 * in. -1 with an ERROR_SYSTEM if the file cannot be made, an ERROR_DATA for what is wrong with the
 * form.
 */
int report_write_docx(const struct report *report, FILE *out, struct error *error);
/* Writes the same as a PDF, which LibreOffice makes. */
int report_write_pdf(const struct report *report, FILE *out, struct error *error);

#endif
