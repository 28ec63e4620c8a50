// SPDX-License-Identifier: MIT
/* Reports the faults of a table's header as errors. */
#ifndef READ_TABLE_HEADER_REPORT_H
#define READ_TABLE_HEADER_REPORT_H

#include "read/plan_builder.h"
#include "read/table/table_header.h"

/* Adds them to the builder's errors, and what the user says of columns that are not there. */
void header_report(struct plan_builder *builder, struct table *table,
                   const struct table_header *header);

/* Appends, if there is no header, the row that looks most like one and what it lacks. Returns
 * how the user can settle that. */
enum settlement header_report_nearest(struct strbuf *out, const struct header_rows *rows);

#endif
