// SPDX-License-Identifier: MIT
/* Faults of a document. Findings are data, never errors. */
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
    enum severity severity; /* of the rule, or a milder one */
    const struct plan *plan;
    const struct section *section; /* NULL for the footer and for the whole plan */
    const struct task *task;       /* NULL if it is about no task */
    const char *path;              /* of a journal; NULL: the plan's file */
    struct location location;      /* at least a line; the cell if locations were kept */
    char *message;                 /* what is wrong, and what may be right; owned */
    size_t order;                  /* among all findings */
};

/* A zeroed list is empty. It borrows the plans. */
struct finding_list {
    struct finding *items;
    size_t count, capacity;
    size_t severity_count[SEVERITIES];
};

/* Returns the path of the file that the finding is in. */
const char *finding_path(const struct finding *finding);

void finding_list_release(struct finding_list *list);

/* Adds a finding, and takes over the message. */
void finding_list_add(struct finding_list *list, struct finding finding, char *message);

/* Moves all findings of `other` to the end of the list. */
void finding_list_join(struct finding_list *list, struct finding_list *other);

/* Sorts the findings from `first` on by their location in the document. */
void finding_list_sort(struct finding_list *list, size_t first);

/* Appends the id that a finding is about: «III.2» of a task, «III» of a section. `with_plan` puts
 * the plan's id before it; a finding about neither then has the plan's id alone. */
void finding_add_id(struct strbuf *out, const struct finding *finding, bool with_plan);

#endif
