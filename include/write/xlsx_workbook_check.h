// SPDX-License-Identifier: MIT
/*
 * Checks whether an Excel file was written completely. libxlsxwriter does not see that the disk of
 * its temporary files is full: it then packs parts that are cut, or empty, into a sound archive.
 */
#ifndef WRITE_XLSX_WORKBOOK_CHECK_H
#define WRITE_XLSX_WORKBOOK_CHECK_H

#include "base/error.h"

#include <stddef.h>

/*
 * Reads the file's bytes again: every part that it lists is there, has its size and checksum and
 * is whole XML; the sheets have `cells` cells, and the shared texts are as many as they say.
 * Returns 0, or -1 with an ERROR_SYSTEM.
 */
int xlsx_workbook_check(const char *bytes, size_t length, size_t cells, struct error *error);

#endif
