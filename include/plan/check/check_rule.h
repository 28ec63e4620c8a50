// SPDX-License-Identifier: MIT
/* The interface of the rules in plan/check/check.h. A rule walks a plan's sections and tasks in the
 * document's order and calls check_add for each fault. */
#ifndef PLAN_CHECK_CHECK_RULE_H
#define PLAN_CHECK_CHECK_RULE_H

#include "plan/check/check.h"

/* One rule applied to one plan. */
struct check {
    const struct plan *plan;
    const struct agency_table *agencies;
    const struct journal *journal; /* may be NULL */
    struct date as_of;             /* unset: it is unknown whether the plan's year is over */
    const struct check_rule *rule;
    const struct task *
        *parents; /* by task index: the task or group row that it is below, or NULL */
    struct finding_list *findings;
};

/* Return a finding at a cell (TASK_FIELDS: the number), a section's title, or a location such as a
 * declared total's. */
struct finding at_task(const struct task *task, enum task_field field);
struct finding at_section(const struct section *section);
struct finding at_location(struct location location);

/* Adds a finding of the running rule, with the severity of the rule or the milder one in `at`. */
void check_add(struct check *check, struct finding at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Appends «line 12», or a sheet's «Plan!C12». */
void check_add_location(struct strbuf *out, const struct location *location);

#endif
