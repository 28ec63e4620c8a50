// SPDX-License-Identifier: MIT
/*
 * A plan written as a document of its own. What is written as CSV or JSON loads again as an equal
 * plan, unknown columns included. An amount is written as it stands if it reads right by itself,
 * else as a figure in the plan's unit.
 */
#ifndef WRITE_PLAN_WRITE_H
#define WRITE_PLAN_WRITE_H

#include "base/error.h"
#include "base/lang.h"
#include "plan/query/query.h"

#include <stdio.h>

/* The part of a plan to be written, its progress, and the reader it is written for. */
struct plan_extract {
    const struct plan *plan;
    const struct query *query;
    const struct progress *progress;
    enum lang lang; /* of what is for people */
    bool todo;      /* a calendar of tasks to do, not of events */
};

/*
 * Writes the plan's tasks that the query matches, in the document's order, and their sections; all
 * sections if the query has no condition. Returns 0, or -1 with `error`: a sum is too large, or the
 * format cannot hold the plan. The caller checks whether the stream took everything.
 */
typedef int plan_writer(const struct plan_extract *extract, FILE *out, struct error *error);

/* The official table, Vietnamese headings; cells escaped from spreadsheets (base/escape.h). */
plan_writer plan_write_csv;
plan_writer plan_write_json;  /* the JSON document */
plan_writer plan_write_jsonl; /* a list row an object */
plan_writer plan_write_md;    /* the official table, a heading for each section */
plan_writer plan_write_html;  /* a page: numbers, charts and the whole table; its year is known */

/*
 * An Excel file: the official table, as it is signed, with Vietnamese headings; how its sections
 * stand, with charts; and its tasks' progress, with real dates. The first sheet alone has a plan's
 * header, so that what is written loads again equal; the others follow the language.
 */
plan_writer plan_write_xlsx;

/*
 * A Word file: the official table, on pages that lie. It loads again equal, but for tabs, which
 * come back as spaces, and control characters, which no such file holds.
 */
plan_writer plan_write_docx;

/*
 * A calendar (RFC 5545): an all-day event, or a VTODO, for each milestone, due as its progress now
 * says. A task without a due date has no event, but a VTODO. The UID is of the plan, the task and
 * the milestone alone and SEQUENCE the task's revisions, so that a later calendar brings earlier
 * ones up to date and adds nothing twice; DTSTAMP is the as-of day, so that the same question gives
 * the same bytes. What is done or cancelled has no alarm. No task: a calendar without components.
 */
plan_writer plan_write_ics;

#endif
