// SPDX-License-Identifier: MIT
/*
 * The contents of a periodic report: the state of the tasks at a period's cut-off, what was done in
 * the period, what is overdue, and what falls due next. The numbers are those of `status` as of the
 * cut-off, so that the same report can be made again later.
 */
#ifndef PLAN_SUMMARY_REPORT_H
#define PLAN_SUMMARY_REPORT_H

#include "plan/office.h"
#include "plan/progress/progress.h"
#include "plan/summary/reporting_period.h"
#include "plan/summary/summary.h"
#include "plan/summary/target_summary.h"

/* A task, or one of its milestones, in a list of the report. */
struct report_item {
    const struct task *task;
    unsigned milestone;  /* from 1; 0 if the task has only one */
    const char *name;    /* of the milestone; NULL if it has none or is the only one */
    struct date on, due; /* when it was done and is due; may be unset */
    const char *lead;    /* the lead cell with aliases replaced by offices; "" for none */
    const struct task_progress *progress; /* the record of the task, or NULL */
};

struct report_list {
    struct report_item *items;
    size_t count, capacity;
};

/* A zeroed report is empty. It borrows the plan, the journal and the agencies. */
struct report {
    const struct plan *plan;
    const struct office *office; /* the sender */
    struct reporting_period period;
    struct progress progress;      /* as of the cut-off, or of today if that is earlier */
    struct task_list tasks;        /* those that match the query */
    struct summary_list sections;  /* of the tasks, with their total */
    struct target_summary targets; /* of the tasks */
    struct summary before;         /* their total at the previous cut-off */
    struct date year_before_as_of; /* the same day a year earlier; unset: not compared */
    struct summary year_before;    /* the total of that year's plan on that day */
    struct report_list done;       /* in the period, by section */
    struct report_list going;      /* tasks in progress, by section */
    struct report_list overdue;    /* by lead agency, the longest overdue first */
    struct report_list next;       /* open and due in the next period, by due date */
    struct arena arena;
};

/* Fills a zeroed report whose period is set, from the tasks that match `query` as of the report's
 * day. Returns 0, or -1 with an ERROR_DATA if a sum does not fit. */
int report_run(struct report *report, struct plan *plan, const struct journal *journal,
               const struct query *query, const struct agency_table *agencies, struct date today,
               struct error *error);
void report_release(struct report *report);

/*
 * Adds the comparison with last year's plan, as of the same day a year earlier in its own journal.
 * The query is bound to that plan. Returns 0, or -1 with an ERROR_DATA if the plan is of another
 * year.
 */
int report_compare(struct report *report, struct plan *plan, const struct journal *journal,
                   const struct query *query, const struct agency_table *agencies,
                   struct error *error);

#endif
