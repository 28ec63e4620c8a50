// SPDX-License-Identifier: MIT
/*
 * A journal's file: CSV that an office can open, to which entries are only ever added. It is a
 * regular file or a link to one; a device or a pipe is an error.
 *
 * Readers never wait for a lock. A last line without a line end does not count: it is either still
 * being written or was left by a crash. Writers lock the file, add their entries, flush them to
 * disk, and only then report success; what fails leaves the file as it was. A single entry is
 * appended in place, if no part of its line could be taken for a whole one. Anything else (several
 * entries, a new journal with its header, more columns, or what follows a last line that an editor
 * wrote) is written to a new file that replaces the old one, so that a crash leaves all of it or
 * none. A torn last line is first set aside in FILE.torn, which keeps all that was ever torn. New
 * entries follow the columns, the delimiter and the line ends that the file has; columns that
 * journals have only since version 2 are added by the first write.
 */
#ifndef JOURNAL_JOURNAL_FILE_H
#define JOURNAL_JOURNAL_FILE_H

#include "journal/journal_text.h"
#include "plan/progress/journal.h"

/* Findings of a reader or a writer besides the entries. */
struct journal_state {
    size_t torn_line; /* of a torn last line, 0 for none */
    bool set_aside;   /* the writer has moved it to FILE.torn */
};

/*
 * Reads the journal at journal->path into an empty one; no file is no entry. -1 if it cannot be
 * read right, with all its faults in `errors`.
 */
int journal_read(struct journal *journal, struct journal_state *state, struct error_list *errors);

/* A journal locked for writing; see journal_open. */
struct journal_file {
    int descriptor;
    const char *shown_path; /* the journal's, borrowed */
    char *path;             /* links followed */
    bool created;
    const struct journal *journal; /* that was read, borrowed */
    size_t read;                   /* its entries then */
    struct journal_text text;
};

/*
 * Locks the journal at journal->path, which is created if it does not exist, and reads it into an
 * empty one. End with journal_close, whatever was returned.
 */
int journal_open(struct journal_file *file, struct journal *journal, struct journal_state *state,
                 struct error_list *errors);

/* Appends entries, all or none; they are on disk when this returns 0. */
int journal_append(struct journal_file *file, const struct journal_entry *entries, size_t count,
                   struct error *error);

/* Replaces the journal's content, which must be `before`, by `after`; an ERROR_DATA if it is no
 * longer `before`. */
int journal_replace(const char *path, const struct strbuf *before, const struct strbuf *after,
                    struct error *error);

void journal_close(struct journal_file *file);

#endif
