// SPDX-License-Identifier: MIT
/*
 * The text of a journal's file: the entries in it, where the last whole one ends, and the dialect
 * of CSV that it is written in.
 */
#ifndef IO_JOURNAL_TEXT_H
#define IO_JOURNAL_TEXT_H

#include "io/entry_table.h"
#include "plan/journal.h"

/* Zeroed is empty; `bytes` come from the file, the rest from journal_text_read. */
struct journal_text {
    struct strbuf bytes;
    size_t whole;     /* the bytes up to a torn last line, else all */
    size_t torn_line; /* the number of that line, 0 for none */
    struct entry_header header;
    char delimiter;
    const char *line_end;
};

void journal_text_release(struct journal_text *text);

/* Whether the text is UTF-16, which can be read and not be added to. */
bool journal_text_is_utf16(const struct journal_text *text);

/* The bytes up to the last line end; where they are not all, the last line may be torn. */
size_t journal_text_ended(const struct journal_text *text);

/*
 * Reads the entries into an empty journal. -1 with all faults in `errors`.
 *
 * A torn last line has no end, or has NULs where bytes never reached the disk. One that only has
 * no end counts all the same if all its cells are there: an editor left the line end out. A line
 * of entry_add_line, its last cell quoted, is never mistaken for one.
 */
int journal_text_read(struct journal *journal, struct journal_text *text,
                      struct error_list *errors);

#endif
