// SPDX-License-Identifier: MIT
/*
 * Several journals as one: each entry of any of them once, told by its id, in an order in which
 * those of each stay in theirs and the earlier recorded comes first. Numbers stay where they can;
 * an entry that takes another back names it by its id.
 */
#ifndef JOURNAL_JOURNAL_UNION_H
#define JOURNAL_JOURNAL_UNION_H

#include "base/strbuf.h"
#include "plan/progress/journal.h"

/*
 * Fills an empty journal with the entries of the parts, sealed anew (journal/entry_seal.h), which
 * borrow the parts' texts. Entries of the parts get ids where they have none. -1 if one entry
 * says different things in two places, or one that takes another back does not say which, with all
 * of these in `errors`.
 */
int journal_union(struct journal *journal, struct journal *parts, size_t count,
                  struct error_list *errors);

/* Appends a journal's file, in the columns of a new one. */
void journal_union_write(struct strbuf *out, const struct journal *journal);

#endif
