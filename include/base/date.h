// SPDX-License-Identifier: MIT
/* Dates of the Gregorian calendar, years 1900 to 2999, without times or time zones. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct date {
    int16_t year; /* 0: the date is unset */
    int8_t month, day;
};

/* Holds a date in any of the forms below, NUL included. */
#define DATE_TEXT_SIZE 24

/* date_make does not check that the day exists (see date_is_valid); out-of-range parts give an
 * unset date. date_month_end returns the last day of a month, which must be 1 to 12. */
struct date date_make(int year, int month, int day);
struct date date_month_end(int year, int month);
bool date_is_valid(struct date date);
bool date_is_set(struct date date);

/*
 * Returns a negative number, 0 or a positive one, as strcmp. An unset date comes after all others.
 */
int date_compare(struct date a, struct date b);

/* Returns the number of days from `a` to `b`, which is negative if `b` is earlier. */
int date_days_between(struct date a, struct date b);

/* Returns the date that is `days` days later, or earlier if `days` is negative. */
struct date date_add_days(struct date date, int days);

/* Returns 1 for Monday to 7 for Sunday. */
int date_weekday(struct date date);

/* Returns the quarter, 1 to 4. */
int date_quarter(struct date date);

/* Reads 2021-06-30 or 30/06/2021. Returns false unless the whole text is a valid date. */
bool date_parse(const char *text, struct date *date);

/* date_turned swaps day and month; the result may be invalid. date_parse_turned reads 06/30/2021,
 * with the month first, and returns false unless the whole text is a valid date. */
struct date date_turned(struct date date);
bool date_parse_turned(const char *text, struct date *date);

/* Writes 2021-06-30, or "" for an unset date. Returns `buffer`. */
const char *date_format(char buffer[DATE_TEXT_SIZE], struct date date);

#endif
