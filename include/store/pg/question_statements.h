// SPDX-License-Identifier: MIT
/*
 * The statements by which servers answer (store/pg/remote_question.h). Each is one text; what is
 * asked for are its parameters:
 *
 *   $1       ids of plans, or NULL for all
 *   $2       plans that are read whole, by the store's own numbers
 *   $3–$14   the query, in the order of enum question_value
 *   $15      the as-of date, or NULL
 *   $16–$19  whether all tasks travel; and of those that totals are of, those without an amount,
 *            those that are overdue, those with a target
 *   $20–$22  the period's days, or NULL, and whether what was due before it travels, too
 *   $23      the cells of tasks that are needed: an array that has n at place n, else 0; only
 * question_tasks has it
 *
 * Those of the survey have the first alone.
 */
#ifndef STORE_PG_QUESTION_STATEMENTS_H
#define STORE_PG_QUESTION_STATEMENTS_H

#include "plan/summary/summary.h"

/* The survey: one row of what the server has, and columns of different values. */
extern const char question_summary[];
enum {
    SUMMARY_READER,
    SUMMARY_PARTS,
    SUMMARY_IDS,
    SUMMARY_FILES,
    SUMMARY_YEAR,
    SUMMARY_LAST_YEAR,
    SUMMARY_HAS_ENTRIES,
    SUMMARY_HAS_VALUES,
    SUMMARY_WHOLE
};
/* One row for the ids in $2: the store's own numbers of their plans, and the number of ids
 * found. */
extern const char question_named[];
/* Instead of the summary, the tasks and the entries if only named plans are read: no entry is
 * looked at but those of the plans in $2, and no task travels. */
extern const char question_named_summary[], question_no_tasks[], question_named_entries[];
extern const char question_sections[], question_leads[], question_coordinators[], question_ids[];

/* Cells that may name an office of its own (between \\x1f), and their organisation. */
extern const char question_offices[];
/* Tables of agencies beside plans, as bytes, and what the first plan's settings say of the office.
 */
extern const char question_tables[];

/* The statements below begin with question_placed and then question_matched; question_parts is
 * complete. They are two texts because C promises no string of more than 4,095 bytes. */
extern const char question_placed[], question_matched[];

/* The tasks that travel, the entries that are theirs, and the parts of plans ($1 ids, $2 plans that
 * tasks are of, $3 those that are read whole): see the columns in remote.c. */
extern const char question_tasks[], question_entries[], question_parts[];

/* One row for the tasks that do not travel: the number of their milestones that run all year in
 * the period, and how many of these are phases. */
extern const char question_year_round[];

/* Totals of the tasks that do not travel. */
extern const char *const question_totals[SUMMARY_BYS];
enum {
    TOTAL_RANK,
    TOTAL_PLACE,
    TOTAL_TASKS,
    TOTAL_AMOUNTS,
    TOTAL_UNSPECIFIED,
    TOTAL_MISSING,
    TOTAL_VND,
    TOTAL_IN_TIME,
    TOTAL_OVERDUE,
    TOTAL_NO_DUE,
    TOTAL_GROUP,
    TOTAL_TITLE,
    TOTAL_VALUE,
    TOTAL_DUE,
    TOTAL_YEAR,
    TOTAL_DONE_ON_TIME,
    TOTAL_DONE_LATE,
    TOTAL_DONE_NO_DUE,
    TOTAL_BEGUN, /* in progress */
    TOTAL_REPORTED,
    TOTAL_SPENT
};

#endif
