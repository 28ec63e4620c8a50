// SPDX-License-Identifier: MIT
/*
 * An office's own Word document with placeholders for what a program knows: «{{so_nhiem_vu}}», in
 * the text, in tables, headers and footers, also where Word has split them over runs of letters.
 * Names are compared folded, «{{Số nhiệm vụ}}» is the same. Everything else stays as it is, byte
 * for byte.
 */
#ifndef VIEW_DOCUMENT_DOCX_TEMPLATE_H
#define VIEW_DOCUMENT_DOCX_TEMPLATE_H

#include "base/date.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "plan/office.h"

#include <stdio.h>

enum docx_placeholder {
    DOCX_PLACEHOLDER_UNKNOWN,
    DOCX_PLACEHOLDER_TEXT,  /* lines of plain text */
    DOCX_PLACEHOLDER_BLOCK, /* paragraphs and tables, as struct docx collects them */
};

/* Fills placeholders: appends the text for `name`, which is folded and has `_` for spaces. */
struct docx_filler {
    enum docx_placeholder (*add)(void *context, const char *name, struct strbuf *out);
    void *context;
    const char *const *names; /* all there are, NULL-terminated, for a message */
};

/*
 * Writes the document filled in, its parts said to be of a day. Returns 0, or -1: an ERROR_DATA for
 * what is no Word document, has no placeholders or one of a name that is not known, or a block that
 * is not in a paragraph of its own.
 */
int docx_template_fill(const struct office_form *form, const struct docx_filler *filler,
                       struct date day, FILE *out, struct error *error);

#endif
