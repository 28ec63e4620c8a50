// SPDX-License-Identifier: MIT
/* The office that sends documents: `[office]` in the settings. What is not said is NULL. */
#ifndef PLAN_OFFICE_H
#define PLAN_OFFICE_H

#include "base/arena.h"
#include "base/strbuf.h"

#include <stddef.h>

/* A document of the office's own, with places to fill in (view/document/docx_template.h). */
struct office_form {
    const char *path;
    const char *bytes;
    size_t length;
};

struct office {
    const char *name, *superior; /* «SỞ NỘI VỤ», «UBND TỈNH CÀ MAU» */
    const char *place;           /* where it signs: «Cà Mau» */
    const char *position;        /* the signer's: «GIÁM ĐỐC» */
    const char *signer;
    const char *addressee;          /* of a report: «Sở Nội vụ» */
    const char *recipients;         /* who else gets it, `;` between them */
    const char *symbol;             /* behind a document's kind: «SNV» */
    const struct office_form *form; /* of a report; NULL: the Decree's */
};

/* The names that settings give its texts, NULL-terminated, and the text of a name; NULL for none.
 */
extern const char *const office_names[];
const char **office_field(struct office *office, const char *name);

/* Fills in what the office leaves open with what another says. */
void office_fill(struct office *office, const struct office *from);

/* Writes what is said of an office as lines KEY=VALUE, and reads them; texts live in the arena. */
void office_lines_add(struct strbuf *out, const struct office *office);
void office_lines_read(struct office *office, const char *lines, struct arena *arena);

#endif
