// SPDX-License-Identifier: MIT
/*
 * Charts as SVG markup for document_figure, drawn from the data. Each has a title and, as its text
 * alternative, a description with its numbers. State is said by colour and by pattern or words, so
 * that it reads without colour. `id` is unique in the document.
 */
#ifndef VIEW_CHART_CHART_SVG_H
#define VIEW_CHART_CHART_SVG_H

#include "base/lang.h"
#include "plan/summary/summary.h"
#include "view/document/document.h"
#include "view/timeline_view.h"

/*
 * Appends one line per milestone, with the months across: a bar from its first day to its last, a
 * diamond on its due day, the time past due until the as-of date, and its state in words. `year` is
 * drawn; times outside are cut at its ends. A heading is over each section's rows.
 */
void chart_add_timeline(struct strbuf *out, const char *id, const char *title, enum lang lang,
                        const struct timeline_row *rows, size_t count, int year);

/* Returns the number of rows, from the first, that make one chart on a printed page: whole
 * sections if they fit, and at least one row if there is any. */
size_t chart_timeline_fit(const struct timeline_row *rows, size_t count);

/* Appends one bar per group, all of one length, divided by the states of its tasks with their
 * numbers. */
void chart_add_status(struct strbuf *out, const char *id, enum lang lang,
                      const struct summary_list *list);

/* Appends each group's budget and, below it, the money spent, both on one scale. */
void chart_add_budget(struct strbuf *out, const char *id, enum lang lang,
                      const struct summary_list *list);

/* Writes all three with their captions; the timeline in as many figures as it takes. */
void chart_write_figures(struct document *document, const struct summary_list *list,
                         const struct timeline_row *rows, size_t count, int year);

#endif
