// SPDX-License-Identifier: MIT
/*
 * The options of a command line, typed. An option is a row of a table: its name, its help, and the
 * field of a struct that its value becomes. The field's own type says how a value is read, so that
 * a misspelt field does not compile and no option is ever looked up by its name. Parsing, usage,
 * help and suggestions all follow from these tables.
 *
 * A group is a table and the struct that its fields are of. A command lists the groups that it
 * takes and where in its own struct of options each group's struct lies. Where two groups of one
 * command have an option of the same name, the first group's is meant.
 */
#ifndef CMD_OPTION_H
#define CMD_OPTION_H

#include "base/date.h"
#include "base/error.h"
#include "plan/query/query.h"
#include "store/user_settings.h"

#include <stdbool.h>
#include <stddef.h>

/* Every value that an option was given, in their order; borrowed from argv. */
struct option_values {
    const char **items;
    size_t count, capacity;
};

/* How a value is read, by the type of its field. */
enum option_kind {
    OPTION_FLAG,   /* bool; takes no value */
    OPTION_TEXT,   /* const char *: the last value, NULL if there is none */
    OPTION_TEXTS,  /* struct option_values */
    OPTION_WORD,   /* int: the value's index among `words`, `otherwise` if there is none */
    OPTION_NUMBER, /* size_t from `min` to `max`, `otherwise` if there is none */
    OPTION_DATE,   /* struct date; unset if there is none */
    OPTION_FILTER, /* struct query: each value is a condition on `filter` */
};

/* The source of an option's or operand's values beyond its kind and its words, for completion
 * (cmd/complete.h) and suggestions. */
enum option_source {
    VALUES_ANY,
    VALUES_COLUMNS, /* of the command, one of them */
    VALUES_COLUMN_LIST,
    VALUES_FORMATS,  /* that the command writes; help lists them */
    VALUES_COMMANDS, /* of the program */
    VALUES_PERIODS,  /* of reports */
    VALUES_RULES,    /* of `check`, a list */
    VALUES_ROLES,    /* ROLE=HEADER of the plan's columns */
    VALUES_STATUSES, /* of a task */
    VALUES_PLANS,    /* ids of plans */
    VALUES_TASKS,    /* ids of tasks */
    VALUES_TARGETS,  /* the same, and of milestones */
    VALUES_PAIRS,    /* ID=NEW, or an old plan's file */
    VALUES_FILES,
    VALUES_PLAN_FILES,
    VALUES_JOURNALS,
    VALUES_ANSWERS, /* files, or folders of them, that agencies send back */
    VALUES_WORD_FILES,
    VALUES_FOLDERS,
    VALUES_SOURCES
};

struct option {
    const char *name;  /* without dashes */
    char letter;       /* a short form, 0 for none */
    const char *value; /* what help calls the value; NULL: it takes none */
    const char *help;  /* «%s» in it stands for the list of the possible values */

    size_t offset; /* of its field */
    enum option_kind kind;
    enum option_source source;
    const char *const *words; /* of OPTION_WORD, NULL-terminated; else usual values, or NULL */
    bool listed;              /* several values with commas between are one, as of filters */
    int otherwise;            /* of OPTION_WORD */
    size_t min, max, unset;   /* of OPTION_NUMBER */
    enum query_field filter;  /* of OPTION_FILTER */
};

/* The field of an option, and with it the option's kind. */
#define OPTION_FIELD(type, field)                                                                  \
    .offset = offsetof(type, field),                                                               \
    .kind = _Generic(((type *)0)->field,                                                           \
        bool: OPTION_FLAG,                                                                         \
        const char *: OPTION_TEXT,                                                                 \
        struct option_values: OPTION_TEXTS,                                                        \
        int: OPTION_WORD,                                                                          \
        size_t: OPTION_NUMBER,                                                                     \
        struct date: OPTION_DATE,                                                                  \
        struct query: OPTION_FILTER)

struct option_group {
    const char *heading; /* in help */
    const struct option *items;
    size_t count;
};

/* A table of options as an option_group has it. */
#define OPTION_ITEMS(table) (table), sizeof(table) / sizeof *(table)

/* A group that a command takes. A list of them ends with one whose group is NULL. */
struct option_use {
    const struct option_group *group;
    size_t offset; /* of the group's struct in the command's */
};

/* ---- What stands on the command line ---- */

struct cmd;

struct command_line {
    const struct cmd *cmd; /* NULL: none is named */
    const char **operands; /* after the command's name; borrowed from argv */
    size_t operand_count;
    struct typed_option {
        const char *name;                     /* the option's, without dashes */
        const char *value;                    /* NULL: it takes none */
        const struct user_settings *settings; /* that say it; NULL: it was typed */
        const struct user_setting *setting;
    } * options;
    size_t option_count, capacity, operand_capacity;
    int unknown; /* the word that is meant to be the command and is none; 0 if all is well */
    int at;      /* the argument that was read last: an error is about it */
    const struct option *awaiting; /* the last one lacks its value; else NULL */
    bool options_ended;            /* by `--` */
};

/*
 * Takes a command line apart, with no option read yet. Options stand on either side of the
 * command's name: `--name VALUE`, `--name=VALUE`, `-p VALUE` or `-pVALUE`; `--` ends them, and
 * names are not shortened. An option that no command of the table has, one without its value or
 * with one too many, and a command that does not exist are ERROR_USAGE and name the nearest right
 * one. The caller releases it, also after an error; `cmd` is then set where it could be told.
 */
int command_line_parse(struct command_line *line, const struct cmd *const *commands, int argc,
                       char **argv, struct error *error);
void command_line_release(struct command_line *line);

/* Adds an option to those that were typed. */
void command_line_add(struct command_line *line, struct typed_option option);

/* A struct of options and the groups that its fields are of. */
struct option_target {
    const struct option_use *uses;
    void *values;
};

/* Sets every field to what it is where the option is not given. */
void options_init(const struct option_target *target);

/* The meaning of «today»: the as-of date or, if that is unset, the day that `today` returns. */
struct option_clock {
    struct date as_of;
    struct date (*today)(void);
};

/*
 * Reads what was typed into the first of the targets that has such an option; the targets end with
 * one without uses. An option of none of them, a value that is none of the option's, and a column
 * that the command does not have are ERROR_USAGE. `taker` is who takes them, in messages; `today`
 * is asked where a date is counted from it.
 */
int options_read(const struct command_line *line, const struct option_target *targets,
                 const char *taker, const struct option_clock *clock, struct error *error);

/* Frees the lists and queries among the fields. */
void options_release(const struct option_target *target);

/* Returns the option of that name that a command takes; NULL for none. */
const struct option *option_find(const struct option_use *uses, const char *name);

/* Appends its help, with the values that the command takes; NULL: those that any takes. */
void option_add_help(struct strbuf *out, const struct option *option, const struct cmd *cmd);

/* Returns the struct of a group within a command's options, or NULL if the command does not take
 * it. */
void *option_use_find(const struct option_use *uses, const struct option_group *group,
                      void *values);

/* Reads a whole number from min to max (SIZE_MAX: any); `what` is what the message calls it. */
int option_read_number(const char *what, const char *value, size_t min, size_t max, size_t *number,
                       struct error *error);

/* Reads 2021-06-30, 30/06/2021, today, yesterday, -7d or +14d, the last two counted from today. */
int option_read_date(const char *what, const char *value, const struct option_clock *clock,
                     struct date *date, struct error *error);

#endif
