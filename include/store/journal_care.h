// SPDX-License-Identifier: MIT
/*
 * Finds what spreadsheets, merges and deletions did to journals, and repairs it. No entry is lost:
 * anything that cannot be decided is an error.
 */
#ifndef STORE_JOURNAL_CARE_H
#define STORE_JOURNAL_CARE_H

#include "base/error.h"
#include "base/strbuf.h"
#include "plan/progress/journal_finding.h"

struct journal;
struct remote_plan;

/* Zeroed is empty. */
struct journal_findings {
    struct journal_finding *items;
    size_t count, capacity, entries;
    struct journal *journal; /* owned, what the tasks are borrowed from */
};
void journal_findings_release(struct journal_findings *findings);

/* Finds what is wrong with a file; -1 if it is not there or cannot be read. */
int journal_care_check(struct journal_findings *findings, const char *path, struct error *error);

/* Checks the entries that a server has of a plan. */
int journal_care_check_remote(struct journal_findings *findings, const struct remote_plan *plan,
                              struct error *error);

/* Appends the union of several journals as a file. */
int journal_care_merge(struct strbuf *out, const char *const *paths, size_t count,
                       struct error_list *errors);

/*
 * Reads a journal as it stands: conflict markers are left out, doubled entries are one, and doubled
 * numbers are told apart. Appends it, its entries sealed anew; `before` gets what stood there.
 */
int journal_care_repair(struct strbuf *out, struct strbuf *before, const char *path,
                        struct error_list *errors);

/* Puts it into place, the former file kept as PATH.orig, which must not be there yet. */
int journal_care_keep(const char *path, const struct strbuf *before, const struct strbuf *after,
                      struct error *error);

#endif
