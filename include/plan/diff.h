// SPDX-License-Identifier: MIT
/*
 * What an adjusted plan changes, task by task. Which task is which, plan/plan_match.h says; a
 * task's number and each of its cells are then compared on their own:
 *
 *   section, number   CHANGE_MOVED where either has another value (III.2 → III.3, not III → 3)
 *   title             CHANGE_REWORDED
 *   lead,             CHANGE_REASSIGNED; _REWORDED where the offices are the same, under other
 *   coordinating      names (plan/agency.h) or with another separator
 *   schedule          CHANGE_RESCHEDULED; _REWORDED where other words say the same times («Quý 3»,
 *                     «Quý III»), or the same words are spelled otherwise
 *   budget            none where the amounts are equal («1.000», «1000»; «5» triệu, «5 triệu») or
 *                     both are blank; else CHANGE_REBUDGETED, or _REWORDED as above
 *   output, and the   CHANGE_CHANGED
 *   unknown columns
 *
 * Words are compared: white space is no change. Schedules are read as of one year, the new plan's
 * where it has one, so that plans of two years differ only where their words do; the year itself
 * is then one change, of no task. Sections that come, go, move or have another title are changes
 * too. What stands above, below or in a section's row beside the title is not compared.
 */
#ifndef PLAN_DIFF_H
#define PLAN_DIFF_H

#include "plan/agency.h"
#include "plan/plan.h"
#include "plan/tally.h"

enum change_kind {
    CHANGE_ADDED,
    CHANGE_REMOVED,
    CHANGE_MOVED,
    CHANGE_REWORDED,
    CHANGE_RESCHEDULED,
    CHANGE_REBUDGETED,
    CHANGE_REASSIGNED,
    CHANGE_CHANGED,
    CHANGE_KINDS
};

/* "added", "removed" …: what machine formats say. */
extern const char *const change_kind_names[CHANGE_KINDS];

struct change {
    enum change_kind kind;
    const struct task *old_task, *new_task;          /* NULL on the side that has none */
    const struct section *old_section, *new_section; /* of a section's change, else NULL */
    const char *field; /* a cell's column, "section_title", "year"; NULL: the whole task */
    const char *old_text, *new_text; /* the cell's words or the task's title; NULL where blank */
    size_t order;                    /* among those of its task */
};

/*
 * By kind, then the plan's own changes, the sections' and the tasks', by value. Borrows from both
 * plans. Zeroed is empty.
 */
struct diff {
    struct change *items;
    size_t count, capacity;
    size_t counts[CHANGE_KINDS];
    struct tally before, after; /* of all tasks */
    bool summed;                /* false where the budgets of a plan do not fit a sum */
    char years[2][16];          /* the texts of a change of year */
};

/* Fills a zeroed diff. The same plans always give the same changes, in the same order. */
void diff_run(struct diff *diff, const struct plan *old, const struct plan *new,
              const struct agency_table *agencies);
void diff_release(struct diff *diff);

/* How a task's budget counts in a change: false where there is no amount on that side. */
bool change_old_vnd(const struct change *change, int64_t *vnd);
bool change_new_vnd(const struct change *change, int64_t *vnd);

/* «III.2», or a section's «III»; nothing on a side that has neither. */
void change_add_old_id(struct strbuf *out, const struct change *change);
void change_add_new_id(struct strbuf *out, const struct change *change);

#endif
