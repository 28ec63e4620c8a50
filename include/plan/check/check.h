// SPDX-License-Identifier: MIT
/*
 * The rules that a document is checked by, a row of a table each. They look
 * at a plan as it was read and change nothing; what they find goes into a finding_list.
 */
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
    enum task_field field; /* that the rules of missing cells look at */
};
extern const struct check_rule check_rules[];
extern const size_t check_rule_count;

/* A set of rules: the bit 1 << index of each. */
typedef uint32_t check_rule_set;

/* Adds one rule to a set; a name that none has is an ERROR_USAGE that names the nearest. */
int check_rule_set_add(check_rule_set *set, const char *name, struct error *error);

/*
 * Appends what every rule but the ignored ones finds in a plan and its journal (NULL for none), as
 * of a day (unset: on none), in the document's order. Places name the cells where the plan was read
 * with keep_places, else only lines.
 */
void check_plan(struct finding_list *findings, const struct plan *plan,
                const struct agency_table *agencies, const struct journal *journal,
                struct date as_of, check_rule_set ignored);

/*
 * Returns how many groups, and totals in its table, have another amount than their tasks make, by
 * the rule `subtotal`; 0 for a plan that is a list.
 */
size_t check_count_subtotals(const struct plan *plan);

#endif
