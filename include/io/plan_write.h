// SPDX-License-Identifier: MIT
/*
 * A plan written as a document of its own, to be kept, sent and loaded again: what comes back is
 * equal, unknown columns and all. Amounts are written as they stand where they read right by
 * themselves, else as a figure in the plan's unit that does.
 */
#ifndef IO_PLAN_WRITE_H
#define IO_PLAN_WRITE_H

#include "plan/query.h"

#include <stdio.h>

/*
 * Each writes the plan's tasks that the query matches, in the document's order, and the sections
 * they stand in; all sections where the query asks for nothing. Whether the stream took it, the
 * caller checks.
 */
typedef void plan_writer(const struct plan *plan, const struct query *query, FILE *out);

plan_writer plan_write_csv;   /* the official table, Vietnamese headings */
plan_writer plan_write_json;  /* the JSON document */
plan_writer plan_write_jsonl; /* a list row an object */
plan_writer plan_write_md;    /* the official table, a heading for each section */

#endif
