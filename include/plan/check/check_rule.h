// SPDX-License-Identifier: MIT
/*
 * What the rules of plan/check/check.h are given: they walk the plan's sections and tasks in the
 * document's order and call check_add for each thing that is wrong.
 */
#ifndef PLAN_CHECK_CHECK_RULE_H
#define PLAN_CHECK_CHECK_RULE_H

#include "plan/check/check.h"

/* One plan under one rule. */
struct check {
    const struct plan *plan;
    const struct agency_table *agencies;
    const struct journal *journal; /* NULL for none */
    struct date as_of;             /* unset: whether the plan's year is over is not known */
    const struct check_rule *rule;
    const struct task **parents; /* by task: the one it is a sub-item of, NULL for none */
    struct finding_list *findings;
};

/* Where a finding stands: a cell (TASK_FIELDS: the number), a section's title, a declared total. */
struct finding at_task(const struct task *task, enum task_field field);
struct finding at_section(const struct section *section);
struct finding at_place(struct place place);

/* Adds a finding of the running rule, in its severity. */
void check_add(struct check *check, struct finding at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Appends «line 12», or a sheet's «Plan!C12». */
void check_add_place(struct strbuf *out, const struct place *place);

#endif
