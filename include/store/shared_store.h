// SPDX-License-Identifier: MIT
/*
 * Operations on a shared store as a whole: its schema, its plans, the rights of logins, and the
 * exchange of entries with a file journal. Each opens its own connection to the server at `url`.
 */
#ifndef STORE_SHARED_STORE_H
#define STORE_SHARED_STORE_H

#include "base/strbuf.h"
#include "store/file_store.h"

/* Makes the schema, or brings it up to date; `steps` gets how many of its steps were missing. */
int shared_store_init(const char *url, size_t *steps, struct error *error);

/* The result of bringing one file. */
struct shared_plan {
    char *organisation, *name, *file, *added_at, *added_by, *sha256; /* owned */
    size_t version, tasks, entries;
    bool known; /* the store had the very same already */
};
struct shared_plans {
    struct shared_plan *items;
    size_t count, capacity;
};
void shared_plans_release(struct shared_plans *plans);

/*
 * Brings plans: all of the files or none. Each is read as `how` and the settings beside it say, and
 * belongs to the organisation that it or they name. Faults of the files go to the store's errors.
 */
int shared_store_add(const char *url, const struct file_store_options *how,
                     const char *const *files, size_t count, struct shared_plans *added,
                     struct store *store, struct error *error);

/* Lists the plans that the session may read. */
int shared_store_list(const char *url, struct shared_plans *plans, struct error *error);

/* Removes a plan by its name, and all that is recorded of it. `organisation` tells apart plans
 * of one name; NULL stands for the only one that has such a plan. Only the store's owner may do
 * so. */
int shared_store_remove(const char *url, const char *name, const char *organisation,
                        struct error *error);

/* Appends the bytes of a plan's file as they were brought, and its journal. */
int shared_store_export(const char *url, const char *name, const char *organisation,
                        struct strbuf *file, struct strbuf *bytes, struct strbuf *journal,
                        struct error_list *errors, struct error *error);

/* Gives a login a right («office», «supervisor», «administrator») on an organisation, which is
 * created if it does not exist. `above` is the organisation that it then stands below; NULL
 * leaves it where it is. */
int shared_store_grant(const char *url, const char *login, const char *kind,
                       const char *organisation, const char *above, struct error *error);

/* The number of entries sent or received, and those that were refused. */
struct shared_exchange {
    size_t sent, received, refused;
    struct strbuf refusals; /* a line each */
};

/* Sends the entries of a file journal that the plan on the server has not. */
int shared_store_push(const char *url, const char *name, const char *organisation,
                      const char *journal, struct shared_exchange *exchange,
                      struct error_list *errors, struct error *error);

/* Makes a file journal its union with the server's, nothing lost and nothing doubled. Where the
 * file is not there yet, it is left to the caller: its text is appended to `made`. */
int shared_store_pull(const char *url, const char *name, const char *organisation,
                      const char *journal, struct strbuf *made, struct shared_exchange *exchange,
                      struct error_list *errors, struct error *error);

#endif
