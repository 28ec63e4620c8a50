// SPDX-License-Identifier: MIT
/*
 * Questions that servers answer by themselves: they select tasks and add them up, so that a task
 * travels only if the answer needs it individually.
 *
 * Answers equal those from whole files by construction. Texts and dates are compared with columns
 * that our reader has computed. Agencies are compared here: of the different cells of a server,
 * those that match become parameters. The server folds entries that only report progress;
 * tasks with any others travel, and their progress is computed here. Plans whose rows do not tell
 * all (stored_task.h), or some of whose entries do not name a task by the id and title that it has
 * now, are read whole.
 */
#ifndef STORE_PG_REMOTE_QUESTION_H
#define STORE_PG_REMOTE_QUESTION_H

#include "plan/query/query.h"
#include "store/pg/remote.h"
#include "store/store.h"

struct remote_question {
    const char *const *only; /* ids of plans; none: all */
    size_t only_count;
    const struct query *query;
    const struct agency_table *agencies; /* by which the query's agencies are read */
    struct date as_of;                   /* unset: nothing is overdue */
    bool totals;
    enum summary_by by;
    unsigned cells;           /* of the tasks that travel: bits of 1 << task_field */
    unsigned shown;           /* bits of SHOWS_… */
    struct period period;     /* whose work is asked for; unset: all tasks that match */
    bool overdue;             /* and what was due before it */
    const char *const *named; /* ids of the plans to read whole, without duplicates; no other tasks
                                 are asked for */
    size_t named_count;       /* 0: the query says which tasks are asked for */
};

/* The answers of a server to the survey. Some are NULL if the question does not need them. */
struct remote_survey {
    struct pg_rows *summary, *named, *sections, *leads, *coordinators, *offices, *tables, *ids;
};

/*
 * Connects and asks for what must be known before the question itself, in a transaction that stays
 * open. A failure sets server->failed and server->error.
 */
void remote_survey_run(struct remote_server *server, const struct remote_question *question,
                       bool several);
void remote_survey_release(struct remote_survey *survey);

/* Returns whether the server's rows tell enough to answer from them. */
bool remote_survey_can_answer(const struct remote_server *server);
bool remote_survey_has_entries(const struct remote_server *server);
bool remote_survey_has_values(const struct remote_server *server); /* measured ones */
int remote_survey_year(const struct remote_server *server);     /* of all plans, 0 if they differ */
size_t remote_survey_files(const struct remote_server *server); /* of plans that are asked for */

/* Returns how many of the named plans the server has. */
size_t remote_survey_named(const struct remote_server *server);

/* Returns whether the server has the section, or the agency, that a condition asks for. */
bool remote_survey_has(const struct remote_server *server, const struct remote_question *question,
                       const struct condition *condition);

/* Adds what stands beside the server's plans; `office` gets what its first one says. */
void remote_survey_read_beside(const struct remote_server *server, struct office *office,
                               struct agency_table *agencies, struct arena *arena,
                               struct error_list *errors);

/* Adds a plan of the cells that may name an office of its own, one per organisation. */
void remote_survey_add_offices(const struct remote_server *server, struct plan ***plans,
                               size_t *count, size_t *capacity);

/* Asks the question and ends the transaction. The server's plans are then those that the answer
 * needs. */
void remote_question_ask(struct remote_server *server, const struct remote_question *question);

/* Adds what runs all year in the question's period, of tasks that did not travel. */
void remote_year_round_add(const struct remote_server *server, struct year_round_count *count);

/* The total of one group, over the server's tasks that did not travel. */
struct remote_total {
    struct summary numbers;    /* without a group */
    int64_t place;             /* of the plan in which the group's first task stands */
    const char *group, *title; /* a section's code, a lead cell, or a plan's id */
    int64_t value;             /* of the section */
    bool year_round;
    struct date due;
    int year; /* of the plan */
};

/* Returns the number of groups, in the order of their first tasks. */
size_t remote_total_count(const struct remote_server *server);

/* Returns -1 if a sum does not fit. The strings live as long as the server. */
int remote_total_read(const struct remote_server *server, size_t index, enum summary_by by,
                      struct remote_total *total);

#endif
