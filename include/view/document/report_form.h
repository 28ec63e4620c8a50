// SPDX-License-Identifier: MIT
/* Parts common to the forms in which a report is sent: the Decree's, and an office's own
 * template. */
#ifndef VIEW_DOCUMENT_REPORT_FORM_H
#define VIEW_DOCUMENT_REPORT_FORM_H

#include "plan/summary/report.h"

#include <stdio.h>

/* Returns the text, or a line of dots if there is none. */
const char *report_or_dots(const char *text);

/* Returns the name of the sender from the settings or the plan, or NULL if neither has one. */
const char *report_office_name(const struct report *report);

/* Appends the plan's title, or the title that it would have. */
void report_add_plan(struct strbuf *out, const struct report *report);

/* Appends the recipients, one per line: «- Như trên;». */
void report_add_recipients(struct strbuf *out, const struct office *office);

/* Writes the office's own form, filled in. */
int report_fill_template(const struct report *report, FILE *out, struct error *error);

#endif
