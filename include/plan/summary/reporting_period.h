// SPDX-License-Identifier: MIT
/*
 * Reporting periods and their cut-offs: those of Decree 09/2019/NĐ-CP, article 12, as the Ministry
 * of Home Affairs uses them for administrative reform, or calendar ones. They are data
 * (data/periods.csv), one per row:
 *
 *   period,cut_off,from,until,previous,next
 *
 * `from` and `until` are MM-DD in the plan's year («before-12-15»: in the year before; «02-last»:
 * the month's last day). `previous` and `next` name the adjacent periods. Without a previous one,
 * changes count from the day before `from`; without a next one, the next period ends with the year.
 */
#ifndef PLAN_SUMMARY_REPORTING_PERIOD_H
#define PLAN_SUMMARY_REPORTING_PERIOD_H

#include "base/date.h"

#include <stddef.h>

enum { REPORTING_COLUMNS = 6, REPORTING_NAME_SIZE = 16, REPORTING_WINDOWS_MAX = 64 };

/* The cells of the rows. */
struct reporting_windows {
    char cells[REPORTING_WINDOWS_MAX][REPORTING_COLUMNS][REPORTING_NAME_SIZE];
    size_t count;
};

void reporting_windows_add(struct reporting_windows *windows, const char *const *cells);

struct reporting_period {
    const char *name;                  /* "q1", borrowed from the windows */
    struct date from, until;           /* the window; `until` is the cut-off */
    struct date before;                /* the cut-off from which changes are counted */
    struct date next_from, next_until; /* the period after it */
    struct date send_by; /* two working days after the cut-off; holidays count as working days */
};

/* Lists the names of the periods of the first row's cut-off, for a message: at most `size`
 * pointers, the last NULL. */
void reporting_period_names(const struct reporting_windows *windows, const char **names,
                            size_t size);

/* Finds a period in a plan's year. Returns false if none has the name. */
bool reporting_period_find(struct reporting_period *period, const struct reporting_windows *windows,
                           const char *name, const char *cut_off, int year);

#endif
