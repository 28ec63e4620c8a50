// SPDX-License-Identifier: MIT
/*
 * The sheets of an Excel file (SpreadsheetML, ECMA-376 part 1, clause 18; transitional and strict).
 *
 * A cell is what a clerk sees in it: a shared, inline or rich string without its phonetic guides, a
 * number or date by its style (read/office/xlsx_format.h), TRUE or FALSE, the kept result of a
 * formula. A formula that failed («#REF!») or has no result kept is GRID_FAILED. Hidden rows and
 * columns are read like all others: a filter hides rows that are still in the plan. A hidden sheet
 * is marked. Comments, shapes and charts are not read. A sheet's location is «Plan!C12».
 */
#ifndef READ_OFFICE_XLSX_H
#define READ_OFFICE_XLSX_H

#include "base/zip_read.h"
#include "read/office/grid.h"

/*
 * Adds a table for each worksheet; `workbook` names the archive's main part. `path` is borrowed for
 * the tables' life. Returns 0, or -1 with `error` filled in.
 */
int xlsx_read(struct grid_file *file, struct zip_reader *zip, const char *workbook,
              const char *path, struct error *error);

#endif
