// SPDX-License-Identifier: MIT
/*
 * A line of CSV without the cells that nobody asks for, so that libcsv need not read what nobody
 * will look at: most of a million rows. Only a line that is plainly a whole row is skimmed: its
 * cells without quotes, or quoted from end to end.
 */
#ifndef READ_TABLE_CSV_SKIM_H
#define READ_TABLE_CSV_SKIM_H

#include "base/strbuf.h"
#include "read/table/table.h"

/*
 * Writes the line into `out`, each cell that is left out as TABLE_SKIPPED; one that is blank, or
 * may be, stays. False where the line is to be read as it is.
 */
bool csv_skim(const struct table_use *use, char delimiter, const char *line, size_t length,
              struct strbuf *out);

#endif
