// SPDX-License-Identifier: MIT
/* A journal's entry as a line of its file, in the columns that the file has. */
#ifndef JOURNAL_ENTRY_LINE_H
#define JOURNAL_ENTRY_LINE_H

#include "journal/entry_table.h"

/* Fills in the header of a new journal and appends its line. */
void entry_header_init(struct entry_header *header, struct strbuf *out, char delimiter,
                       const char *line_end);

/* Appends the text of a column's cell, which is "" if the entry says nothing. */
void entry_add_cell(struct strbuf *out, const struct journal_entry *entry, int column);

/*
 * Appends the line; texts must have no line break. Its last cell is always quoted, so that no part
 * of the line looks like a whole line. Returns false if one could: a quote in the last cell is
 * doubled, and between the two the cell seems to end.
 */
bool entry_add_line(struct strbuf *out, const struct entry_header *header, char delimiter,
                    const char *line_end, const struct journal_entry *entry);

#endif
