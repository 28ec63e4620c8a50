// SPDX-License-Identifier: MIT
#include "cmd/option.h"

#include "base/lang.h"
#include "base/memory.h"
#include "base/suggest.h"
#include "base/text.h"
#include "plan/finding.h"
#include "plan/tally.h"
#include "view/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const colour_words[] = {"auto", "always", "never", NULL};
static const char *const mark_words[] = {".", ",", NULL};
static const char *const cut_off_words[] = {"decree", "calendar", NULL};
static const char *const unit_words[] = {"vnd", "thousand", "million", NULL};

const struct option options[] = {
    {"section", 0, "S", OPTION_FILTER, "in section S: III, iii or 3", NULL},
    {"lead", 0, "AGENCY", OPTION_FILTER, "led by AGENCY, alone or jointly, under any of its names",
     NULL},
    {"with", 0, "AGENCY", OPTION_FILTER, "coordinated by AGENCY", NULL},
    {"agency", 0, "AGENCY", OPTION_FILTER, "led or coordinated by AGENCY", NULL},
    {"quarter", 0, "N", OPTION_FILTER | OPTION_PERIOD,
     "due in quarter N of the plan's year, 1 to 4", NULL},
    {"schedule", 0, "KIND", OPTION_FILTER,
     "dated, year-round, recurring, phased, triggered, unknown or missing", NULL},
    {"budget", 0, "B", OPTION_FILTER,
     "funded, none (0), unspecified (words), missing (blank), or as '>=10' (million đồng)", NULL},
    {"status", 0, "STATUS", OPTION_FILTER,
     "not-started, in-progress, done, cancelled; open, overdue, in-time; on-time, late (of done)",
     NULL},
    {"search", 0, "TEXT", OPTION_FILTER,
     "with TEXT in a cell; letters typed bare match any marks: danh gia finds Đánh giá", NULL},

    {"month", 0, "N", OPTION_PERIOD, "due in month N of the plan's year", NULL},
    {"from", 0, "DATE", OPTION_PERIOD, "the period's first day", NULL},
    {"from", 0, "FILE", OPTION_UPDATE, "record a table of answers, all of it or nothing", NULL},
    {"until", 0, "DATE", OPTION_PERIOD, "the period's last day", NULL},
    {"all", 0, NULL, OPTION_PERIOD, "list what runs all year too, not only its number", NULL},

    {"by", 0, "WHAT", OPTION_GROUPS, "group by section, lead, quarter or plan", tally_by_names},
    {"total", 0, NULL, OPTION_TOTALS, "print only the total, a bare figure for scripts", NULL},
    {"unit", 0, "UNIT", OPTION_TOTALS, "vnd, thousand or million (default), of --total",
     unit_words},

    {"percent", 0, "N", OPTION_UPDATE, "how much is done, 0 to 100", NULL},
    {"spent", 0, "AMOUNT", OPTION_UPDATE,
     "what was spent so far: million đồng, or as '1,2 tỷ', '500 nghìn'", NULL},
    {"due", 0, "DATE", OPTION_UPDATE, "a new due date: an extension, or a triggered task's", NULL},
    {"note", 0, "TEXT", OPTION_UPDATE, "what else is to be known", NULL},
    {"evidence", 0, "TEXT", OPTION_UPDATE, "the document that proves it", NULL},
    {"on", 0, "DATE", OPTION_RECORD, "the day from which it holds (default: today)", NULL},
    {"by", 0, "NAME", OPTION_RECORD, "who records it (default: the user's name)", NULL},
    {"dry-run", 0, NULL, OPTION_RECORD, "show what would change, record nothing", NULL},
    {"force", 0, NULL, OPTION_UPDATE, "record what cannot be true yet, too", NULL},

    {"period", 0, "PERIOD", OPTION_REPORT, "q1, 6m, 9m, q3, year, or a month: m1 to m12", NULL},
    {"cut-off", 0, "KIND", OPTION_REPORT,
     "decree (default): the 14th; or calendar: ends of quarters and months", cut_off_words},

    {"ignore", 0, "RULES", OPTION_CHECK, "leave out these rules, comma-separated", NULL},
    {"fail-on", 0, "SEVERITY", OPTION_CHECK,
     "exit code 1 from this severity on: error, warning or note (default: any finding)",
     severity_names},
    {"rules", 0, NULL, OPTION_CHECK, "list the rules instead: name, severity, what they find",
     NULL},

    {"todo", 0, NULL, OPTION_EXPORT, "tasks to do (VTODO) instead of events, of ics", NULL},

    {"columns", 0, "NAMES", OPTION_ROWS, "these columns, comma-separated; all for every one", NULL},
    {"sort", 0, "COLUMN", OPTION_ROWS, "order by a column", NULL},
    {"reverse", 0, NULL, OPTION_ROWS, "the other way round", NULL},
    {"limit", 0, "N", OPTION_ROWS, "the first N rows only", NULL},

    {"plan", 'p', "FILE", OPTION_GLOBAL,
     "the plan, or a folder of plans; - is standard input (default: $CCHC_PLAN, else the 2021 "
     "plan built in)",
     NULL},
    {"year", 0, "YEAR", OPTION_GLOBAL, "the year of a plan that names none", NULL},
    {"sheet", 0, "SHEET", OPTION_GLOBAL,
     "of an Excel file, by name or number (default: the one with a plan's header); in Word, the "
     "table's number",
     NULL},
    {"encoding", 0, "NAME", OPTION_GLOBAL, "of a plan not in UTF-8: windows-1258, tcvn, …", NULL},
    {"decimal-mark", 0, "MARK", OPTION_GLOBAL, "how to read figures as 1,000: '.' or ','",
     mark_words},
    {"progress", 0, "FILE", OPTION_GLOBAL,
     "the journal of progress (default: $CCHC_PROGRESS, else beside the plan)", NULL},
    {"format", 'f', "FORMAT", OPTION_GLOBAL,
     "table (default), csv, tsv, json, jsonl or md; of a report md, html or json", format_names},
    {"output", 'o', "FILE", OPTION_GLOBAL, "write to FILE, whole or not at all", NULL},
    {"as-of", 0, "DATE", OPTION_GLOBAL, "2021-06-30 or 30/06/2021 (default: today)", NULL},
    {"color", 0, "WHEN", OPTION_GLOBAL, "auto (default), always or never", colour_words},
    {"lang", 0, "LANG", OPTION_GLOBAL, "en or vi (default: the locale's)", lang_names},
    {"help", 'h', NULL, OPTION_GLOBAL, "this help", NULL},
    {"version", 'V', NULL, OPTION_GLOBAL, "the version", NULL},
};
const size_t option_count = sizeof options / sizeof *options;

const struct option *option_find(const char *name)
{
    for (size_t i = 0; i < option_count; i++)
        if (strcmp(options[i].name, name) == 0)
            return &options[i];
    return NULL;
}

static const struct option *find_letter(char letter)
{
    for (size_t i = 0; i < option_count; i++)
        if (options[i].letter != 0 && options[i].letter == letter)
            return &options[i];
    return NULL;
}

void arguments_release(struct arguments *arguments)
{
    free(arguments->items);
    free((void *)arguments->operands);
    *arguments = (struct arguments){0};
}

static void add_operand(struct arguments *arguments, const char *operand)
{
    arguments->operands = memory_grow((void *)arguments->operands, arguments->operand_count,
                                      &arguments->operand_capacity, sizeof *arguments->operands);
    arguments->operands[arguments->operand_count++] = operand;
}

static int no_such_option(const char *argument, struct error *error)
{
    enum { COUNT = sizeof options / sizeof *options, LONGEST = 32 };
    char dashed[COUNT][LONGEST];
    const char *names[COUNT + 1] = {NULL};
    for (size_t i = 0; i < option_count; i++) {
        snprintf(dashed[i], LONGEST, "--%s", options[i].name);
        names[i] = dashed[i];
    }
    char *name = memory_copy(argument, strcspn(argument, "="));
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    error_set(error, ERROR_USAGE, "no option «%s»%s", text_quote(quoted, name, strlen(name)),
              suggest(hint, name, names));
    free(name);
    return -1;
}

static int check_word(const struct option *option, const char *value, struct error *error)
{
    if (option->words == NULL)
        return 0;
    for (const char *const *word = option->words; *word != NULL; word++)
        if (strcmp(*word, value) == 0)
            return 0;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    suggest(hint, value, option->words);
    text_quote(quoted, value, strlen(value));
    if (*hint == '\0')
        return error_set(error, ERROR_USAGE, "--%s cannot be «%s»: %s", option->name, quoted,
                         option->help);
    return error_set(error, ERROR_USAGE, "--%s cannot be «%s»%s", option->name, quoted, hint);
}

static int add_option(struct arguments *arguments, const struct option *option, const char *value,
                      struct error *error)
{
    arguments->items = memory_grow(arguments->items, arguments->count, &arguments->capacity,
                                   sizeof *arguments->items);
    arguments->items[arguments->count++] = (struct argument){option, value};
    if (option->value != NULL && *value == '\0')
        return error_set(error, ERROR_USAGE, "--%s has an empty value", option->name);
    return 0;
}

/* The option of that name that the groups take, else the first. */
static const struct option *find_in_groups(const char *name, unsigned groups)
{
    for (size_t i = 0; i < option_count; i++)
        if ((options[i].groups & groups) != 0 && strcmp(options[i].name, name) == 0)
            return &options[i];
    return option_find(name);
}

int arguments_check(struct arguments *arguments, const char *command, unsigned groups,
                    struct error *error)
{
    for (size_t i = 0; i < arguments->count; i++) {
        struct argument *argument = &arguments->items[i];
        argument->option = find_in_groups(argument->option->name, groups);
        if ((argument->option->groups & groups) == 0)
            return error_set(error, ERROR_USAGE, "%s takes no --%s", command,
                             argument->option->name);
        if (argument->value != NULL && check_word(argument->option, argument->value, error) != 0)
            return -1;
    }
    return 0;
}

/* One argument that begins with a dash, and the value after it; moves *at past both. */
static int parse_option(struct arguments *arguments, char **argv, int argc, int *at,
                        struct error *error)
{
    const char *argument = argv[(*at)++], *value = NULL;
    const struct option *option;
    if (argument[1] == '-') {
        char *name = memory_copy(argument + 2, strcspn(argument + 2, "="));
        option = option_find(name);
        value = strchr(argument, '=');
        value = value != NULL ? value + 1 : NULL;
        free(name);
    } else {
        option = find_letter(argument[1]);
        value = argument[2] != '\0' ? argument + 2 : NULL;
    }
    if (option == NULL || (option->value == NULL && value != NULL && argument[1] != '-'))
        return no_such_option(argument, error);
    if (option->value == NULL && value != NULL)
        return error_set(error, ERROR_USAGE, "--%s takes no value", option->name);
    if (option->value != NULL && value == NULL) {
        if (*at == argc)
            return error_set(error, ERROR_USAGE, "--%s needs a value: %s", option->name,
                             option->help);
        value = argv[(*at)++];
    }
    return add_option(arguments, option, value, error);
}

int arguments_parse(struct arguments *arguments, int argc, char **argv, struct error *error)
{
    for (int i = 1; i < argc;) {
        if (strcmp(argv[i], "--") == 0) {
            while (++i < argc)
                add_operand(arguments, argv[i]);
        } else if (argv[i][0] != '-' || argv[i][1] == '\0') {
            add_operand(arguments, argv[i++]);
        } else if (parse_option(arguments, argv, argc, &i, error) != 0) {
            return -1;
        }
    }
    return 0;
}

const char *arguments_last(const struct arguments *arguments, const char *name)
{
    for (size_t i = arguments->count; i-- > 0;) {
        const struct argument *item = &arguments->items[i];
        if (strcmp(item->option->name, name) == 0)
            return item->value != NULL ? item->value : name;
    }
    return NULL;
}

bool arguments_has(const struct arguments *arguments, const char *name)
{
    return arguments_last(arguments, name) != NULL;
}
