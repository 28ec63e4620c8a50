// SPDX-License-Identifier: MIT
/* The office that sends documents: `[office]` in the settings. Unset texts are NULL. */
#ifndef PLAN_OFFICE_H
#define PLAN_OFFICE_H

#include "base/arena.h"
#include "base/strbuf.h"

#include <stddef.h>

/* The office's own document, with placeholders to fill in (view/document/docx_template.h). */
struct office_form {
    const char *path;
    const char *bytes;
    size_t length;
};

struct office {
    const char *name, *superior; /* «SỞ NỘI VỤ», «UBND TỈNH CÀ MAU» */
    const char *place;           /* where documents are signed: «Cà Mau» */
    const char *position;        /* the signer's position: «GIÁM ĐỐC» */
    const char *signer;
    const char *addressee;          /* of a report: «Sở Nội vụ» */
    const char *recipients;         /* who else gets it, separated by `;` */
    const char *symbol;             /* after the kind in a document's number: «SNV» */
    const struct office_form *form; /* of a report; NULL: the form of the Decree */
};

/* office_names are the names of the texts in the settings, ending with NULL. office_field returns
 * the text with a name, or NULL. */
extern const char *const office_names[];
const char **office_field(struct office *office, const char *name);

/* Sets the office's unset texts from `from`. */
void office_fill(struct office *office, const struct office *from);

/* Writes what is said of an office as lines KEY=VALUE, and reads them; texts live in the arena. */
void office_lines_add(struct strbuf *out, const struct office *office);
void office_lines_read(struct office *office, const char *lines, struct arena *arena);

#endif
