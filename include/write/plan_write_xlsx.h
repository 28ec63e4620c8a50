// SPDX-License-Identifier: MIT
/*
 * A plan as an Excel file: its official table, as it is signed, with Vietnamese headings; how its
 * sections stand, with charts; and its tasks' progress, with real dates. The first sheet alone has
 * a plan's header, so that what is written loads again equal; the others follow the language.
 */
#ifndef WRITE_PLAN_WRITE_XLSX_H
#define WRITE_PLAN_WRITE_XLSX_H

#include "base/lang.h"
#include "plan/query/query.h"
#include "write/book.h"

/* Which tasks of which plan, as they stand, and in which language. */
struct plan_extract {
    const struct plan *plan;
    const struct query *query;
    const struct progress *progress;
    enum lang lang;
};

/*
 * Writes the tasks that the query matches, as write/plan_write.h does. Returns 0, or -1 with
 * `error`; whether the stream took it, the caller checks.
 */
int plan_write_xlsx(const struct plan_extract *extract, FILE *out, struct error *error);

/* Adds the sheets of numbers and of progress; 0, or -1 where a sum is too large. */
int plan_book_add_status(struct book *book, const struct plan_extract *extract,
                         struct error *error);
void plan_book_add_progress(struct book *book, const struct plan_extract *extract);

#endif
