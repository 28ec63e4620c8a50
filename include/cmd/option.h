// SPDX-License-Identifier: MIT
/*
 * The options: one table drives parsing, help and the nearest right word. Two of one name (--by
 * WHAT, --by NAME) are of different commands, and take a value both.
 */
#ifndef CMD_OPTION_H
#define CMD_OPTION_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Which commands take an option; a command names the groups it takes. */
enum option_group {
    OPTION_GLOBAL = 1 << 0, /* every command, on either side of its name */
    OPTION_FILTER = 1 << 1,
    OPTION_ROWS = 1 << 2, /* order, number and columns of the rows */
    OPTION_PERIOD = 1 << 3,
    OPTION_TOTALS = 1 << 4,
    OPTION_CHECK = 1 << 5,
    OPTION_UPDATE = 1 << 6, /* what is recorded */
    OPTION_RECORD = 1 << 7, /* how it is recorded */
    OPTION_GROUPS = 1 << 8,
    OPTION_REPORT = 1 << 9,
    OPTION_EXPORT = 1 << 10,
};

struct option {
    const char *name;  /* without dashes */
    char letter;       /* a short form, 0 for none */
    const char *value; /* what help calls the value; NULL: takes none */
    unsigned groups;   /* of option_group */
    const char *help;
    const char *const *words; /* the only values it takes, NULL where others are right too */
};

extern const struct option options[];
extern const size_t option_count;

const struct option *option_find(const char *name);

/* What a command line says: options as given, then operands; strings are borrowed from argv. */
struct arguments {
    struct argument {
        const struct option *option;
        const char *value;
    } * items;
    size_t count, capacity;
    const char **operands; /* the command's name first, where there is one */
    size_t operand_count, operand_capacity;
};

void arguments_release(struct arguments *arguments);

/*
 * Options are `--name VALUE`, `--name=VALUE`, `-p VALUE` or `-pVALUE`; `--` ends them. One that
 * does not exist, lacks its value or has one too many is an error that names the nearest right
 * one; it is never run or ignored. Names are not shortened.
 */
int arguments_parse(struct arguments *arguments, int argc, char **argv, struct error *error);

/*
 * Once the command is known, and with it the groups it takes: of two options of one name that one
 * is meant which it takes. One it does not take, and a value that is none of an option's words,
 * are errors.
 */
int arguments_check(struct arguments *arguments, const char *command, unsigned groups,
                    struct error *error);

/* The last value given, NULL where the option was not; for one without a value, its name. */
const char *arguments_last(const struct arguments *arguments, const char *name);

bool arguments_has(const struct arguments *arguments, const char *name);

#endif
