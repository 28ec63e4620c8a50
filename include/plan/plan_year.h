// SPDX-License-Identifier: MIT
/* The year that a plan is for, as the lines around its table say. */
#ifndef PLAN_PLAN_YEAR_H
#define PLAN_PLAN_YEAR_H

/*
 * The year that a line names, «năm 2024», «Kế hoạch CCHC 2024»; 0 where it names none. A period
 * («2021-2025», «năm học 2023-2024»), a horizon («đến năm 2030»), a date and the year of a law name
 * none. Of several, what follows «kế hoạch» counts; 0 where that is not one year.
 */
int plan_year_find(const char *text);

#endif
