// SPDX-License-Identifier: MIT
/* A round of answers: the tasks that each agency is asked about, and those it has answered. A task
 * with several leads is in the list of each; the first one answers, the others only see it. */
#ifndef PLAN_SUMMARY_ANSWER_ROUND_H
#define PLAN_SUMMARY_ANSWER_ROUND_H

#include "plan/agency.h"
#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

struct round_task {
    const struct task *task;
    bool answers;     /* its agency must answer for it */
    bool is_answered; /* it has such an entry: see answer_round_mark */
};

struct round_agency {
    const char *name; /* as the table of agencies calls it, else as first written; "": no lead */
    struct round_task *tasks;
    size_t count, capacity, asked, answered; /* `asked`: the tasks that it must answer for */
};

/* A zeroed round is empty. Agencies are in order of first appearance. */
struct answer_round {
    struct round_agency *items;
    size_t count, capacity;
    struct arena arena;
};

/* Lists the tasks that are neither done nor cancelled in the progress. */
void answer_round_run(struct answer_round *round, const struct task_list *tasks,
                      const struct agency_table *agencies, const struct progress *progress);

/* Removes agencies that are asked about nothing, and marks tasks as answered that have an entry for
 * a day from `from` to `until`, both included. Voided and voiding entries and decisions do not
 * count. */
void answer_round_mark(struct answer_round *round, struct plan *plan, const struct journal *journal,
                       struct date from, struct date until);
void answer_round_release(struct answer_round *round);

#endif
