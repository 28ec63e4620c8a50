// SPDX-License-Identifier: MIT
/* The rules that a document is checked by, one per row of a table. They look at a plan as it was
 * read, change nothing, and add what they find to a finding_list. */
#ifndef PLAN_CHECK_CHECK_H
#define PLAN_CHECK_CHECK_H

#include "plan/agency.h"
#include "plan/check/finding.h"
#include "plan/progress/journal.h"

#include <stdint.h>

struct check;
typedef void check_function(struct check *check);

struct check_rule {
    const char *name;
    enum severity severity;
    const char *explanation; /* one line, for `check --rules` */
    check_function *run;
    enum task_field field; /* for rules about missing cells: the cell */
};
extern const struct check_rule check_rules[];
extern const size_t check_rule_count;

/* A set of rules: the bit 1 << index of each. */
typedef uint32_t check_rule_set;

/* Adds a rule to a set. Returns 0, or -1 with an ERROR_USAGE that suggests the nearest name. */
int check_rule_set_add(check_rule_set *set, const char *name, struct error *error);

/*
 * Appends the findings of all rules except the ignored ones, in the document's order. `journal` may
 * be NULL; `as_of` may be unset, then rules about an ended year find nothing. A finding's location
 * has its cell if the plan was read with keep_locations, otherwise only its line.
 */
void check_plan(struct finding_list *findings, const struct plan *plan,
                const struct agency_table *agencies, const struct journal *journal,
                struct date as_of, check_rule_set ignored);

/* Returns how many groups, and totals in the table, have another amount than the sum of their
 * tasks, by the rule `subtotal`; 0 for a list. */
size_t check_count_subtotals(const struct plan *plan);

#endif
