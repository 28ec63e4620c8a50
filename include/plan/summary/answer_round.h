// SPDX-License-Identifier: MIT
/*
 * A round of answers: which agency is asked for which tasks, and which of them it has answered. A
 * task of several leads stands in the list of each; the first one answers, for the others it is
 * there to be seen.
 */
#ifndef PLAN_SUMMARY_ANSWER_ROUND_H
#define PLAN_SUMMARY_ANSWER_ROUND_H

#include "plan/agency.h"
#include "plan/progress/progress.h"
#include "plan/query/task_list.h"

struct round_task {
    const struct task *task;
    bool answers;     /* its agency is the one to answer for it */
    bool is_answered; /* an entry of it lies in the window */
};

struct round_agency {
    const char *name; /* as the first of its cells has it, or the table calls it; "" for no lead */
    struct round_task *tasks;
    size_t count, capacity, asked, answered; /* asked: tasks that it is to answer for */
};

/* Zeroed is empty. Agencies stand as they are first met. */
struct answer_round {
    struct round_agency *items;
    size_t count, capacity;
    struct arena arena;
};

/* Lists the tasks that are neither done nor cancelled as the progress has them. */
void answer_round_run(struct answer_round *round, const struct task_list *tasks,
                      const struct agency_table *agencies, const struct progress *progress);

/* Leaves out who is asked for nothing, and marks what was answered: a task of which an entry that
 * was not taken back says something of a day from `from` to `until`. */
void answer_round_mark(struct answer_round *round, struct plan *plan, const struct journal *journal,
                       struct date from, struct date until);
void answer_round_release(struct answer_round *round);

#endif
