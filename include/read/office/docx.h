// SPDX-License-Identifier: MIT
/*
 * The tables and paragraphs of a Word file's body (WordprocessingML, ECMA-376 part 1, clause 17;
 * transitional and strict).
 *
 * Tracked changes are read as if all were accepted: what was inserted is kept, what was deleted or
 * moved away is not; a tracked change to the cells of a row themselves is an error. Automatic
 * numbers are computed (read/office/docx_numbering.h). Hidden text is left out, as in print; hidden
 * rows are read. A table inside a cell is text of that cell. Headers, footers, notes, comments,
 * shapes and text boxes are not read. A cell's location is «table 1, row 5, column 3».
 */
#ifndef READ_OFFICE_DOCX_H
#define READ_OFFICE_DOCX_H

#include "base/zip_read.h"
#include "read/office/grid.h"

#define DOCX_TABLES_MAX 4096

/*
 * Adds one grid with all paragraphs and tables, and a table for each of the latter; `document`
 * names the archive's main part. `path` is borrowed for the tables' life. Returns 0, or -1 with
 * `error` filled in.
 */
int docx_read(struct grid_file *file, struct zip_reader *zip, const char *document,
              const char *path, struct error *error);

#endif
