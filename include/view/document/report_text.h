// SPDX-License-Identifier: MIT
/* The small texts of a report: dates in sentences, figures with signs, where a task stands. */
#ifndef VIEW_DOCUMENT_REPORT_TEXT_H
#define VIEW_DOCUMENT_REPORT_TEXT_H

#include "base/lang.h"
#include "plan/column.h"
#include "plan/summary/report.h"

/* A sentence with dates in it, in the order of its %s; those that are unset are blank. */
enum { REPORT_DATES = 5 };
void report_add_dates(struct strbuf *out, enum lang lang, const char *format,
                      const struct date dates[REPORT_DATES]);

/* Thousandths as «27.3 %», «—» for a negative. */
void report_add_share(struct strbuf *out, enum lang lang, int64_t thousandths);

/* Appends a figure as people read it. A change has its sign, or «±0»; a change of a rate is in
 * points. */
void report_add_figure(struct strbuf *out, enum lang lang, enum value_kind kind, int64_t number,
                       bool change);

/* Append «Ban hành: title», and the same with its id before it. */
void report_add_title(struct strbuf *out, const struct report_item *item);
void report_add_name(struct strbuf *out, const struct report_item *item);

#endif
