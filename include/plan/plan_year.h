// SPDX-License-Identifier: MIT
/* Finds the year that a plan is for in the lines around its table. */
#ifndef PLAN_PLAN_YEAR_H
#define PLAN_PLAN_YEAR_H

/*
 * Returns the plan's year that a line names («năm 2024», «Kế hoạch CCHC 2024»), or 0. Periods
 * («2021-2025», «năm học 2023-2024»), horizons («đến năm 2030»), dates and the years of laws do not
 * count. Of several years the one after «kế hoạch» counts; 0 if those differ.
 */
int plan_year_find(const char *text);

#endif
