// SPDX-License-Identifier: MIT
/*
 * The years that words name, from one year's plan to another's. A year is a number of four digits
 * from 1900 to 2999.
 */
#ifndef PLAN_NEXT_YEAR_YEAR_WORDS_H
#define PLAN_NEXT_YEAR_YEAR_WORDS_H

#include "base/date.h"
#include "base/strbuf.h"

#include <stdbool.h>

/* A plan's year, and the year that it is compared with or rewritten for. */
struct year_change {
    int from, to;
};

/*
 * Whether two texts, NULL where blank, of the two years' plans say the same words, though the new
 * one may name a year that is as far from its plan's as that of the old one in the same place.
 */
bool words_are_same_but_years(const char *old, const char *new, struct year_change change);

/*
 * Appends a text with the plan's year, the one before it and the one after it as what they are to
 * it, so that «kế hoạch năm 2022» of 2021's plan is «kế hoạch năm 2023» of 2022's. Years of a
 * period («2021-2025») and of a document («15/2021/QĐ») stay.
 */
void year_add_relative(struct strbuf *out, const char *text, int plan_year);

/* Appends a line in which the old plan's year is the new one's. */
void year_add_moved(struct strbuf *out, const char *line, struct year_change change);

/* Whether two dates are one in their years, a month's last day being one: 28/2 and 29/2/2024. */
bool dates_are_same_but_years(struct date old, struct date new, struct year_change change);

/*
 * Appends a schedule as the new year's plan has it: every year that it names is the old plan's, and
 * becomes the new one's. False, and the words as they are, where that cannot be told or would not
 * be read as the same times a plan later; true where they name no year, or one in which the new
 * plan runs.
 */
bool schedule_add_moved(struct strbuf *out, const char *schedule, struct year_change change);

#endif
