// SPDX-License-Identifier: MIT
/* The files of data/ that are built into the program. */
#ifndef READ_BUILTIN_H
#define READ_BUILTIN_H

#include "plan/summary/reporting_period.h"
#include "read/source.h"

struct source builtin_plan(void);         /* data/plan-2021.csv, the 2021 plan's official table */
struct source builtin_column_words(void); /* data/column-words.csv, the words that headings have */

/* Adds the rows of data/periods.csv to zeroed windows. */
void builtin_periods(struct reporting_windows *windows);

#endif
