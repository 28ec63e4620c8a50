// SPDX-License-Identifier: MIT
/*
 * What an adjusted plan changes, task by task. Which task is which, plan/diff/plan_match.h says; a
 * task's id and each of its cells are then compared on their own:
 *
 *   id                CHANGE_MOVED to another section or out of its order in the section;
 *                     CHANGE_RENUMBERED where only others came, went or moved before it
 *   title, output     CHANGE_REWORDED
 *   lead,             CHANGE_REASSIGNED; _REWORDED where the offices are the same, in another
 *   coordinating      order or under other names (plan/agency.h)
 *   schedule          CHANGE_RESCHEDULED; _REWORDED where other words say the same times («Quý 3»,
 *                     «Quý III»)
 *   budget            none where the amounts are equal («1.000», «1000»); CHANGE_REBUDGETED;
 *                     _REWORDED where words in its place differ by case or marks alone
 *   unknown columns   CHANGE_REWORDED
 *
 * Words are compared: white space is no change. Schedules are read in one year, the new plan's
 * where it has one, so that plans of two years differ only where their words do; the year itself
 * is then one change (_RESCHEDULED) of no task. Sections that come, go, have another number or
 * another title are changes too. What stands above or below the table is not compared.
 */
#ifndef PLAN_DIFF_DIFF_H
#define PLAN_DIFF_DIFF_H

#include "plan/agency.h"
#include "plan/plan.h"
#include "plan/summary/tally.h"

enum change_kind {
    CHANGE_ADDED,
    CHANGE_REMOVED,
    CHANGE_MOVED,
    CHANGE_RENUMBERED,
    CHANGE_REWORDED,
    CHANGE_RESCHEDULED,
    CHANGE_REBUDGETED,
    CHANGE_REASSIGNED,
    CHANGE_KINDS
};

/* "added", "removed" …: what machine formats say. */
extern const char *const change_kind_names[CHANGE_KINDS];

struct change {
    enum change_kind kind;
    const struct task *old_task, *new_task;          /* NULL on the side that has none */
    const struct section *old_section, *new_section; /* of a section's change, else NULL */
    const char *field; /* "id", a column's name, "section_title", "year"; NULL: the whole task */
    const char *old_text, *new_text; /* the id, the cell or the added title; NULL where blank */
    bool alone;                      /* nothing else of the task has changed */
    size_t order;                    /* among those found */
};

/*
 * The plan's own change, then section by section, in the new plan's numbers (the old ones for what
 * is removed); tasks that are only renumbered come last. Borrows from both plans. Zeroed is empty.
 */
struct diff {
    struct change *items;
    size_t count, capacity;
    size_t counts[CHANGE_KINDS];
    struct tally before, after; /* of all tasks */
    struct arena arena;         /* of the texts that no plan has */
};

/*
 * Fills a zeroed diff; budgets that do not fit a sum are an ERROR_DATA. Of plans of two years
 * (`years_apart`), which know theirs, the year itself is no change, in words and times neither.
 */
int diff_run(struct diff *diff, const struct plan *old, const struct plan *new,
             const struct agency_table *agencies, bool years_apart, struct error *error);
void diff_release(struct diff *diff);

/*
 * How a change counts in the totals: false where there is no amount on that side, or the change is
 * none of money. Over all changes, new less old is the difference of the totals.
 */
bool change_old_vnd(const struct change *change, int64_t *vnd);
bool change_new_vnd(const struct change *change, int64_t *vnd);

/* The task in the new plan, of a removed one in the old; NULL where the change is of none. */
const struct task *change_task(const struct change *change);

/* The same of the section, a task's included; NULL where the change is the whole plan's. */
const struct section *change_section(const struct change *change);

/* By value: the plan, then each section and after it its tasks. */
int change_compare_places(const struct change *a, const struct change *b);

/* Whether a task has another number and is else the same. */
bool change_is_only_renumbered(const struct change *change);

/* Of what has changed: «III.2», a section's «III», nothing where it is the plan. */
void change_add_old_id(struct strbuf *out, const struct change *change);
void change_add_new_id(struct strbuf *out, const struct change *change);

#endif
