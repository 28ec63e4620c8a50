// SPDX-License-Identifier: MIT
/*
 * The form that goes to an agency and comes back: a table to be filled in, and the mail that
 * carries it. Both are Vietnamese. Headings are those that answers are read by
 * (data/answer-words.csv); what is to be filled in is blank, all else is locked.
 */
#ifndef WRITE_FORM_H
#define WRITE_FORM_H

#include "base/error.h"
#include "plan/summary/answer_round.h"

#include <stdio.h>

struct form {
    const struct plan *plan;
    const struct round_agency *agency;
    const struct progress *progress; /* what is known, as of its day */
    const char *period;              /* what it is asked for, in words; NULL for none */
    struct date send_by;             /* unset: not said */
    const char *file_type;           /* of what the mail carries, a media type */
};

/* Writes the form as an Excel or a Word file; returns 0, or -1 with `error`. */
typedef int form_writer(const struct form *form, FILE *out, struct error *error);
form_writer form_write_xlsx, form_write_docx;

/* Writes a mail without an address, which mail programs open to be sent, with a file in it. */
void form_write_mail(const struct form *form, const char *file_name, const char *bytes,
                     size_t length, FILE *out);

/* Appends what an agency's form is called: «kh-2026.form.phong-noi-vu». */
void form_add_name(struct strbuf *out, const struct plan *plan, const char *agency);

#endif
