// SPDX-License-Identifier: MIT
/*
 * An Excel or Word file opened: all its tables in memory, whatever they are for. What a plan takes
 * from it read/office/office_plan.c says, what answers take from it journal/entry_file.c.
 */
#ifndef READ_OFFICE_OFFICE_FILE_H
#define READ_OFFICE_OFFICE_FILE_H

#include "read/office/grid.h"
#include "read/source.h"

/*
 * Reads every sheet, or every table of a document, found out by content. Zeroed before; the caller
 * releases the file with grid_file_release, also after an error. Returns 0 or -1; what is wrong is
 * added to `errors` with its member, sheet or cell.
 */
int office_file_read(struct grid_file *file, const struct source *source,
                     struct error_list *errors);

/* Adds an error of the file to `errors`, its location kept, and returns -1. */
int office_file_error(const struct source *source, const struct error *error,
                      struct error_list *errors);

/* Adds «problem; the file has the sheets «A», «B» (hidden)» and returns -1. */
int office_file_refuse(const struct grid_file *file, const struct source *source,
                       enum error_code code, const char *problem, struct error_list *errors);

/*
 * Adds an error for each cell whose content cannot be known («#REF!») and from which something is
 * read: with a header in a column that has a role, without one (NULL) anywhere. Returns 0 if
 * nothing but amounts is lost, else -1.
 */
int office_file_check_cells(struct grid_table *table, const struct table_header *header,
                            const struct source *source, struct error_list *errors);

#endif
