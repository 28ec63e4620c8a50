// SPDX-License-Identifier: MIT
/*
 * The id that distinguishes an entry from all others, and the chain that ties it to the one before
 * it in its file:
 *
 *   values  the texts of its columns in the order of enum entry_column, dates as ISO writes them,
 *           the chain aside, joined by U+001F
 *   id      "e" and the first 15 hex digits of SHA-256(the chain before, U+001F, the values but for
 *           the id), made once, when it is recorded
 *   chain   the first 32 hex digits of SHA-256(the chain before, U+001F, the values)
 *
 * The chain before the first entry is "". It finds what a spreadsheet, a merge or a deletion did;
 * it does not stop who computes it anew.
 */
#ifndef JOURNAL_ENTRY_SEAL_H
#define JOURNAL_ENTRY_SEAL_H

#include "plan/progress/journal.h"

/* Gives an entry its id, unless it has one, and its chain; both live in the arena. -1 if the
 * library that hashes cannot be loaded. */
int entry_seal(struct journal_entry *entry, const char *before, struct arena *arena,
               struct error *error);

/* Returns the journal's entries in the order of their lines; the caller frees them. */
struct journal_entry **journal_lines(const struct journal *journal);

/*
 * Gives an id to each entry that has none, and links the entries into a chain: in the order of
 * their lines or, if `ordered`, of their numbers.
 */
int journal_seal(struct journal *journal, bool ordered, struct error *error);

/* The faults of the chain at an entry. */
enum seal_fault {
    SEAL_HOLDS,
    SEAL_BLANK,     /* it has no id or no chain: someone wrote it by hand */
    SEAL_DOUBLED,   /* an entry above it has its id */
    SEAL_GAP,       /* entries before it are not there */
    SEAL_MOVED,     /* it stands below one that is later */
    SEAL_REWRITTEN, /* it holds, its dates turned round or its amount written out; it is so now */
    SEAL_CHANGED,   /* it, or the one before it, is not as it was recorded */
};

/*
 * Returns the fault of each entry of `lines` (journal_lines), of the first of a stretch only, as
 * what follows a break holds if it is tied to what stands before it now. The caller frees it; NULL
 * with an error.
 */
enum seal_fault *journal_check_seals(struct journal_entry *const *lines, size_t count,
                                     struct error *error);

#endif
