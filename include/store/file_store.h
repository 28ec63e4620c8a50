// SPDX-License-Identifier: MIT
/*
 * The store: plans' documents and their journals, which are files beside each other or stand on
 * servers (store/pg/remote.h).
 */
#ifndef STORE_FILE_STORE_H
#define STORE_FILE_STORE_H

#include "journal/journal_file.h"
#include "read/plan_folder.h"
#include "read/plan_settings.h"
#include "store/pg/remote.h"
#include "store/store.h"

/* The locations of plans and journals, and how they are read. All strings are borrowed. */
struct file_store_options {
    /* Files or folders, "-" for standard input, "" the plan built in, addresses of servers. */
    const char *const *plans;
    size_t plan_count;
    const char *const *only; /* ids: the plans that are asked for; none: all */
    size_t only_count;
    int year;          /* of a plan that names none; 0 if it is not given */
    char decimal_mark; /* '.', ',' or 0 */
    int64_t unit;      /* of the plans' bare figures, whatever they state; 0: what they state */
    const char *const *roles; /* «lead=Đơn vị thực hiện», of columns of official tables */
    size_t role_count;
    const char *id; /* of the one plan that is named; NULL if not given, as all below */
    const char *encoding;
    const char *sheet;
    const char *progress;          /* the journal of all plans; NULL: one beside each */
    const char *state_home, *home; /* folders that may have the built-in plan's journal … */
    const char *data_home;         /* … or lay before: it is read there if it is not elsewhere */
    const struct office *office;   /* what the user's own settings say of it; NULL for nothing */
    const char *agencies;          /* a path beside which the user's own agencies.csv may stand */
    size_t jobs;                   /* 0: the cores */
    bool keep_going, keep_cells;

    /* Called every tenth of a second while reading takes longer than delay_ms, and once with NULL
     * when it ends; NULL: nobody is told. */
    void (*on_progress)(void *context, const struct work_progress *work);
    void *context;
    unsigned delay_ms;
};

/* Returns whether these plans can be read while a key is pressed (read/plan_weight.h). */
bool file_store_is_quick(const struct file_store_options *options);

/* Makes a store that has read nothing yet. The caller frees it with store_free. */
struct store *file_store_new(const struct file_store_options *options);

/* ---- For the file store's own files ---- */

struct file_store {
    struct store store; /* first */
    struct file_store_options options;
    struct role_choice *choices;    /* the options' roles, read */
    struct path_list paths;         /* of the files of plans; "" for the one built in */
    size_t orphan_seeker;           /* the last file for which they were looked for, from 1 */
    struct path_list orphans;       /* journals in their folders whose plans are not there */
    struct path_list passed_over;   /* old office files in their folders */
    struct plan_settings *settings; /* of each folder that has a plan */
    size_t settings_count, settings_capacity;
    struct remote_server *servers; /* that the options name */
    size_t server_count;
    bool answered;               /* by servers: the plans have only the tasks that matter */
    bool has_entries;            /* then: whether the servers have any */
    struct remote_server other;  /* of a plan that was read besides */
    struct remote_plan **remote; /* by path: the plan on a server, NULL for a file's */
    size_t remote_capacity;
    const struct remote_plan *locked; /* what is written to on a server, NULL: a file */
    struct plan **files;              /* the first plan of each, NULL if it cannot be read */
    struct journal *journals;         /* one per file, or one for all of them */
    size_t journal_count;
    struct journal_file writing;
};

/* Reads the files that the options name, several at once, and lists their plans. */
int file_store_load_plans(struct file_store *files, const struct store_need *need,
                          struct error *error);

/* Returns the plan on a server that stands at a path, NULL for a file. */
const struct remote_plan *file_store_remote(const struct file_store *files, size_t index);

/*
 * Asks the servers that the options name, all at once (store/remote_plans.c), and adds the plans of
 * one of them to the paths. -1 with an ERROR_USAGE. Servers answer by themselves if all plans are
 * on servers and the need allows it.
 */
void file_store_ask_servers(struct file_store *files, const struct store_need *need);
int file_store_add_remote(struct file_store *files, const char *url, bool two, struct error *error);
/* Reads the one plan that a server has, or has of the ids asked for; NULL with the store's errors.
 */
struct plan *file_store_read_remote(struct file_store *files, const char *url,
                                    const struct read_options *how);
void file_store_release_remote(struct file_store *files);

/* Makes the store's shares of the totals that servers gave, once the plans are listed. */
int file_store_make_shares(struct file_store *files, enum summary_by by, struct error *error);

/* Reads one plan more, which the caller frees; NULL with the store's errors. */
struct plan *file_store_read_plan(struct file_store *files, const char *path);
void file_store_release_plans(struct file_store *files);

/* Returns the path of the journal beside a plan's file: «plan.csv» has «plan.progress.csv». The
 * caller frees it. */
char *file_store_journal_beside(const char *path);

/* Finds the path of each plan's journal, once the plans are read. */
void file_store_locate_journals(struct file_store *files);

/*
 * Reads the journals, and what they say into the progress. What a plan's tasks stand at is not
 * known without its journal: a faulty one takes its plans out of the scope.
 */
void file_store_load_journals(struct file_store *files, const struct store_need *need);
void file_store_release_journals(struct file_store *files);

/* Returns the journal of a plan; its path is NULL for a plan that has no file and is given none. */
struct journal *file_store_journal(const struct file_store *files, const struct plan *plan);

/* Returns the plans that stand in the journal of one of them. */
struct plan **file_store_sharing(const struct file_store *files, const struct plan *plan,
                                 size_t *count);

/* Locks the plan's journal and reads it anew, or only reads it for a dry run. */
int file_store_begin(struct file_store *files, const struct plan *plan, bool dry,
                     struct error *error);

#endif
