// SPDX-License-Identifier: MIT
/*
 * A store gives plans and what is recorded of them, and takes new entries. Commands ask the store
 * and need to know nothing of files, journals or threads. The store reads no arguments and prints
 * nothing: problems, notices and the progress of reading are returned as values or reported through
 * a callback. The only kind is the file store (store/file_store.h), which knows servers, too.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "base/work_progress.h"
#include "plan/check/check.h"
#include "plan/office.h"
#include "plan/progress/journal.h"
#include "plan/query/task_list.h"
#include "plan/summary/due.h"
#include "plan/summary/reporting_period.h"
#include "plan/summary/summary.h"

/* Tasks that are shown besides the totals that they are part of. */
enum {
    SHOWS_UNBUDGETED = 1 << 0, /* without an amount */
    SHOWS_OVERDUE = 1 << 1,
    SHOWS_TARGETS = 1 << 2, /* with a target */
};

/* The data that a command needs of the plans, so that no more is read. */
struct store_need {
    bool locations;       /* of every cell */
    bool progress;        /* what is recorded, too */
    bool progress_known;  /* there is no answer while entries of a plan are stray … */
    bool progress_counts; /* … or there is one without its progress; else it is of entries */
    bool two_plans;       /* just two, which are compared and may have one id */
    bool only_matches;    /* tasks that the query leaves out need not be kept */
    bool totals;          /* tasks are added up by `by`, and of them only `shown` are needed */
    enum summary_by by;
    unsigned shown; /* bits of SHOWS_… */
    /* If only the work of one period is needed: finds it, given the plans' year (0: they are of
     * several). Returns false if there is no single one. NULL: all tasks are needed. */
    bool (*find_period)(const struct store_need *need, int year, struct period *period);
    const void *context;
    const char *const *named; /* ids of the only plans whose tasks are needed; none: all */
    size_t named_count;
    unsigned cells;            /* bits of 1 << task_field, those of the query aside; 0: all */
    const struct query *query; /* borrowed while loading */
    struct date as_of;         /* of the progress; unset if only a progress needs one */
    struct date (*today)(void);
};

/* Something to be said beside the answer. */
enum store_notice_kind {
    NOTICE_TORN,           /* a journal's last line is part of an entry: it does not count */
    NOTICE_TORN_SET_ASIDE, /* and was moved to PATH.torn */
    NOTICE_OTHER_PLAN,     /* entries of another plan, which do not count */
    NOTICE_CHANGED,        /* a journal was changed; said only where entries are listed */
    NOTICE_STRAY,          /* entries of tasks that the plan has no more: progress is not known */
    NOTICE_SET_ASIDE,      /* the same, decided about: they do not count */
    NOTICE_UNTITLED,       /* entries without titles, which count by number */
    NOTICE_NO_JOURNAL,     /* a plan has no path for a journal */
    NOTICE_OTHER_JOURNAL,  /* a journal whose plan is missing, in a folder where some plan has no
                              journal */
    NOTICE_PASSED_OVER,    /* an old office file in a folder of plans */
};
struct store_notice {
    enum store_notice_kind kind;
    const char *path;   /* of the journal or the file; for NOTICE_NO_JOURNAL a plan's id; borrowed
                           from the store */
    size_t line, count; /* of the torn line; of the entries */
    int64_t spent_vnd;  /* on what is set aside */
    const char *other, *plan; /* the plan that the entries name, and the journal's;
                                 NOTICE_OTHER_JOURNAL: the path of a plan without a journal */
};

enum store_file { STORE_NO_FILE, STORE_PLAN_FILE, STORE_JOURNAL_FILE };

struct store;
struct journal_findings;

/* The operations of a kind of store; see the functions below. */
struct store_kind {
    int (*load)(struct store *store, const struct store_need *need, struct error *error);
    struct journal *(*entries)(const struct store *store, const struct plan *plan);
    struct plan **(*sharing)(const struct store *store, const struct plan *plan, size_t *count);
    int (*begin)(struct store *store, const struct plan *plan, bool dry, struct error *error);
    int (*append)(struct store *store, const struct journal_entry *entries, size_t count,
                  struct error *error);
    void (*end)(struct store *store);
    bool (*shares_file)(const struct store *store, const struct plan *plan);
    struct plan *(*read_plan)(struct store *store, const char *path);
    int (*check_journal)(struct store *store, const struct plan *plan,
                         struct journal_findings *findings, struct error *error);
    enum store_file (*keeps)(struct store *store, const char *path);
    void (*free)(struct store *store);
};

/* Public for reading. */
struct store {
    const struct store_kind *kind;
    size_t jobs;         /* threads to work with */
    bool keep_going;     /* answers without what cannot be read */
    bool keep_cells;     /* answers although cells could not be read */
    struct plan **plans; /* all that were read, in the order of their files */
    size_t plan_count;
    struct query_scope scope;     /* those of them that are asked for */
    struct agency_table agencies; /* what users call offices; asked for by store_agencies */
    bool two_plans, knows_own;
    struct summary_shares shares; /* totals of tasks that the plans lack, if totals are needed */
    struct year_round_count year_round; /* of tasks that the plans lack, if a period was needed */
    struct progress progress;  /* what is recorded of them; its as_of is set if it matters */
    bool has_entries;          /* whether anything is recorded */
    struct office office;      /* what the settings beside the first plan say of it */
    struct arena paths;        /* of files that are not the store's, for errors to speak of */
    struct error_list errors;  /* of what could not be read: there is no answer */
    struct error_list refused; /* of what the answer goes without */
    size_t named, left_out;    /* files and folders, and how many of them could not be read */
    bool entries_left_out;     /* some of these only because of their journal's entries */
    struct store_notice *notices;
    size_t notice_count, notice_capacity;
};

/* Frees the store and all that it gave; takes NULL. */
void store_free(struct store *store);

/*
 * Reads the plans into the scope and, if needed, what is recorded of them into the progress.
 * Problems with files go to store->errors; returns -1 with `error` if what was asked for is wrong.
 */
int store_load(struct store *store, const struct store_need *need, struct error *error);

/* Returns whether there is an answer: if nothing is wrong, or if the store keeps going and a
 * plan is left. In the second case the errors move to store->refused. */
bool store_can_answer(struct store *store);

/* Appends the tasks of the scope that match, each plan's ordered by value. If only totals are
 * needed, these are the tasks that may be shown and those that the store has not added up by
 * itself. */
void store_select(const struct store *store, const struct query *query, struct task_list *tasks);

/* Fills a zeroed list with the totals of the tasks that store_select has chosen, as they stand on
 * the progress's day, and of those that the store has added up by itself. */
int store_totals(struct store *store, const struct task_list *tasks, enum summary_by by,
                 struct summary_list *list, struct error *error);

/* Returns the names of the plans' offices: those in agencies.csv, and the office that «Văn
 * phòng» alone stands for, which is found at the first call. */
const struct agency_table *store_agencies(struct store *store);

/* Returns all entries of the plan's journal, which may be about other plans too. */
const struct journal *store_entries(const struct store *store, const struct plan *plan);

/* Returns the findings of the rules, one list per plan of the scope, in their order. The caller
 * releases each list and frees the array. */
struct finding_list *store_check(const struct store *store, check_rule_set ignored);

/* Returns whether the plan's file has other plans. */
bool store_shares_file(const struct store *store, const struct plan *plan);

/* Returns the plans that share a plan's journal, itself among them; borrowed. */
struct plan **store_sharing(const struct store *store, const struct plan *plan, size_t *count);

/*
 * Reads one plan more, which is none of the store's, as those were read; the caller frees it with
 * plan_free. NULL if it cannot be read, with the store's errors.
 */
struct plan *store_read_plan(struct store *store, const char *path);

/* Checks what is recorded of a plan: its journal's file, or what a server has (journal_care.h). */
int store_check_journal(struct store *store, const struct plan *plan,
                        struct journal_findings *findings, struct error *error);

/* Returns which of the store's own files a path leads to; nothing else may be written over
 * these. */
enum store_file store_owned_file(struct store *store, const char *path);

/* Adds the windows that reports cover, which are built in, to zeroed ones. */
void store_periods(struct reporting_windows *windows);

/* Returns the names of the roles that a column can have, ending with NULL; "" marks a role
 * without a name. */
const char *const *store_role_names(void);

/* Appends a notice; the kinds of stores call it. */
void store_add_notice(struct store *store, struct store_notice notice);

#endif
