// SPDX-License-Identifier: MIT
/* Text that people read and that is no table: Markdown, HTML, a calendar, a mail, a PDF. */
#ifndef READ_FOREIGN_H
#define READ_FOREIGN_H

#include "base/error.h"
#include "read/source.h"

/*
 * Returns 0 for text that may be a plan; for text that surely is of one of these kinds -1, with an
 * error that says which and what is expected instead.
 */
int foreign_refuse(const struct source *source, struct error_list *errors);

#endif
