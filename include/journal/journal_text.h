// SPDX-License-Identifier: MIT
/*
 * The text of a journal's file: the entries in it, where the last whole one ends, and the dialect
 * of CSV that it is written in.
 */
#ifndef JOURNAL_JOURNAL_TEXT_H
#define JOURNAL_JOURNAL_TEXT_H

#include "journal/entry_table.h"
#include "plan/progress/journal.h"

/* Zeroed is empty; `bytes` come from the file, the rest from journal_text_read. */
struct journal_text {
    struct strbuf bytes;
    size_t whole;         /* the bytes up to a torn last line, else all */
    size_t torn_line;     /* the number of that line, 0 for none */
    struct strbuf narrow; /* the bytes before an upgrade; empty without one */
    struct entry_header header;
    char delimiter;
    const char *line_end;
};

void journal_text_release(struct journal_text *text);

/* Returns whether the text is UTF-16, which can be read but not added to. */
bool journal_text_is_utf16(const struct journal_text *text);

/* Returns whether the last line is complete. */
bool journal_text_is_ended(const struct journal_text *text);

/*
 * Returns whether a line may be added in place. It may only follow a line that entry_add_line
 * wrote, so that a torn line can be recognised. Any other last line is an editor's, which may lack
 * its line end.
 */
bool journal_text_can_grow(const struct journal_text *text);

/*
 * Reads the entries into an empty journal. -1 with all faults in `errors`.
 *
 * A torn last line is part of one that was added in place: it has no end and not all of its cells,
 * the last of which is quoted; or it has NULs where bytes never reached the disk.
 */
int journal_text_read(struct journal *journal, struct journal_text *text,
                      struct error_list *errors);

/* Returns whether a text that was read lacks columns of a journal: of version 2, or taken out. */
bool journal_text_lacks_columns(const struct journal_text *text);

/*
 * Gives the whole entries, in the order of their lines, those columns; what was torn is cut off
 * then.
 */
void journal_text_upgrade(struct journal_text *text, struct journal_entry *const *lines,
                          size_t count);

/* Takes an upgrade back; returns whether there was one. The header no longer fits then. */
bool journal_text_downgrade(struct journal_text *text);

#endif
