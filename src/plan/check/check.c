// SPDX-License-Identifier: MIT
#include "plan/check/check.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/pointer_map.h"
#include "base/suggest.h"
#include "base/text.h"
#include "plan/check/check_rule.h"
#include "plan/tree.h"

#include <stdlib.h>
#include <string.h>

/* Defined in check_totals.c, check_cells.c, check_money.c, check_columns.c, check_order.c,
 * check_duplicate.c, check_style.c, check_progress.c and check_target.c. */
check_function check_declared_count, check_declared_budget, check_subtotal, check_missing,
    check_budget_unspecified, check_section_title, check_schedule_unknown, check_budget_magnitude,
    check_budget_sources, check_unit_missing, check_column_unread, check_section_order,
    check_numbering, check_duplicate, check_schedule_style, check_agency_style, check_progress_task,
    check_target_unmeasured;

const struct check_rule check_rules[] = {
    {"declared-count", SEVERITY_ERROR, N_("the footer declares another number of tasks"),
     check_declared_count, 0},
    {"declared-budget", SEVERITY_ERROR, N_("the footer declares another sum than the cells have"),
     check_declared_budget, 0},
    {"subtotal", SEVERITY_ERROR,
     N_("a group, or a total in the table, has another amount than its tasks make"), check_subtotal,
     0},
    {"budget-missing", SEVERITY_WARNING, N_("a task's budget is blank"), check_missing,
     TASK_BUDGET},
    {"budget-unspecified", SEVERITY_WARNING, N_("a task's budget is words"),
     check_budget_unspecified, 0},
    {"budget-magnitude", SEVERITY_WARNING,
     N_("an amount is a thousand times those beside it: its unit may be another"),
     check_budget_magnitude, 0},
    {"budget-sources", SEVERITY_ERROR,
     N_("amounts by source of money do not add up to their total"), check_budget_sources, 0},
    {"unit-missing", SEVERITY_WARNING,
     N_("no unit of money is stated: bare figures are taken for million đồng"), check_unit_missing,
     0},
    {"column-unread", SEVERITY_NOTE,
     N_("a column's heading does not tell what it is: it is kept as it stands"),
     check_column_unread, 0},
    {"section-title", SEVERITY_WARNING, N_("a section has no title"), check_section_title, 0},
    {"section-order", SEVERITY_ERROR, N_("sections are out of order or one is missing"),
     check_section_order, 0},
    {"numbering", SEVERITY_ERROR,
     N_("a section's task numbers have a gap, start again or are out of order"), check_numbering,
     0},
    {"duplicate", SEVERITY_ERROR, N_("a number or a title stands twice in a section"),
     check_duplicate, 0},
    {"title-missing", SEVERITY_WARNING, N_("a task has no title"), check_missing, TASK_TITLE},
    {"output-missing", SEVERITY_WARNING, N_("a task has no output"), check_missing, TASK_OUTPUT},
    {"lead-missing", SEVERITY_WARNING, N_("a task has no lead agency"), check_missing, TASK_LEAD},
    {"schedule-missing", SEVERITY_WARNING, N_("a task has no schedule"), check_missing,
     TASK_SCHEDULE},
    {"schedule-unknown", SEVERITY_WARNING, N_("a schedule's words are not understood"),
     check_schedule_unknown, 0},
    {"schedule-style", SEVERITY_NOTE, N_("one time is written in several ways"),
     check_schedule_style, 0},
    {"agency-style", SEVERITY_NOTE, N_("one agency stands under several names"), check_agency_style,
     0},
    {"progress-task", SEVERITY_ERROR,
     N_("an entry of the journal is of a task the plan does not have"), check_progress_task, 0},
    {"target-unmeasured", SEVERITY_NOTE,
     N_("the plan's year is over and nothing was measured of a target"), check_target_unmeasured,
     0},
};
enum { RULE_COUNT = sizeof check_rules / sizeof *check_rules };
_Static_assert(RULE_COUNT <= 8 * sizeof(check_rule_set), "each rule has a bit in a set");
const size_t check_rule_count = RULE_COUNT;

int check_rule_set_add(check_rule_set *set, const char *name, struct error *error)
{
    const char *names[RULE_COUNT + 1] = {NULL};
    for (size_t i = 0; i < RULE_COUNT; i++) {
        names[i] = check_rules[i].name;
        if (strcmp(names[i], name) != 0)
            continue;
        *set |= (check_rule_set)1 << i;
        return 0;
    }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    return error_set(error, ERROR_USAGE, "no rule «%s»%s", text_quote(quoted, name, strlen(name)),
                     suggest(hint, name, names));
}

struct finding at_task(const struct task *task, enum task_field field)
{
    struct finding at = {.section = task->section, .task = task, .location = {.line = task->line}};
    if (task->extra->locations != NULL)
        at.location = task->extra->locations[field];
    return at;
}

struct finding at_section(const struct section *section)
{
    struct finding at = {.section = section, .location = section->locations->title};
    if (at.location.line == 0 && at.location.cell[0] == '\0')
        at.location.line = section->line;
    return at;
}

struct finding at_location(struct location location)
{
    return (struct finding){.location = location};
}

void check_add(struct check *check, struct finding at, const char *format, ...)
{
    struct strbuf text = {0};
    va_list arguments;
    va_start(arguments, format);
    strbuf_vaddf(&text, message(format), arguments);
    va_end(arguments);
    at.rule = check->rule;
    at.severity = at.severity > check->rule->severity ? at.severity : check->rule->severity;
    at.plan = check->plan;
    finding_list_add(check->findings, at, strbuf_detach(&text));
}

void check_add_location(struct strbuf *out, const struct location *location)
{
    if (location->cell[0] != '\0')
        strbuf_adds(out, location->cell);
    else
        strbuf_addf(out, _("line %zu"), location->line);
}

static bool is_under(const struct task *task, const struct task *top)
{
    size_t length = strlen(top->number);
    return strncmp(task->number, top->number, length) == 0 && task->number[length] == '.';
}

/* In a list, a sub-item belongs to the last task before it in its section that is not one, and
 * begins with that task's number. */
static const struct task **find_parents(const struct plan *plan)
{
    const struct task **parents = memory_alloc(plan->task_count * sizeof *parents);
    struct pointer_map tops = {0};
    for (size_t i = 0; i < plan->task_count; i++) {
        const struct task *task = plan->tasks[i], *group = row_group(task);
        size_t *top = pointer_map_at(&tops, task->section);
        parents[i] = group != NULL && group != task->section->row ? group : NULL;
        if (task->tree != NULL)
            continue;
        if (*top != POINTER_MAP_NONE && is_under(task, plan->tasks[*top]))
            parents[i] = plan->tasks[*top];
        else
            *top = i;
    }
    pointer_map_release(&tops);
    return parents;
}

void check_plan(struct finding_list *findings, const struct plan *plan,
                const struct agency_table *agencies, const struct journal *journal,
                struct date as_of, check_rule_set ignored)
{
    struct check check = {.plan = plan,
                          .agencies = agencies,
                          .journal = journal,
                          .as_of = as_of,
                          .findings = findings};
    size_t first = findings->count;
    check.parents = find_parents(plan);
    for (size_t i = 0; i < RULE_COUNT; i++) {
        check.rule = &check_rules[i];
        if ((ignored & ((check_rule_set)1 << i)) == 0)
            check.rule->run(&check);
    }
    free(check.parents);
    finding_list_sort(findings, first);
}

size_t check_count_subtotals(const struct plan *plan)
{
    struct finding_list findings = {0};
    if (plan->row_count == 0)
        return 0;
    for (size_t i = 0; i < RULE_COUNT; i++)
        if (check_rules[i].run == check_subtotal)
            check_plan(&findings, plan, NULL, NULL, (struct date){0}, ~((check_rule_set)1 << i));
    size_t count = findings.count;
    finding_list_release(&findings);
    return count;
}
