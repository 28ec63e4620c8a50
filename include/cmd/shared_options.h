// SPDX-License-Identifier: MIT
/* The options that every command takes, and the groups that several commands take. */
#ifndef CMD_SHARED_OPTIONS_H
#define CMD_SHARED_OPTIONS_H

#include "cmd/option.h"
#include "plan/summary/summary.h"

enum colour_when { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* The options of every command. Words that were not given are -1. */
struct global_options {
    struct option_values plans, in;
    bool keep_going;
    size_t year; /* 0 if not given */
    const char *id, *sheet, *encoding;
    int decimal_mark; /* of decimal_marks */
    int plan_unit;    /* of money_unit_names */
    struct option_values roles;
    const char *progress;
    size_t jobs; /* 0 if not given */
    const char *format;
    const char *output; /* NULL and "-": standard output */
    struct date as_of;
    int colour; /* enum colour_when */
    bool no_colour, wrap, no_pager, quiet;
    int lang; /* enum lang */
    bool help, version;
};
extern const struct option_use global_options[];
/* Returns '.' or ',', or 0 if it was not given. */
char global_decimal_mark(const struct global_options *options);
/* Returns the unit of bare figures in đồng, or 0 if none was given. */
int64_t global_plan_unit(const struct global_options *options);

/* The choice of rows, their order and their columns. */
struct row_options {
    const char *columns, *sort;
    bool reverse;
    size_t limit; /* SIZE_MAX: all */
};
extern const struct option_group row_option_group;

/* The choice of tasks; its struct is a struct query. */
extern const struct option_group filter_option_group;

/* A command that takes just these. */
extern const struct option_use row_options_alone[];
struct task_options {
    struct query query;
    struct row_options rows;
};
extern const struct option_use task_options[];

/* The grouping of totals. */
struct group_options {
    int by; /* enum summary_by, -1 if not given: by section */
};
extern const struct option_group group_option_group;
enum summary_by group_options_by(const struct group_options *options);

/* The way in which entries are recorded. */
struct record_options {
    struct date on;
    const char *by;
    bool dry_run;
};
extern const struct option_group record_option_group;

#endif
