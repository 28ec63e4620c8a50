// SPDX-License-Identifier: MIT
#include "cmd/option.h"

#include "base/lang.h"
#include "base/memory.h"
#include "base/message.h"
#include "base/suggest.h"
#include "base/text.h"
#include "plan/check/finding.h"
#include "plan/summary/tally.h"
#include "view/records/records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const colour_words[] = {"auto", "always", "never", NULL};
static const char *const mark_words[] = {".", ",", NULL};
static const char *const cut_off_words[] = {"decree", "calendar", NULL};
static const char *const unit_words[] = {"vnd", "thousand", "million", NULL};

const struct option options[] = {
    {"section", 0, N_("S"), OPTION_FILTER, N_("in section S: III, iii or 3"), NULL},
    {"lead", 0, N_("AGENCY"), OPTION_FILTER,
     N_("led by AGENCY, alone or jointly, under any of its names"), NULL},
    {"with", 0, N_("AGENCY"), OPTION_FILTER, N_("coordinated by AGENCY"), NULL},
    {"agency", 0, N_("AGENCY"), OPTION_FILTER, N_("led or coordinated by AGENCY"), NULL},
    {"quarter", 0, N_("N"), OPTION_FILTER | OPTION_PERIOD,
     N_("due in quarter N of the plan's year, 1 to 4"), NULL},
    {"schedule", 0, N_("KIND"), OPTION_FILTER,
     N_("dated, year-round, recurring, phased, triggered, unknown or missing"), NULL},
    {"budget", 0, N_("B"), OPTION_FILTER,
     N_("funded, none (0), unspecified (words), missing (blank), or as '>=10' (million đồng)"),
     NULL},
    {"status", 0, N_("STATUS"), OPTION_FILTER,
     N_("not-started, in-progress, done, cancelled; open, overdue, in-time; on-time, late (of "
        "done)"),
     NULL},
    {"search", 0, N_("TEXT"), OPTION_FILTER,
     N_("with TEXT in a cell; letters typed bare match any marks: danh gia finds Đánh giá"), NULL},

    {"month", 0, N_("N"), OPTION_PERIOD, N_("due in month N of the plan's year"), NULL},
    {"from", 0, N_("DATE"), OPTION_PERIOD, N_("the period's first day"), NULL},
    {"from", 0, N_("FILE"), OPTION_UPDATE, N_("record a table of answers, all of it or nothing"),
     NULL},
    {"until", 0, N_("DATE"), OPTION_PERIOD, N_("the period's last day"), NULL},
    {"all", 0, NULL, OPTION_PERIOD, N_("list what runs all year too, not only its number"), NULL},

    {"by", 0, N_("WHAT"), OPTION_GROUPS, N_("group by section, lead, quarter or plan"),
     tally_by_names},
    {"total", 0, NULL, OPTION_TOTALS, N_("print only the total, a bare figure for scripts"), NULL},
    {"unit", 0, N_("UNIT"), OPTION_TOTALS, N_("vnd, thousand or million (default), of --total"),
     unit_words},

    {"percent", 0, N_("N"), OPTION_UPDATE, N_("how much is done, 0 to 100"), NULL},
    {"spent", 0, N_("AMOUNT"), OPTION_UPDATE,
     N_("what was spent so far: million đồng, or as '1,2 tỷ', '500 nghìn'"), NULL},
    {"due", 0, N_("DATE"), OPTION_UPDATE, N_("a new due date: an extension, or a triggered task's"),
     NULL},
    {"note", 0, N_("TEXT"), OPTION_UPDATE, N_("what else is to be known"), NULL},
    {"evidence", 0, N_("TEXT"), OPTION_UPDATE, N_("the document that proves it"), NULL},
    {"on", 0, N_("DATE"), OPTION_RECORD, N_("the day from which it holds (default: today)"), NULL},
    {"by", 0, N_("NAME"), OPTION_RECORD, N_("who records it (default: the user's name)"), NULL},
    {"dry-run", 0, NULL, OPTION_RECORD, N_("show what would change, record nothing"), NULL},
    {"force", 0, NULL, OPTION_UPDATE, N_("record what cannot be true yet, too"), NULL},

    {"period", 0, N_("PERIOD"), OPTION_REPORT, N_("q1, 6m, 9m, q3, year, or a month: m1 to m12"),
     NULL},
    {"cut-off", 0, N_("KIND"), OPTION_REPORT,
     N_("decree (default): the 14th; or calendar: ends of quarters and months"), cut_off_words},

    {"ignore", 0, N_("RULES"), OPTION_CHECK, N_("leave out these rules, comma-separated"), NULL},
    {"fail-on", 0, N_("SEVERITY"), OPTION_CHECK,
     N_("exit code 1 from this severity on: error, warning or note (default: any finding)"),
     severity_names},
    {"rules", 0, NULL, OPTION_CHECK, N_("list the rules instead: name, severity, what they find"),
     NULL},

    {"todo", 0, NULL, OPTION_EXPORT, N_("tasks to do (VTODO) instead of events, of ics"), NULL},

    {"columns", 0, N_("NAMES"), OPTION_ROWS,
     N_("these columns, comma-separated; all for every one"), NULL},
    {"sort", 0, N_("COLUMN"), OPTION_ROWS, N_("order by a column"), NULL},
    {"reverse", 0, NULL, OPTION_ROWS, N_("the other way round"), NULL},
    {"limit", 0, N_("N"), OPTION_ROWS, N_("the first N rows only"), NULL},

    {"plan", 'p', N_("FILE"), OPTION_GLOBAL,
     N_("the plan, or a folder of plans; - is standard input (default: $CCHC_PLAN, else the 2021 "
        "plan built in)"),
     NULL},
    {"in", 0, N_("PLAN"), OPTION_GLOBAL, N_("only the plan with this id; repeat it for several"),
     NULL},
    {"keep-going", 0, NULL, OPTION_GLOBAL,
     N_("answer without the files that cannot be read; they are named, the exit code stays that of "
        "the errors"),
     NULL},
    {"year", 0, N_("YEAR"), OPTION_GLOBAL, N_("the year of a plan that names none"), NULL},
    {"sheet", 0, N_("SHEET"), OPTION_GLOBAL,
     N_("of an Excel file, by name or number (default: the one with a plan's header); in Word, the "
        "table's number"),
     NULL},
    {"encoding", 0, N_("NAME"), OPTION_GLOBAL, N_("of a plan not in UTF-8: windows-1258, tcvn, …"),
     NULL},
    {"decimal-mark", 0, N_("MARK"), OPTION_GLOBAL, N_("how to read figures as 1,000: '.' or ','"),
     mark_words},
    {"progress", 0, N_("FILE"), OPTION_GLOBAL,
     N_("the journal of progress (default: $CCHC_PROGRESS, else beside the plan)"), NULL},
    {"jobs", 0, N_("N"), OPTION_GLOBAL, N_("threads to work with (default: the cores)"), NULL},
    {"format", 'f', N_("FORMAT"), OPTION_GLOBAL,
     N_("table (default), csv, tsv, json, jsonl or md; of a report md, html or json"),
     format_names},
    {"output", 'o', N_("FILE"), OPTION_GLOBAL, N_("write to FILE, whole or not at all"), NULL},
    {"as-of", 0, N_("DATE"), OPTION_GLOBAL, N_("2021-06-30 or 30/06/2021 (default: today)"), NULL},
    {"color", 0, N_("WHEN"), OPTION_GLOBAL, N_("auto (default), always or never"), colour_words},
    {"lang", 0, N_("LANG"), OPTION_GLOBAL, N_("en or vi (default: the locale's)"), lang_names},
    {"help", 'h', NULL, OPTION_GLOBAL, N_("this help"), NULL},
    {"version", 'V', NULL, OPTION_GLOBAL, N_("the version"), NULL},
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
                         _(option->help));
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
                             _(option->help));
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
