// SPDX-License-Identifier: MIT
/* Text as a cell of each format that is written: nothing in it can end the cell or start another.
 */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/strbuf.h"

#include <stdbool.h>

/* RFC 4180, with quotes only where they are needed. */
void escape_add_csv(struct strbuf *out, const char *text);

/* Tab, line feed, carriage return and backslash as backslash escapes. */
void escape_add_tsv(struct strbuf *out, const char *text);

/* A JSON string in quotes (RFC 8259); control, bidi and invisible characters as \uXXXX. */
void escape_add_json(struct strbuf *out, const char *text);

/*
 * Whether a spreadsheet would take the text for a formula: it begins with =, +, -, @, a tab or a
 * carriage return. Such a cell is written with an apostrophe before it, which reading takes off.
 */
bool escape_is_formula(const char *text);

/* A cell of a Markdown table: no markup, no HTML, line feeds as <br>. */
void escape_add_markdown(struct strbuf *out, const char *text);

/*
 * Text of HTML, SVG or XML, in an element or in a quoted attribute. What must not reach a reader
 * raw is made visible as text_add_printable does; line feeds stay where `lines` says so.
 */
void escape_add_html(struct strbuf *out, const char *text, bool lines);

#endif
