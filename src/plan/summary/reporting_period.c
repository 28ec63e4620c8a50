// SPDX-License-Identifier: MIT
#include "plan/summary/reporting_period.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PERIOD, CUT_OFF, FROM, UNTIL, PREVIOUS, NEXT };
_Static_assert(NEXT + 1 == REPORTING_COLUMNS, "these are a row's cells");
enum { WORKING_DAYS = 2 };

void reporting_windows_add(struct reporting_windows *windows, const char *const *cells)
{
    assert(windows->count < REPORTING_WINDOWS_MAX);
    for (int i = 0; i < REPORTING_COLUMNS; i++) {
        assert(strlen(cells[i]) < REPORTING_NAME_SIZE);
        strcpy(windows->cells[windows->count][i], cells[i]);
    }
    windows->count++;
}

void reporting_period_names(const struct reporting_windows *windows, const char **names,
                            size_t size)
{
    size_t count = 0;
    for (size_t i = 0; i < windows->count && count + 1 < size; i++)
        if (strcmp(windows->cells[i][CUT_OFF], windows->cells[0][CUT_OFF]) == 0)
            names[count++] = windows->cells[i][PERIOD];
    names[count] = NULL;
}

/* Reads «03-14», «before-12-15» or «02-last». */
static struct date read_day(const char *text, int year)
{
    static const char before[] = "before-";
    if (strncmp(text, before, sizeof before - 1) == 0) {
        text += sizeof before - 1;
        year--;
    }
    int month = atoi(text);
    if (strcmp(text + 3, "last") == 0)
        return date_month_end(year, month);
    return date_make(year, month, atoi(text + 3));
}

static size_t find(const struct reporting_windows *windows, const char *name, const char *cut_off)
{
    size_t i = 0;
    while (i < windows->count && (strcasecmp(windows->cells[i][PERIOD], name) != 0 ||
                                  strcmp(windows->cells[i][CUT_OFF], cut_off) != 0))
        i++;
    return i;
}

static struct date after_working_days(struct date date, int days)
{
    enum { SATURDAY = 6 };
    while (days > 0) {
        date = date_add_days(date, 1);
        days -= date_weekday(date) < SATURDAY;
    }
    return date;
}

bool reporting_period_find(struct reporting_period *period, const struct reporting_windows *windows,
                           const char *name, const char *cut_off, int year)
{
    size_t index = find(windows, name, cut_off);
    if (index == windows->count)
        return false;
    const char(*cells)[REPORTING_NAME_SIZE] = windows->cells[index];
    *period = (struct reporting_period){
        .name = cells[PERIOD],
        .from = read_day(cells[FROM], year),
        .until = read_day(cells[UNTIL], year),
    };
    size_t previous = find(windows, cells[PREVIOUS], cut_off);
    size_t next = find(windows, cells[NEXT], cut_off);
    period->before = previous < windows->count ? read_day(windows->cells[previous][UNTIL], year)
                                               : date_add_days(period->from, -1);
    period->next_from = date_add_days(period->until, 1);
    period->next_until = next < windows->count ? read_day(windows->cells[next][UNTIL], year)
                                               : date_make(year, 12, 31);
    period->send_by = after_working_days(period->until, WORKING_DAYS);
    return true;
}
