// SPDX-License-Identifier: MIT
#include "plan/query/filter.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/suggest.h"
#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int read_section(struct condition *condition, struct error *error)
{
    (void)error;
    condition->number = section_value(condition->text);
    return 0;
}

/* Binds to a section that any plan has, or suggests the nearest one. */
static int bind_section(struct condition *condition, const struct query_scope *scope,
                        struct error *error)
{
    if (scope->checked)
        return 0;
    unsigned wanted = (unsigned)condition->number;
    const char **codes = NULL, *nearest = NULL;
    size_t count = 0, capacity = 0;
    unsigned gap = UINT_MAX;
    for (size_t i = 0; i < scope->plan_count && gap > 0; i++) {
        const struct plan *plan = scope->plans[i];
        for (size_t j = 0; j < plan->section_count && gap > 0; j++) {
            const struct section *section = plan->sections[j];
            if (*section->code == '\0')
                continue; /* the plan has no sections */
            unsigned away = section_value_matches(section->value, wanted) ? 0
                            : section->value > wanted                     ? section->value - wanted
                                                                          : wanted - section->value;
            if (wanted > 0 && away < gap) {
                gap = away;
                nearest = section->code;
            }
            codes = memory_grow(codes, count + 1, &capacity, sizeof *codes);
            codes[count++] = section->code;
        }
    }
    int status = 0;
    if (gap > 0) {
        char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
        snprintf(hint, sizeof hint, "%s", _(": the plan has none"));
        if (count > 0) {
            codes[count] = NULL;
            suggest_among(hint, nearest != NULL ? nearest : condition->text, codes);
        }
        status = error_set(error, ERROR_USAGE, "no section «%s»%s",
                           text_quote_all(quoted, condition->text), hint);
    }
    free(codes);
    return status;
}

static bool in_section(const struct condition *condition, const struct task *task,
                       const struct progress *progress)
{
    (void)progress;
    return section_value_matches(task->section->value, (unsigned)condition->number);
}

/* The names in the plans' agency cells. Equal cells mostly share a pointer and are read once. */
struct agency_names {
    char **items; /* ends with NULL */
    size_t count, capacity;
    struct pointer_map cells;
};

static void add_names(struct agency_names *names, const char *cell)
{
    size_t *seen = pointer_map_at(&names->cells, cell);
    if (*seen != POINTER_MAP_NONE)
        return;
    *seen = 0;
    struct agency_walk walk = agency_walk_of(NULL, cell);
    while (agency_next(&walk)) {
        names->items =
            memory_grow(names->items, names->count, &names->capacity, sizeof *names->items);
        names->items[names->count++] = memory_copy(walk.name, walk.length);
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

static int read_agency(struct condition *condition, struct error *error)
{
    (void)condition;
    (void)error;
    return 0;
}

static int bind_agency(struct condition *condition, const struct query_scope *scope,
                       struct error *error)
{
    agency_pattern_init(&condition->agency, scope->agencies, condition->text);
    if (condition->agency.office != NULL || scope->checked)
        return 0;
    struct agency_names names;
    bool found = false;
    agency_names_init(&names, scope);
    for (char **name = names.items; *name != NULL && !found; name++)
        found = agency_pattern_matches_name(&condition->agency, *name, strlen(*name));
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (!found)
        error_set(error, ERROR_USAGE, "no agency «%s»%s", text_quote_all(quoted, condition->text),
                  suggest(hint, condition->text, (const char *const *)names.items));
    agency_names_release(&names);
    return found ? 0 : -1;
}

static bool is_led_by(const struct condition *condition, const struct task *task,
                      const struct progress *progress)
{
    (void)progress;
    return agency_pattern_matches(&condition->agency, task->text[TASK_LEAD]);
}

static bool is_coordinated_by(const struct condition *condition, const struct task *task,
                              const struct progress *progress)
{
    (void)progress;
    return agency_pattern_matches(&condition->agency, task->text[TASK_COORDINATING]);
}

static bool concerns_agency(const struct condition *condition, const struct task *task,
                            const struct progress *progress)
{
    return is_led_by(condition, task, progress) || is_coordinated_by(condition, task, progress);
}

int quarter_value(const char *text)
{
    if (*text == 'Q' || *text == 'q')
        text++;
    unsigned value = section_value(text);
    return value <= 4 ? (int)value : 0;
}

static int read_quarter(struct condition *condition, struct error *error)
{
    char quoted[TEXT_QUOTE_SIZE];
    condition->number = quarter_value(condition->text);
    if (condition->number > 0)
        return 0;
    return error_set(error, ERROR_USAGE, "no quarter «%s»: expected 1, 2, 3 or 4",
                     text_quote_all(quoted, condition->text));
}

static bool falls_due_in_quarter(const struct condition *condition, const struct task *task,
                                 const struct progress *progress)
{
    const struct schedule *schedule = progress_schedule(progress, task);
    for (unsigned i = 0; i < schedule->count; i++) {
        struct date due = schedule->milestones[i].due;
        if (date_is_set(due) && due.year == task->section->plan->year &&
            date_quarter(due) == (int)condition->number)
            return true;
    }
    return false;
}

/* Reads the condition's text as the index of one of the words. Returns -1 with an error if it is
 * none. */
__attribute__((format(printf, 2, 0))) static int read_word(struct condition *condition,
                                                           const char *format,
                                                           const char *const *words,
                                                           struct error *error)
{
    for (int i = 0; words[i] != NULL; i++)
        if (strcasecmp(words[i], condition->text) == 0) {
            condition->number = i;
            return 0;
        }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, format, text_quote_all(quoted, condition->text),
                     suggest_among(hint, condition->text, words));
}

static int read_schedule(struct condition *condition, struct error *error)
{
    return read_word(condition, N_("no schedule kind «%s»%s"), schedule_kind_names, error);
}

static bool has_schedule_kind(const struct condition *condition, const struct task *task,
                              const struct progress *progress)
{
    (void)progress;
    return task->schedule->kind == (enum schedule_kind)condition->number;
}

/* The meaning of each word of --status: a status, or a set of states. */
static const struct {
    enum task_status status; /* TASK_UNSET: see `states` */
    unsigned states;         /* bits of 1 << enum task_state */
} status_sets[] = {
    {TASK_NOT_STARTED, 0},
    {TASK_IN_PROGRESS, 0},
    {TASK_DONE, 0},
    {TASK_CANCELLED, 0},
    {TASK_UNSET, 1U << OPEN_IN_TIME | 1U << OPEN_OVERDUE | 1U << OPEN_NO_DUE},
    {TASK_UNSET, 1U << OPEN_OVERDUE},
    {TASK_UNSET, 1U << OPEN_IN_TIME},
    {TASK_UNSET, 1U << DONE_ON_TIME},
    {TASK_UNSET, 1U << DONE_LATE},
};
static const char *const status_words[] = {"not-started", "in-progress", "done",    "cancelled",
                                           "open",        "overdue",     "in-time", "on-time",
                                           "late",        NULL};
_Static_assert(sizeof status_words / sizeof *status_words ==
                   sizeof status_sets / sizeof *status_sets + 1,
               "each word has its set");

static int read_status(struct condition *condition, struct error *error)
{
    enum task_status status = task_status_find(condition->text);
    if (status != TASK_UNSET) { /* also in Vietnamese */
        free(condition->text);
        condition->text = memory_copy(task_status_names[status], strlen(task_status_names[status]));
    }
    return read_word(condition, N_("no status «%s»%s"), status_words, error);
}

bool condition_accepts_status(const struct condition *condition, enum task_status status,
                              enum task_state state)
{
    enum task_status wanted = status_sets[condition->number].status;
    if (wanted != TASK_UNSET)
        return status == wanted;
    return status_sets[condition->number].states >> state & 1;
}

static bool has_status(const struct condition *condition, const struct task *task,
                       const struct progress *progress)
{
    return condition_accepts_status(condition, progress_status(progress, task),
                                    progress_state(progress, task));
}

static const struct {
    enum query_operator op;
    int64_t number;
} budget_sets[] = {
    {QUERY_ABOVE, 0}, {QUERY_EQUAL, 0}, {QUERY_IS, BUDGET_UNSPECIFIED}, {QUERY_IS, BUDGET_MISSING}};
static const char *const budget_words[] = {"funded", "none", "unspecified", "missing", NULL};
_Static_assert(sizeof budget_words / sizeof *budget_words ==
                   sizeof budget_sets / sizeof *budget_sets + 1,
               "a word for each set");

static int read_amount(struct condition *condition, const char *figure, struct error *error)
{
    struct money_rules rules = {.unit = MONEY_MILLION};
    char quoted[TEXT_QUOTE_SIZE];
    struct error reason;
    if (money_parse(figure, rules, &condition->number, &reason) == 0)
        return 0;
    return error_set(error, ERROR_USAGE, "budget «%s»: %s", text_quote_all(quoted, condition->text),
                     reason.text);
}

static int read_budget(struct condition *condition, struct error *error)
{
    static const struct {
        const char *sign;
        enum query_operator op;
    } signs[] = {{">=", QUERY_AT_LEAST},
                 {"<=", QUERY_AT_MOST},
                 {">", QUERY_ABOVE},
                 {"<", QUERY_BELOW},
                 {"=", QUERY_EQUAL}};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i].sign);
        if (strncmp(condition->text, signs[i].sign, length) != 0)
            continue;
        condition->op = signs[i].op;
        return read_amount(condition, condition->text + length, error);
    }
    if (read_word(condition, N_("no budget «%s»%s"), budget_words, error) != 0)
        return -1;
    condition->op = budget_sets[condition->number].op;
    condition->number = budget_sets[condition->number].number;
    return 0;
}

static bool has_budget(const struct condition *condition, const struct task *task,
                       const struct progress *progress)
{
    (void)progress;
    const struct budget *budget = &task->budget;
    if (condition->op == QUERY_IS)
        return (int64_t)budget->kind == condition->number;
    if (budget->kind != BUDGET_AMOUNT)
        return false;
    switch (condition->op) {
    case QUERY_BELOW:
        return budget->vnd < condition->number;
    case QUERY_AT_MOST:
        return budget->vnd <= condition->number;
    case QUERY_AT_LEAST:
        return budget->vnd >= condition->number;
    case QUERY_ABOVE:
        return budget->vnd > condition->number;
    case QUERY_EQUAL:
    case QUERY_IS:
    case QUERY_CONTAINS:
        break;
    }
    return budget->vnd == condition->number;
}

static int read_text(struct condition *condition, struct error *error)
{
    struct strbuf needle = {0};
    (void)error;
    text_add_nfc(&needle, condition->text, strlen(condition->text));
    free(condition->text);
    condition->text = strbuf_detach(&needle);
    condition->op = QUERY_CONTAINS;
    return 0;
}

static bool says(const struct condition *condition, const struct task *task,
                 const struct progress *progress)
{
    (void)progress;
    (void)progress;
    for (int i = 0; i < TASK_FIELDS; i++)
        if (task->text[i] != NULL && text_contains(task->text[i], condition->text))
            return true;
    for (size_t i = 0; i < task->extra->count; i++) {
        const char *cell = task->extra->cells[i];
        if (cell != NULL && text_contains(cell, condition->text))
            return true;
    }
    return false;
}

enum { AGENCIES = 1U << TASK_LEAD | 1U << TASK_COORDINATING, ALL_CELLS = (1U << TASK_FIELDS) - 1 };

const struct filter filters[QUERY_FIELDS] = {
    [QUERY_SECTION] = {0, NULL, read_section, bind_section, in_section},
    [QUERY_LEAD] = {AGENCIES, NULL, read_agency, bind_agency, is_led_by},
    [QUERY_COORDINATING] = {AGENCIES, NULL, read_agency, bind_agency, is_coordinated_by},
    [QUERY_AGENCY] = {AGENCIES, NULL, read_agency, bind_agency, concerns_agency},
    [QUERY_QUARTER] = {1U << TASK_SCHEDULE, NULL, read_quarter, NULL, falls_due_in_quarter},
    [QUERY_SCHEDULE] = {1U << TASK_SCHEDULE, schedule_kind_names, read_schedule, NULL,
                        has_schedule_kind},
    [QUERY_STATUS] = {0, status_words, read_status, NULL, has_status},
    [QUERY_BUDGET] = {0, budget_words, read_budget, NULL, has_budget},
    [QUERY_TEXT] = {ALL_CELLS, NULL, read_text, NULL, says},
};
