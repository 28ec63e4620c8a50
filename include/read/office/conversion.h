// SPDX-License-Identifier: MIT
/*
 * Old and other office files (.xls, .doc, .ods, .odt, .rtf), told by what is in them, are turned
 * into .xlsx or .docx by LibreOffice (base/libreoffice.h), if it is installed.
 */
#ifndef READ_OFFICE_CONVERSION_H
#define READ_OFFICE_CONVERSION_H

#include "base/error.h"
#include "read/source.h"

#include <stdbool.h>

/* Returns whether a source that source_load has filled is such a file. */
bool conversion_is_needed(const struct source *source);

/*
 * Puts what LibreOffice makes of the source in its place; its path stays. Where the program is not
 * installed the source stays as it is: its reader refuses it and says what to do. Returns 0, or -1
 * with the reason in `errors`.
 */
int conversion_run(struct source *source, struct error_list *errors);

#endif
