// SPDX-License-Identifier: MIT
/*
 * A plan written as a document of its own. CSV and JSON load again: what comes back is equal,
 * unknown columns and all. Amounts are written as they stand where they read right by
 * themselves, else as a figure in the plan's unit that does.
 */
#ifndef WRITE_PLAN_WRITE_H
#define WRITE_PLAN_WRITE_H

#include "plan/query/query.h"

#include <stdio.h>

/*
 * Each writes the plan's tasks that the query matches, in the document's order, and the sections
 * they stand in; all sections where the query asks for nothing. Whether the stream took it, the
 * caller checks.
 */
typedef void plan_writer(const struct plan *plan, const struct query *query,
                         const struct progress *progress, FILE *out);

/* The official table, Vietnamese headings; cells guarded from spreadsheets (base/escape.h). */
plan_writer plan_write_csv;
plan_writer plan_write_json;  /* the JSON document */
plan_writer plan_write_jsonl; /* a list row an object */
plan_writer plan_write_md;    /* the official table, a heading for each section */

/*
 * A calendar (RFC 5545): an all-day event, or a VTODO, for each milestone, due as its progress now
 * says. A task without a due date has no event, but a VTODO. The UID is of the plan, the task and
 * the milestone alone and SEQUENCE the task's revisions, so that a later calendar brings earlier
 * ones up to date and adds nothing twice; DTSTAMP is the as-of day, so that the same question gives
 * the same bytes. What is done or cancelled has no alarm. No task: a calendar without components.
 */
plan_writer plan_write_ics;
plan_writer plan_write_ics_todo;

#endif
