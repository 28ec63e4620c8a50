// SPDX-License-Identifier: MIT
#include "plan/query/filter.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/suggest.h"
#include "base/text.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* A section that some plan has, else the nearest that one has. */
static int read_section(struct criterion *criterion, const char *value,
                        const struct query_scope *scope, struct error *error)
{
    unsigned wanted = criterion->number = section_value(value);
    const char **codes = NULL, *nearest = NULL;
    size_t count = 0, capacity = 0;
    unsigned gap = UINT_MAX;
    for (size_t i = 0; i < scope->plan_count && gap > 0; i++) {
        const struct plan *plan = scope->plans[i];
        for (size_t j = 0; j < plan->section_count && gap > 0; j++) {
            const struct section *section = plan->sections[j];
            unsigned away =
                section->value > wanted ? section->value - wanted : wanted - section->value;
            if (wanted > 0 && away < gap) {
                gap = away;
                nearest = section->code;
            }
            codes = memory_grow(codes, count + 1, &capacity, sizeof *codes);
            codes[count++] = section->code;
        }
    }
    int status = 0;
    if (wanted == 0 || gap > 0) {
        char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
        const char *const one[] = {nearest, NULL};
        if (codes != NULL)
            codes[count] = NULL;
        status = error_set(error, ERROR_USAGE, "no section «%s»%s",
                           text_quote(quoted, value, strlen(value)),
                           nearest != NULL ? suggest(hint, nearest, one)
                           : count > 0     ? suggest(hint, value, codes)
                                           : "");
    }
    free(codes);
    return status;
}

static bool in_section(const struct criterion *criterion, const struct task *task,
                       const struct progress *progress)
{
    (void)progress;
    return task->section->value == criterion->number;
}

/* The names in the plans' agency cells, each cell's once, for equal ones are mostly one pointer. */
struct agency_names {
    char **items; /* NULL-terminated */
    size_t count, capacity;
    struct pointer_map cells;
};

static void add_names(struct agency_names *names, const char *cell)
{
    const char *name;
    size_t length, *seen = pointer_map_at(&names->cells, cell);
    if (*seen != POINTER_MAP_NONE)
        return;
    *seen = 0;
    while (agency_next(&cell, &name, &length)) {
        names->items =
            memory_grow(names->items, names->count, &names->capacity, sizeof *names->items);
        names->items[names->count++] = memory_copy(name, length);
    }
}

static void agency_names_init(struct agency_names *names, const struct query_scope *scope)
{
    *names = (struct agency_names){0};
    for (size_t i = 0; i < scope->plan_count; i++)
        for (size_t j = 0; j < scope->plans[i]->task_count; j++) {
            add_names(names, scope->plans[i]->tasks[j]->text[TASK_LEAD]);
            add_names(names, scope->plans[i]->tasks[j]->text[TASK_COORDINATING]);
        }
    names->items = memory_grow(names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count] = NULL;
}

static void agency_names_release(struct agency_names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
    pointer_map_release(&names->cells);
}

static int read_agency(struct criterion *criterion, const char *value,
                       const struct query_scope *scope, struct error *error)
{
    agency_pattern_init(&criterion->agency, scope->agencies, value);
    if (criterion->agency.office != NULL)
        return 0;
    struct agency_names names;
    bool found = false;
    agency_names_init(&names, scope);
    for (char **name = names.items; *name != NULL && !found; name++)
        found = agency_pattern_matches(&criterion->agency, *name);
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (!found) {
        error_set(error, ERROR_USAGE, "no agency «%s»%s", text_quote(quoted, value, strlen(value)),
                  suggest(hint, value, (const char *const *)names.items));
        agency_pattern_release(&criterion->agency);
    }
    agency_names_release(&names);
    return found ? 0 : -1;
}

static bool is_led_by(const struct criterion *criterion, const struct task *task,
                      const struct progress *progress)
{
    (void)progress;
    return agency_pattern_matches(&criterion->agency, task->text[TASK_LEAD]);
}

static bool is_coordinated_by(const struct criterion *criterion, const struct task *task,
                              const struct progress *progress)
{
    (void)progress;
    return agency_pattern_matches(&criterion->agency, task->text[TASK_COORDINATING]);
}

static bool concerns_agency(const struct criterion *criterion, const struct task *task,
                            const struct progress *progress)
{
    return is_led_by(criterion, task, progress) || is_coordinated_by(criterion, task, progress);
}

int quarter_value(const char *text)
{
    if (*text == 'Q' || *text == 'q')
        text++;
    unsigned value = section_value(text);
    return value <= 4 ? (int)value : 0;
}

static int read_quarter(struct criterion *criterion, const char *value,
                        const struct query_scope *scope, struct error *error)
{
    (void)scope;
    char quoted[TEXT_QUOTE_SIZE];
    criterion->number = (unsigned)quarter_value(value);
    if (criterion->number > 0)
        return 0;
    return error_set(error, ERROR_USAGE, "no quarter «%s»: expected 1, 2, 3 or 4",
                     text_quote(quoted, value, strlen(value)));
}

static bool falls_due_in_quarter(const struct criterion *criterion, const struct task *task,
                                 const struct progress *progress)
{
    const struct schedule *schedule = progress_schedule(progress, task);
    for (unsigned i = 0; i < schedule->count; i++) {
        struct date due = schedule->milestones[i].due;
        if (date_is_set(due) && due.year == task->section->plan->year &&
            date_quarter(due) == (int)criterion->number)
            return true;
    }
    return false;
}

/* The index of `value` in `words`, or an error that names the nearest. */
__attribute__((format(printf, 1, 0))) static int
read_word(const char *format, const char *value, const char *const *words, struct error *error)
{
    for (int i = 0; words[i] != NULL; i++)
        if (strcasecmp(words[i], value) == 0)
            return i;
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, format, text_quote(quoted, value, strlen(value)),
                     suggest(hint, value, words));
}

static int read_schedule(struct criterion *criterion, const char *value,
                         const struct query_scope *scope, struct error *error)
{
    (void)scope;
    int kind = read_word(N_("no schedule kind «%s»%s"), value, schedule_kind_names, error);
    criterion->number = (unsigned)kind;
    return kind < 0 ? -1 : 0;
}

static bool has_schedule_kind(const struct criterion *criterion, const struct task *task,
                              const struct progress *progress)
{
    (void)progress;
    return task->schedule->kind == (enum schedule_kind)criterion->number;
}

/* The words of --status: a status, or sets of standings. */
static const struct {
    enum task_status status; /* TASK_UNSAID: the standings say */
    unsigned standings;      /* bits of 1 << enum standing */
} status_sets[] = {
    {TASK_NOT_STARTED, 0},
    {TASK_IN_PROGRESS, 0},
    {TASK_DONE, 0},
    {TASK_CANCELLED, 0},
    {TASK_UNSAID, 1U << OPEN_IN_TIME | 1U << OPEN_OVERDUE | 1U << OPEN_NO_DUE},
    {TASK_UNSAID, 1U << OPEN_OVERDUE},
    {TASK_UNSAID, 1U << OPEN_IN_TIME},
    {TASK_UNSAID, 1U << DONE_ON_TIME},
    {TASK_UNSAID, 1U << DONE_LATE},
};
static const char *const status_words[] = {"not-started", "in-progress", "done",    "cancelled",
                                           "open",        "overdue",     "in-time", "on-time",
                                           "late",        NULL};
_Static_assert(sizeof status_words / sizeof *status_words ==
                   sizeof status_sets / sizeof *status_sets + 1,
               "each word has its set");

static int read_status(struct criterion *criterion, const char *value,
                       const struct query_scope *scope, struct error *error)
{
    (void)scope;
    int word = read_word(N_("no status «%s»%s"), value, status_words, error);
    criterion->number = (unsigned)word;
    return word < 0 ? -1 : 0;
}

static bool has_status(const struct criterion *criterion, const struct task *task,
                       const struct progress *progress)
{
    enum task_status status = status_sets[criterion->number].status;
    if (status != TASK_UNSAID)
        return progress_status(progress, task) == status;
    return status_sets[criterion->number].standings >> progress_standing(progress, task) & 1;
}

static const char *const budget_words[] = {"funded", "none", "unspecified", "missing", NULL};
_Static_assert(FUNDED + 1 == UNFUNDED && UNFUNDED + 1 == UNSPECIFIED && UNSPECIFIED + 1 == MISSING,
               "the words stand in the order of what they mean");

static int read_budget(struct criterion *criterion, const char *value,
                       const struct query_scope *scope, struct error *error)
{
    static const struct {
        const char *sign;
        enum comparison comparison;
    } signs[] = {{">=", AT_LEAST}, {"<=", AT_MOST}, {">", ABOVE}, {"<", BELOW}, {"=", EQUAL}};
    (void)scope;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(value, signs[i].sign, length) != 0)
            continue;
        struct money_rules rules = {.unit = MONEY_MILLION};
        char quoted[TEXT_QUOTE_SIZE];
        struct error reason;
        criterion->comparison = signs[i].comparison;
        if (money_parse(value + length, rules, &criterion->vnd, &reason) == 0)
            return 0;
        return error_set(error, ERROR_USAGE, "budget «%s»: %s",
                         text_quote(quoted, value, strlen(value)), reason.text);
    }
    int word = read_word(N_("no budget «%s»%s"), value, budget_words, error);
    criterion->comparison = (enum comparison)(FUNDED + word);
    return word < 0 ? -1 : 0;
}

static bool has_budget(const struct criterion *criterion, const struct task *task,
                       const struct progress *progress)
{
    (void)progress;
    bool amount = task->budget.kind == BUDGET_AMOUNT;
    int64_t vnd = task->budget.vnd;
    switch (criterion->comparison) {
    case BELOW:
        return amount && vnd < criterion->vnd;
    case AT_MOST:
        return amount && vnd <= criterion->vnd;
    case EQUAL:
        return amount && vnd == criterion->vnd;
    case AT_LEAST:
        return amount && vnd >= criterion->vnd;
    case ABOVE:
        return amount && vnd > criterion->vnd;
    case FUNDED:
        return amount && vnd > 0;
    case UNFUNDED:
        return amount && vnd == 0;
    case UNSPECIFIED:
        return task->budget.kind == BUDGET_UNSPECIFIED;
    case MISSING:
        return task->budget.kind == BUDGET_MISSING;
    }
    return false;
}

static int read_search(struct criterion *criterion, const char *value,
                       const struct query_scope *scope, struct error *error)
{
    (void)scope;
    (void)error;
    struct strbuf needle = {0};
    text_add_nfc(&needle, value, strlen(value));
    criterion->text = strbuf_detach(&needle);
    return 0;
}

static bool says(const struct criterion *criterion, const struct task *task,
                 const struct progress *progress)
{
    (void)progress;
    for (int i = 0; i < TASK_FIELDS; i++)
        if (task->text[i] != NULL && text_contains(task->text[i], criterion->text))
            return true;
    return false;
}

enum { AGENCIES = 1U << TASK_LEAD | 1U << TASK_COORDINATING, ALL_CELLS = (1U << TASK_FIELDS) - 1 };

const struct filter filters[] = {
    {"section", 0, NULL, read_section, in_section},
    {"lead", AGENCIES, NULL, read_agency, is_led_by},
    {"with", AGENCIES, NULL, read_agency, is_coordinated_by},
    {"agency", AGENCIES, NULL, read_agency, concerns_agency},
    {"quarter", 1U << TASK_SCHEDULE, NULL, read_quarter, falls_due_in_quarter},
    {"schedule", 1U << TASK_SCHEDULE, schedule_kind_names, read_schedule, has_schedule_kind},
    {"status", 0, status_words, read_status, has_status},
    {"budget", 0, budget_words, read_budget, has_budget},
    {"search", ALL_CELLS, NULL, read_search, says},
};
const size_t filter_count = sizeof filters / sizeof *filters;

const struct filter *filter_find(const char *name)
{
    for (size_t i = 0; i < filter_count; i++)
        if (strcmp(filters[i].name, name) == 0)
            return &filters[i];
    return NULL;
}

void criterion_release(struct criterion *criterion)
{
    agency_pattern_release(&criterion->agency);
    free(criterion->text);
}
