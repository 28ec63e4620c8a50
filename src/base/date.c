// SPDX-License-Identifier: MIT
#include "base/date.h"

#include <stdio.h>

struct date date_make(int year, int month, int day)
{
    if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
        return (struct date){0};
    return (struct date){(int16_t)year, (int8_t)month, (int8_t)day};
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

struct date date_month_end(int year, int month)
{
    return date_make(year, month, days_in_month(year, month));
}

bool date_is_valid(struct date date)
{
    return date.year >= 1900 && date.year <= 2999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

bool date_is_set(struct date date)
{
    return date.year != 0;
}

static int32_t sort_key(struct date date)
{
    if (!date_is_set(date))
        return INT32_MAX;
    return date.year * 512 + date.month * 32 + date.day;
}

int date_compare(struct date a, struct date b)
{
    int32_t x = sort_key(a), y = sort_key(b);
    return (x > y) - (x < y);
}

/* Counts days from 1 March of year 0, so that a leap day is the last of its year. */
static int day_number(struct date date)
{
    int year = date.month <= 2 ? date.year - 1 : date.year;
    int month = (date.month + 9) % 12;
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + date.day - 1;
}

int date_days_between(struct date a, struct date b)
{
    return day_number(b) - day_number(a);
}

/* Howard Hinnant's civil_from_days: https://howardhinnant.github.io/date_algorithms.html */
struct date date_add_days(struct date date, int days)
{
    int number = day_number(date) + days;
    int era = number / 146097, of_era = number % 146097;
    int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int of_year = of_era - (365 * year + year / 4 - year / 100);
    int month = (5 * of_year + 2) / 153;
    int day = of_year - (153 * month + 2) / 5 + 1;
    month = month < 10 ? month + 3 : month - 9;
    return date_make(year + era * 400 + (month <= 2), month, day);
}

int date_weekday(struct date date)
{
    static const struct date monday = {2001, 1, 1};
    return (date_days_between(monday, date) % 7 + 7) % 7 + 1;
}

int date_quarter(struct date date)
{
    return (date.month - 1) / 3 + 1;
}

/* Exactly `length` digits, or -1. */
static int digits(const char *text, int length)
{
    int value = 0;
    for (int i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

static bool parse_iso(const char *text, struct date *date)
{
    int year = digits(text, 4);
    if (year < 0 || text[4] != '-')
        return false;
    int month = digits(text + 5, 2);
    if (month < 0 || text[7] != '-')
        return false;
    int day = digits(text + 8, 2);
    *date = date_make(year, month, day);
    return day >= 0 && text[10] == '\0';
}

static bool parse_slashes(const char *text, bool turned, struct date *date)
{
    int day_length = text[0] != '\0' && text[1] == '/' ? 1 : 2;
    int day = digits(text, day_length);
    if (day < 0 || text[day_length] != '/')
        return false;
    text += day_length + 1;
    int month_length = text[0] != '\0' && text[1] == '/' ? 1 : 2;
    int month = digits(text, month_length);
    if (month < 0 || text[month_length] != '/')
        return false;
    text += month_length + 1;
    int year = digits(text, 4);
    *date = turned ? date_make(year, day, month) : date_make(year, month, day);
    return year >= 0 && text[4] == '\0';
}

bool date_parse(const char *text, struct date *date)
{
    return (parse_iso(text, date) || parse_slashes(text, false, date)) && date_is_valid(*date);
}

struct date date_turned(struct date date)
{
    return date_make(date.year, date.day, date.month);
}

bool date_parse_turned(const char *text, struct date *date)
{
    return parse_slashes(text, true, date) && date_is_valid(*date);
}

const char *date_format(char buffer[DATE_TEXT_SIZE], struct date date)
{
    buffer[0] = '\0';
    if (date_is_set(date))
        snprintf(buffer, DATE_TEXT_SIZE, "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer;
}
