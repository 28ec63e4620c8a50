// SPDX-License-Identifier: MIT
/*
 * What a periodic report says: how the tasks stand at a period's cut-off, what was done in the
 * period, what is overdue, and what falls due next. The numbers are those of `status` as of the
 * cut-off, so that a report asked for again comes out the same.
 */
#ifndef PLAN_SUMMARY_REPORT_H
#define PLAN_SUMMARY_REPORT_H

#include "plan/office.h"
#include "plan/progress/progress.h"
#include "plan/summary/reporting_period.h"
#include "plan/summary/tally.h"
#include "plan/summary/target_summary.h"

/* A task, or one of its milestones, in a list of the report. */
struct report_item {
    const struct task *task;
    unsigned milestone;  /* from 1; 0 where the task has but one */
    const char *name;    /* the milestone's; NULL where it has none, or is the only one */
    struct date on, due; /* when it was done, and when it is due; unset where not */
    const char *lead;    /* the lead cell with aliases made one; "" for none */
    const struct task_progress *progress; /* what is recorded of the task, or NULL */
};

struct report_list {
    struct report_item *items;
    size_t count, capacity;
};

/* Zeroed is empty. It borrows the plan, the journal and the agencies. */
struct report {
    const struct plan *plan;
    const struct office *office; /* who sends it */
    struct reporting_period period;
    struct progress progress;      /* as of the cut-off, or of today where that is still to come */
    struct task_list tasks;        /* the query's */
    struct tally_list sections;    /* of them, and their total */
    struct target_summary targets; /* of the tasks */
    struct tally before;           /* their total at the cut-off before */
    struct date year_before_as_of; /* the same day of the year before; unset: not compared */
    struct tally year_before;      /* the total of that year's plan then */
    struct report_list done;       /* in the period, by section */
    struct report_list going;      /* tasks in progress, by section */
    struct report_list overdue;    /* by lead agency, then the longest first */
    struct report_list next;       /* open and due in what comes next, by due date */
    struct arena arena;
};

/*
 * Fills a zeroed report; its period is set. Only tasks of `query`, asked as of the report's day,
 * count; sums that do not fit are an ERROR_DATA.
 */
int report_run(struct report *report, struct plan *plan, const struct journal *journal,
               const struct query *query, const struct agency_table *agencies, struct date today,
               struct error *error);
void report_release(struct report *report);

/*
 * Compares a report that was run with the plan of the year before, as that stood a year earlier by
 * its own journal. The query is bound to that plan. A plan of another year is an ERROR_DATA.
 */
int report_compare(struct report *report, struct plan *plan, const struct journal *journal,
                   const struct query *query, const struct agency_table *agencies,
                   struct error *error);

#endif
