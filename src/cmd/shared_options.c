// SPDX-License-Identifier: MIT
#include "cmd/shared_options.h"

#include "base/lang.h"
#include "base/message.h"
#include "base/parallel.h"
#include "view/records/records.h"

enum { UNSAID = -1 };

static const char *const colour_words[] = {
    [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never", NULL};
static const char *const decimal_marks[] = {".", ",", NULL};

#define GLOBAL(field) OPTION_FIELD(struct global_options, field)
static const struct option global_items[] = {
    {.name = "plan",
     .letter = 'p',
     .value = N_("FILE"),
     .help = N_("the plan, or a folder of plans; - is standard input (default: $CCHC_PLAN, else "
                "the 2021 plan built in)"),
     GLOBAL(plans),
     .source = VALUES_FILES},
    {.name = "in",
     .value = N_("PLAN"),
     .help = N_("only the plan with this id; repeat it for several"),
     GLOBAL(in),
     .source = VALUES_PLANS},
    {.name = "keep-going",
     .help = N_("answer without the files that cannot be read; they are named, the exit code stays "
                "that of the errors"),
     GLOBAL(keep_going)},
    {.name = "year",
     .value = N_("YEAR"),
     .help = N_("the year of a plan that names none"),
     GLOBAL(year),
     .min = 1900,
     .max = 2999},
    {.name = "sheet",
     .value = N_("SHEET"),
     .help = N_("of an Excel file, by name or number (default: the one with a plan's header); in "
                "Word, the table's number"),
     GLOBAL(sheet)},
    {.name = "encoding",
     .value = N_("NAME"),
     .help = N_("of a plan not in UTF-8: windows-1258, tcvn, …"),
     GLOBAL(encoding)},
    {.name = "decimal-mark",
     .value = N_("MARK"),
     .help = N_("how to read figures as 1,000: '.' or ','"),
     GLOBAL(decimal_mark),
     .words = decimal_marks,
     .otherwise = UNSAID},
    {.name = "progress",
     .value = N_("FILE"),
     .help = N_("the journal of progress (default: $CCHC_PROGRESS, else beside the plan)"),
     GLOBAL(progress),
     .source = VALUES_FILES},
    {.name = "jobs",
     .value = N_("N"),
     .help = N_("threads to work with (default: the cores)"),
     GLOBAL(jobs),
     .min = 1,
     .max = PARALLEL_JOBS_MAX},
    {.name = "format",
     .letter = 'f',
     .value = N_("FORMAT"),
     .help = N_("table (default), csv, tsv, json, jsonl or md; of a report md, html or json"),
     GLOBAL(format),
     .words = format_names,
     .otherwise = UNSAID},
    {.name = "output",
     .letter = 'o',
     .value = N_("FILE"),
     .help = N_("write to FILE, whole or not at all"),
     GLOBAL(output),
     .source = VALUES_FILES},
    {.name = "as-of",
     .value = N_("DATE"),
     .help = N_("2021-06-30 or 30/06/2021 (default: today)"),
     GLOBAL(as_of)},
    {.name = "color",
     .value = N_("WHEN"),
     .help = N_("auto (default), always or never"),
     GLOBAL(colour),
     .words = colour_words},
    {.name = "lang",
     .value = N_("LANG"),
     .help = N_("en or vi (default: the locale's)"),
     GLOBAL(lang),
     .words = lang_names,
     .otherwise = UNSAID},
    {.name = "help", .letter = 'h', .help = N_("this help"), GLOBAL(help)},
    {.name = "version", .letter = 'V', .help = N_("the version"), GLOBAL(version)},
};

static const struct option_group global_group = {N_("Options of every command:"),
                                                 OPTION_ITEMS(global_items)};
const struct option_use global_options[] = {{&global_group, 0}, {NULL, 0}};

char global_decimal_mark(const struct global_options *options)
{
    return options->decimal_mark != UNSAID ? *decimal_marks[options->decimal_mark] : '\0';
}

#define ROWS(field) OPTION_FIELD(struct row_options, field)
static const struct option row_items[] = {
    {.name = "columns",
     .value = N_("NAMES"),
     .help = N_("these columns, comma-separated; all for every one"),
     ROWS(columns),
     .source = VALUES_COLUMN_LIST},
    {.name = "sort",
     .value = N_("COLUMN"),
     .help = N_("order by a column"),
     ROWS(sort),
     .source = VALUES_COLUMNS},
    {.name = "reverse", .help = N_("the other way round"), ROWS(reverse)},
    {.name = "limit",
     .value = N_("N"),
     .help = N_("the first N rows only"),
     ROWS(limit),
     .max = SIZE_MAX,
     .unset = SIZE_MAX},
};
const struct option_group row_option_group = {N_("Rows and columns:"), OPTION_ITEMS(row_items)};

#define FILTER(query_field) .kind = OPTION_FILTER, .filter = (query_field)
static const struct option filter_items[] = {
    {.name = "section",
     .value = N_("S"),
     .help = N_("in section S: III, iii or 3"),
     FILTER(QUERY_SECTION)},
    {.name = "lead",
     .value = N_("AGENCY"),
     .help = N_("led by AGENCY, alone or jointly, under any of its names"),
     FILTER(QUERY_LEAD)},
    {.name = "with",
     .value = N_("AGENCY"),
     .help = N_("coordinated by AGENCY"),
     FILTER(QUERY_COORDINATING)},
    {.name = "agency",
     .value = N_("AGENCY"),
     .help = N_("led or coordinated by AGENCY"),
     FILTER(QUERY_AGENCY)},
    {.name = "quarter",
     .value = N_("N"),
     .help = N_("due in quarter N of the plan's year, 1 to 4"),
     FILTER(QUERY_QUARTER)},
    {.name = "schedule",
     .value = N_("KIND"),
     .help = N_("dated, year-round, recurring, phased, triggered, unknown or missing"),
     FILTER(QUERY_SCHEDULE)},
    {.name = "budget",
     .value = N_("B"),
     .help =
         N_("funded, none (0), unspecified (words), missing (blank), or as '>=10' (million đồng)"),
     FILTER(QUERY_BUDGET)},
    {.name = "status",
     .value = N_("STATUS"),
     .help =
         N_("not-started, in-progress, done, cancelled; open, overdue, in-time; on-time, late (of "
            "done)"),
     FILTER(QUERY_STATUS)},
    {.name = "search",
     .value = N_("TEXT"),
     .help = N_("with TEXT in a cell; letters typed bare match any marks: danh gia finds Đánh giá"),
     FILTER(QUERY_TEXT)},
};
const struct option_group filter_option_group = {
    N_("Filters (one's values, repeated or comma-separated, are alternatives;\n"
       "different ones all hold):"),
    OPTION_ITEMS(filter_items)};

const struct option_use row_options_alone[] = {{&row_option_group, 0}, {NULL, 0}};
const struct option_use task_options[] = {
    {&filter_option_group, offsetof(struct task_options, query)},
    {&row_option_group, offsetof(struct task_options, rows)},
    {NULL, 0},
};

static const struct option group_items[] = {
    {.name = "by",
     .value = N_("WHAT"),
     .help = N_("group by section, lead, quarter or plan"),
     OPTION_FIELD(struct group_options, by),
     .words = tally_by_names,
     .otherwise = UNSAID},
};
const struct option_group group_option_group = {N_("Totals:"), OPTION_ITEMS(group_items)};

enum tally_by group_options_by(const struct group_options *options)
{
    return options->by != UNSAID ? (enum tally_by)options->by : TALLY_BY_SECTION;
}

#define RECORD(field) OPTION_FIELD(struct record_options, field)
static const struct option record_items[] = {
    {.name = "on",
     .value = N_("DATE"),
     .help = N_("the day from which it holds (default: today)"),
     RECORD(on)},
    {.name = "by",
     .value = N_("NAME"),
     .help = N_("who records it (default: the user's name)"),
     RECORD(by)},
    {.name = "dry-run", .help = N_("show what would change, record nothing"), RECORD(dry_run)},
};
const struct option_group record_option_group = {N_("How it is recorded:"),
                                                 OPTION_ITEMS(record_items)};
