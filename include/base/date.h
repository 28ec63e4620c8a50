// SPDX-License-Identifier: MIT
/* Calendar dates of the Gregorian calendar, years 1900 to 2999; no times, no zones. */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

struct date {
    int16_t year; /* 0: no date */
    int8_t month, day;
};

/* Long enough for a date in any of the forms below, NUL included. */
#define DATE_TEXT_SIZE 24

/* Whether such a day exists, date_is_valid says; what could be none at all is no date. */
struct date date_make(int year, int month, int day);
struct date date_month_end(int year, int month);
bool date_is_valid(struct date date);
bool date_is_set(struct date date);

/* Before, same, after: negative, 0, positive. No date comes after every date. */
int date_compare(struct date a, struct date b);

/* Days from `a` to `b`, negative where b is earlier. */
int date_days_between(struct date a, struct date b);

/* The date so many days later, earlier where negative. */
struct date date_add_days(struct date date, int days);

/* 1 for Monday to 7 for Sunday. */
int date_weekday(struct date date);

/* The quarter, 1 to 4. */
int date_quarter(struct date date);

/* Reads 2021-06-30 or 30/06/2021, whole and valid, else returns false. */
bool date_parse(const char *text, struct date *date);

/* Day and month exchanged, as 06/30/2021 has them; valid only where that is a date. */
struct date date_turned(struct date date);
bool date_parse_turned(const char *text, struct date *date);

/* 2021-06-30, or "" for no date. */
const char *date_format(char buffer[DATE_TEXT_SIZE], struct date date);

#endif
