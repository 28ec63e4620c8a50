// SPDX-License-Identifier: MIT
/*
 * The changes of an adjusted plan, task by task. plan/diff/plan_match.h finds which task is which;
 * then a task's id and each of its cells are compared separately:
 *
 *   id                CHANGE_MOVED to another section, or out of order within its section;
 *                     CHANGE_RENUMBERED if only others were added, removed or moved before it
 *   title, output     CHANGE_REWORDED
 *   lead,             CHANGE_REASSIGNED; _REWORDED if the offices are the same, in another
 *   coordinating      order or under other names (plan/agency.h)
 *   schedule          CHANGE_RESCHEDULED; _REWORDED if other words mean the same times («Quý 3»,
 *                     «Quý III»)
 *   budget            none if the amounts are equal («1.000», «1000»); CHANGE_REBUDGETED;
 *                     _REWORDED if words instead of an amount differ only by case or marks
 *   unknown columns   CHANGE_REWORDED
 *
 * Texts are compared by words: white space does not matter. Schedules of both plans are read in the
 * same year, the new plan's if it has one, so that plans of two years differ only where their words
 * do; the year itself is then one change (_RESCHEDULED) of no task. Sections that are added,
 * removed, renumbered or retitled are changes too. Lines above and below the table are not
 * compared.
 */
#ifndef PLAN_DIFF_DIFF_H
#define PLAN_DIFF_DIFF_H

#include "plan/agency.h"
#include "plan/plan.h"
#include "plan/summary/summary.h"

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

/* The kinds in machine formats: "added", "removed" … */
extern const char *const change_kind_names[CHANGE_KINDS];

struct change {
    enum change_kind kind;
    const struct task *old_task, *new_task;          /* NULL on the side that has none */
    const struct section *old_section, *new_section; /* for a change of a section, else NULL */
    const char *field; /* "id", a column's name, "section_title", "year"; NULL: the whole task */
    const char *old_text, *new_text; /* the id, the cell or the added title; NULL if blank */
    bool alone;                      /* the only change of its task */
    size_t order;                    /* among all changes */
};

/*
 * The changes of the plan itself, then those of each section, by the new plan's numbers (the old
 * one's for removed ones); tasks that are only renumbered come last. Borrows both plans. A zeroed
 * diff is empty.
 */
struct diff {
    struct change *items;
    size_t count, capacity;
    size_t counts[CHANGE_KINDS];
    struct summary before, after; /* of all tasks */
    struct arena arena;           /* for texts that are in neither plan */
};

/*
 * Fills a zeroed diff. Returns 0, or -1 with an ERROR_DATA if the budgets do not fit a sum. With
 * `years_apart`, the plans are of two known years: then the year, and words and times that differ
 * only by it, are no change.
 */
int diff_run(struct diff *diff, const struct plan *old, const struct plan *new,
             const struct agency_table *agencies, bool years_apart, struct error *error);
void diff_release(struct diff *diff);

/*
 * Sets `vnd` to the change's amount in the old or new total. Returns false if there is no amount on
 * that side, or the change is not about money. Over all changes, new minus old is the difference of
 * the totals.
 */
bool change_old_vnd(const struct change *change, int64_t *vnd);
bool change_new_vnd(const struct change *change, int64_t *vnd);

/* Returns the task in the new plan, or the old one if it was removed; NULL if the change has no
 * task. */
const struct task *change_task(const struct change *change);

/* Returns the section of the change, or of its task; NULL if it is about the whole plan. */
const struct section *change_section(const struct change *change);

/* Compares by value: the plan first, then each section, followed by its tasks. */
int change_compare_positions(const struct change *a, const struct change *b);

/* Returns whether a task has another number but is otherwise unchanged. */
bool change_is_only_renumbered(const struct change *change);

/*
 * Append the old or new id of what has changed: «III.2», a section's «III», nothing for the plan.
 */
void change_add_old_id(struct strbuf *out, const struct change *change);
void change_add_new_id(struct strbuf *out, const struct change *change);

#endif
