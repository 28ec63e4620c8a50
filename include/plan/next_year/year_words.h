// SPDX-License-Identifier: MIT
/* Carries the years in a text from one year's plan to another's. A year is a number of four digits
 * from 1900 to 2999. */
#ifndef PLAN_NEXT_YEAR_YEAR_WORDS_H
#define PLAN_NEXT_YEAR_YEAR_WORDS_H

#include "base/date.h"
#include "base/strbuf.h"

#include <stdbool.h>

/* The year of a plan, and the year that it is compared with or rewritten for. */
struct year_change {
    int from, to;
};

/* Returns whether texts of the two plans (NULL if blank) have the same words, apart from years that
 * are equally far from their own plan's year. */
bool words_are_same_but_years(const char *old, const char *new, struct year_change change);

/*
 * Appends a text with the plan's year, the one before and the one after made relative to it, so
 * that «kế hoạch năm 2022» in a plan of 2021 equals «kế hoạch năm 2023» in one of 2022. Years of a
 * period («2021-2025») and of a document («15/2021/QĐ») are kept.
 */
void year_add_relative(struct strbuf *out, const char *text, int plan_year);

/* Appends a line, with the old plan's year replaced by the new one's. */
void year_add_moved(struct strbuf *out, const char *line, struct year_change change);

/* Returns whether two dates are the same day of their plans' years; last days of a month are equal:
 * 28/2 and 29/2/2024. */
bool dates_are_same_but_years(struct date old, struct date new, struct year_change change);

/*
 * Appends a schedule for the new year's plan: if all years in it are the old plan's, they become
 * the new one's. Returns true if the result means the same times a plan later, or if the words are
 * kept because they name no year, or only times that still reach the new year. Otherwise appends
 * the words unchanged and returns false.
 */
bool schedule_add_moved(struct strbuf *out, const char *schedule, struct year_change change);

#endif
