// SPDX-License-Identifier: MIT
/*
 * Several journals united into one. Each entry, known by its id, comes once. Entries of one journal
 * keep their order; between journals, the one that was recorded earlier comes first. Entries keep
 * their numbers if no other has taken them; an entry that takes another back names it by its id.
 */
#ifndef JOURNAL_JOURNAL_UNION_H
#define JOURNAL_JOURNAL_UNION_H

#include "base/strbuf.h"
#include "plan/progress/journal.h"

/*
 * Fills an empty journal with the entries of the parts and seals it anew (journal/entry_seal.h). It
 * borrows the parts' texts; entries of the parts that have no id get one. Returns -1, with all
 * problems in `errors`, if one entry says different things in two places, or if one that takes
 * another back does not say which.
 */
int journal_union(struct journal *journal, struct journal *parts, size_t count,
                  struct error_list *errors);

/* Appends a journal's file, in the columns of a new one. */
void journal_union_write(struct strbuf *out, const struct journal *journal);

#endif
