// SPDX-License-Identifier: MIT
/*
 * The file that an agency sends back for `update --from`: CSV, or the sheets of an Excel file or
 * tables of a Word file that have an answer's header (journal/entry_table.h). Dates and percents
 * may be real ones. A hidden sheet does not count. A value that stands merged beside several rows
 * is an error: whether it is meant for all of them it does not say.
 */
#ifndef JOURNAL_ENTRY_FILE_H
#define JOURNAL_ENTRY_FILE_H

#include "plan/progress/journal.h"

/* Reads the answers of a file, "-" for standard input. Returns 0, or -1 with all of its errors. */
int entry_file_read(struct journal *answers, const char *path, const char *encoding,
                    struct error_list *errors);

#endif
