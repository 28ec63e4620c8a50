// SPDX-License-Identifier: MIT
#include "cmd/shared_options.h"

#include "base/lang.h"
#include "base/message.h"
#include "base/money.h"
#include "base/parallel.h"

enum { UNSET = -1 };

static const char *const colour_words[] = {
    [COLOUR_AUTO] = "auto", [COLOUR_ALWAYS] = "always", [COLOUR_NEVER] = "never", NULL};
static const char *const encodings[] = {"windows-1258", "tcvn", "utf-8", "utf-16", NULL};
static const char *const quarters[] = {"1", "2", "3", "4", NULL};
static const char *const decimal_marks[] = {".", ",", NULL};

#define GLOBAL(field) OPTION_FIELD(struct global_options, field)
static const struct option global_items[] = {
    {"plan", 'p', N_("FILE"),
     N_("the plan, or a folder of plans; - is standard input (default: $CCHC_PLAN, else "
        "the 2021 plan built in)"),
     GLOBAL(plans), .source = VALUES_PLAN_FILES},
    {"in", 0, N_("PLAN"), N_("only the plan with this id; repeat it for several"), GLOBAL(in),
     .source = VALUES_PLANS},
    {"keep-going", 0, NULL,
     N_("answer without the files that cannot be read; they are named, the exit code stays "
        "that of the errors"),
     GLOBAL(keep_going)},
    {"year", 0, N_("YEAR"), N_("the year of a plan that names none"), GLOBAL(year), .min = 1900,
     .max = 2999},
    {"id", 0, N_("ID"), N_("the id of a plan whose file has none (default: the file's name)"),
     GLOBAL(id)},
    {"sheet", 0, N_("SHEET"),
     N_("of an Excel file, by name or number (default: the one with a plan's header); in "
        "Word, the table's number"),
     GLOBAL(sheet)},
    {"encoding", 0, N_("NAME"), N_("of a plan not in UTF-8: windows-1258, tcvn, …"),
     GLOBAL(encoding), .words = encodings},
    {"decimal-mark", 0, N_("MARK"), N_("how to read figures as 1,000: '.' or ','"),
     GLOBAL(decimal_mark), .words = decimal_marks, .otherwise = UNSET},
    {"plan-unit", 0, N_("UNIT"),
     N_("what bare figures of the plan count: vnd, thousand, million or billion (default: as it "
        "says, else million)"),
     GLOBAL(plan_unit), .words = money_unit_names, .otherwise = UNSET},
    {"role", 0, N_("ROLE=HEADER"),
     N_("what a column of the plan is, by its header or letter: lead=D, none='Cột khác'"),
     GLOBAL(roles), .source = VALUES_ROLES},
    {"progress", 0, N_("FILE"),
     N_("the journal of progress (default: $CCHC_PROGRESS, else beside the plan)"),
     GLOBAL(progress), .source = VALUES_JOURNALS},
    {"jobs", 0, N_("N"), N_("threads to work with (default: the cores)"), GLOBAL(jobs), .min = 1,
     .max = PARALLEL_JOBS_MAX},
    {"format", 'f', N_("FORMAT"),
     N_("how the answer is written (default: as --output ends, else a table): %s"), GLOBAL(format),
     .source = VALUES_FORMATS},
    {"output", 'o', N_("FILE"), N_("write to FILE, whole or not at all"), GLOBAL(output),
     .source = VALUES_FILES},
    {"as-of", 0, N_("DATE"), N_("2021-06-30 or 30/06/2021 (default: today)"), GLOBAL(as_of)},
    {"color", 0, N_("WHEN"), N_("auto (default), always or never"), GLOBAL(colour),
     .words = colour_words},
    {"no-color", 0, NULL, N_("as --color never"), GLOBAL(no_colour)},
    {"wrap", 0, NULL, N_("wrap rows to the width, also where the output is no terminal"),
     GLOBAL(wrap)},
    {"no-pager", 0, NULL, N_("show a long answer without $CCHC_PAGER, $PAGER or less"),
     GLOBAL(no_pager)},
    {"quiet", 'q', NULL, N_("print only the answer and errors"), GLOBAL(quiet)},
    {"lang", 0, N_("LANG"), N_("%s (default: the locale's)"), GLOBAL(lang), .words = lang_names,
     .otherwise = UNSET},
    {"help", 'h', NULL, N_("this help"), GLOBAL(help)},
    {"version", 'V', NULL, N_("the version"), GLOBAL(version)},
};

static const struct option_group global_group = {N_("Options of every command:"),
                                                 OPTION_ITEMS(global_items)};
const struct option_use global_options[] = {{&global_group, 0}, {NULL, 0}};

char global_decimal_mark(const struct global_options *options)
{
    return options->decimal_mark != UNSET ? *decimal_marks[options->decimal_mark] : '\0';
}

int64_t global_plan_unit(const struct global_options *options)
{
    return options->plan_unit != UNSET ? money_named_units[options->plan_unit] : 0;
}

#define ROWS(field) OPTION_FIELD(struct row_options, field)
static const struct option row_items[] = {
    {"columns", 0, N_("NAMES"), N_("these columns, comma-separated; all for every one"),
     ROWS(columns), .source = VALUES_COLUMN_LIST, .listed = true},
    {"sort", 0, N_("COLUMN"), N_("order by a column"), ROWS(sort), .source = VALUES_COLUMNS},
    {"reverse", 0, NULL, N_("the other way round"), ROWS(reverse)},
    {"limit", 0, N_("N"), N_("the first N rows only"), ROWS(limit), .max = SIZE_MAX,
     .unset = SIZE_MAX},
};
const struct option_group row_option_group = {N_("Rows and columns:"), OPTION_ITEMS(row_items)};

#define FILTER(query_field) .kind = OPTION_FILTER, .filter = (query_field)
static const struct option filter_items[] = {
    {"section", 's', N_("S"), N_("in section S: III, iii or 3"), FILTER(QUERY_SECTION)},
    {"lead", 0, N_("AGENCY"), N_("led by AGENCY, alone or jointly, under any of its names"),
     FILTER(QUERY_LEAD)},
    {"with", 0, N_("AGENCY"), N_("coordinated by AGENCY"), FILTER(QUERY_COORDINATING)},
    {"agency", 0, N_("AGENCY"), N_("led or coordinated by AGENCY"), FILTER(QUERY_AGENCY)},
    {"quarter", 0, N_("N"), N_("due in quarter N of the plan's year, 1 to 4"),
     FILTER(QUERY_QUARTER), .words = quarters},
    {"schedule", 0, N_("KIND"),
     N_("dated, year-round, recurring, phased, triggered, unknown or missing"),
     FILTER(QUERY_SCHEDULE)},
    {"budget", 0, N_("B"),
     N_("funded, none (0), unspecified (words), missing (blank), or as '>=10' (million đồng)"),
     FILTER(QUERY_BUDGET)},
    {"status", 0, N_("STATUS"),
     N_("not-started, in-progress, done, cancelled; open, overdue, in-time; on-time, late (of "
        "done)"),
     FILTER(QUERY_STATUS)},
    {"search", 0, N_("TEXT"),
     N_("with TEXT in a cell; letters typed bare match any marks: danh gia finds Đánh giá"),
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
    {"by", 0, N_("WHAT"), N_("group by section, lead, quarter or plan"),
     OPTION_FIELD(struct group_options, by), .words = summary_by_names, .otherwise = UNSET},
};
const struct option_group group_option_group = {N_("Totals:"), OPTION_ITEMS(group_items)};

enum summary_by group_options_by(const struct group_options *options)
{
    return options->by != UNSET ? (enum summary_by)options->by : SUMMARY_BY_SECTION;
}

#define RECORD(field) OPTION_FIELD(struct record_options, field)
static const struct option record_items[] = {
    {"on", 0, N_("DATE"), N_("the day from which it holds (default: today)"), RECORD(on)},
    {"by", 0, N_("NAME"), N_("who records it (default: the user's name)"), RECORD(by)},
    {"dry-run", 0, NULL, N_("show what would change, record nothing"), RECORD(dry_run)},
};
const struct option_group record_option_group = {N_("How it is recorded:"),
                                                 OPTION_ITEMS(record_items)};
