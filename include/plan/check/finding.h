// SPDX-License-Identifier: MIT
/* What is wrong with a document: findings are data, never errors. */
#ifndef PLAN_CHECK_FINDING_H
#define PLAN_CHECK_FINDING_H

#include "base/error.h"
#include "base/strbuf.h"
#include "plan/plan.h"

#include <stddef.h>

/* The gravest first. */
enum severity { SEVERITY_ERROR, SEVERITY_WARNING, SEVERITY_NOTE, SEVERITIES };
_Static_assert(SEVERITY_ERROR < SEVERITY_WARNING && SEVERITY_WARNING < SEVERITY_NOTE,
               "a threshold takes what is as grave or graver");

/* "error", "warning", "note", then NULL. */
extern const char *const severity_names[SEVERITIES + 1];

struct check_rule;

struct finding {
    const struct check_rule *rule;
    enum severity severity; /* the rule's own, but for what could not even be read */
    const struct plan *plan;
    const struct section *section; /* NULL for the footer and what concerns the whole plan */
    const struct task *task;       /* NULL where it is none's */
    const char *path;              /* of a journal; NULL: it stands in the plan's file */
    struct place place;            /* a line at least, and the cell's where places were kept */
    char *message;                 /* what stands there, and where it helps what may be right */
    size_t order;                  /* among those found */
};

/* Zeroed is empty. It borrows the plans. */
struct finding_list {
    struct finding *items;
    size_t count, capacity;
    size_t severity_count[SEVERITIES];
};

/* Of the file that it stands in. */
const char *finding_path(const struct finding *finding);

void finding_list_release(struct finding_list *list);

/* Adds a finding; takes over the message. */
void finding_list_add(struct finding_list *list, struct finding finding, char *message);

/* Moves the other list's findings behind those of the list; the other is then empty. */
void finding_list_join(struct finding_list *list, struct finding_list *other);

/* Orders those from `first` on as they stand in their document. */
void finding_list_sort(struct finding_list *list, size_t first);

/*
 * Writes a finding's id: a task's «III.2», a section's «III»; with its plan before it where asked,
 * and what is neither's then has the plan alone.
 */
void finding_add_id(struct strbuf *out, const struct finding *finding, bool with_plan);

#endif
