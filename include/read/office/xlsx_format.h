// SPDX-License-Identifier: MIT
/*
 * The numbers of a sheet as a clerk sees them, by their number format (ECMA-376 part 1, 18.8.30
 * numFmt, 18.8.31, and 18.18.11 for the cell's own text).
 *
 * A sheet keeps decimal text («1285», «1.5», «1.2E-3») that is never turned into floating point
 * here: 1.5 gives «1,5», 1E+3 gives «1000»; with a fraction or an exponent it is rounded to 15
 * significant digits, which is all that Excel shows, so that 0.30000000000000004 gives «0,3». No
 * thousands are grouped, no decimals cut. What a format adds to a figure and what changes its size
 * counts: 0.95 as «0%» gives «95%», 10 as «0 "triệu"» gives «10 triệu», 1500000 as «0,» gives
 * «1500». Of a format's sections the first is taken.
 *
 * A date is ISO, 2021-06-30, its time of day left out; one that shows no day is «6/2021» or
 * «2021»; a time alone is «8:30». Days count from 1899-12-31 with a 29 February 1900, as Excel's
 * do, or from 1904-01-01.
 */
#ifndef READ_OFFICE_XLSX_FORMAT_H
#define READ_OFFICE_XLSX_FORMAT_H

#include "base/arena.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>

enum xlsx_kind { XLSX_NUMBER, XLSX_DATE, XLSX_MONTH, XLSX_YEAR, XLSX_TIME };

struct xlsx_format {
    enum xlsx_kind kind;
    int shift;                  /* the power of ten between the value and what is shown */
    bool elapsed;               /* of a time: hours go beyond 24 */
    const char *before, *after; /* words around the figure, "" for none; in the arena */
};

/* Reads a format code; `arena` keeps its words. */
struct xlsx_format xlsx_format_read(const char *code, struct arena *arena);

/* Returns the code of a built-in format; "", a plain number, for an unknown id or a format that
 * adds nothing to the figure. */
const char *xlsx_format_builtin(size_t id);

/*
 * Appends the text of a value. Returns its decimal mark (',') for a number without words, else 0;
 * -1 if `value` is no number of at most 400 digits. A value that is no date in a date's format is
 * written as a number.
 */
int xlsx_format_add(struct strbuf *out, const struct xlsx_format *format, const char *value,
                    bool from_1904);

#endif
