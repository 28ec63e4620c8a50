// SPDX-License-Identifier: MIT
/* A plan as a page to be read: its numbers, its charts and its whole table. */
#ifndef VIEW_DOCUMENT_PLAN_PAGE_H
#define VIEW_DOCUMENT_PLAN_PAGE_H

#include "plan/summary/summary.h"
#include "view/document/document.h"

struct plan_page {
    const struct plan *plan; /* its year must be known */
    const struct task_list *tasks;
    const struct summary_list *sections; /* the tasks by section */
    const struct progress *progress;
    bool part; /* not all of its tasks: what it declares is not said */
};

/* Writes the page; -1 with an error if a sum does not fit. */
int plan_page_write(struct document *document, const struct plan_page *page, struct error *error);

#endif
