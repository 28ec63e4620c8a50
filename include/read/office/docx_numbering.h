// SPDX-License-Identifier: MIT
/*
 * Word's automatic numbers, which are not in a document's text (ECMA-376 part 1, 17.9). They are
 * computed by counting its paragraphs, from its numbering and styles parts. Understood are decimal,
 * Roman and letter numbers of all levels («1.», «II.», «a)», «1.2.»), the start and the restart of
 * a level, and lists that a paragraph's style brings along. A bullet of a symbol font is «-». Any
 * other kind of number, and a list that redefines another's levels, is a problem.
 */
#ifndef READ_OFFICE_DOCX_NUMBERING_H
#define READ_OFFICE_DOCX_NUMBERING_H

#include "base/strbuf.h"
#include "read/office/package.h"

#define NUMBERING_LISTS_MAX 8192
#define NUMBERING_STYLES_MAX 8192
#define NUMBERING_LEVELS 9

struct docx_numbering;

/*
 * Reads the parts that `relations`, the document's, name; there may be none. Returns NULL, with
 * `error`, if they are damaged. The caller frees the result with docx_numbering_free, which takes
 * NULL.
 */
struct docx_numbering *docx_numbering_read(struct zip_reader *zip,
                                           const struct relations *relations, struct error *error);
void docx_numbering_free(struct docx_numbering *numbering);

/* A paragraph's numbering; -1 if it has none. */
struct docx_number {
    int list, level;
    char style[64]; /* of the paragraph, "" for none */
};

/*
 * Counts one paragraph and appends its number, if it has one, to `out`. Returns NULL, or the kind
 * of number that cannot be computed, which lives as long as the numbering.
 */
const char *docx_numbering_count(struct docx_numbering *numbering, const struct docx_number *number,
                                 struct strbuf *out);

#endif
