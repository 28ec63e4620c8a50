// SPDX-License-Identifier: MIT
/*
 * Escapes text for a cell of each output format, so that it cannot end the cell or start another.
 */
#ifndef BASE_ESCAPE_H
#define BASE_ESCAPE_H

#include "base/strbuf.h"

#include <stdbool.h>

/* Appends a CSV field (RFC 4180), quoted only if it must be. */
void escape_add_csv(struct strbuf *out, const char *text);

/* Appends the text with tab, line feed, carriage return and backslash as \t, \n, \r and \\. */
void escape_add_tsv(struct strbuf *out, const char *text);

/* Appends a JSON string in quotes (RFC 8259), with control, bidi and invisible characters as
 * \uXXXX. */
void escape_add_json(struct strbuf *out, const char *text);

/*
 * Appends a cell for files that people open in a spreadsheet. A spreadsheet takes a cell that
 * begins with =, +, -, @, a tab or a carriage return for a formula; such a cell gets an apostrophe
 * before it. Apostrophes that stand before such a sign get one more, so that every text can be read
 * back.
 */
void escape_add_formula(struct strbuf *out, const char *text);

/* Undoes escape_add_formula: returns the text after the added apostrophe, or all of it if there is
 * none. */
const char *escape_undo_formula(const char *text);

/* Appends a cell of a Markdown table, without markup or HTML: line feeds become <br>, and unsafe
 * characters are escaped as by text_add_printable. */
void escape_add_markdown(struct strbuf *out, const char *text);

/* Appends a paragraph of Markdown, escaped as a cell is, that cannot begin a list, quote, heading,
 * rule or code. */
void escape_add_markdown_line(struct strbuf *out, const char *text);

/* Appends text for an element or a quoted attribute of HTML, SVG or XML. Unsafe characters are
 * escaped as by text_add_printable; line feeds become spaces unless `lines`. */
void escape_add_html(struct strbuf *out, const char *text, bool lines);

/* Appends a path, which may be any bytes, as a URI (RFC 3986): file://… if it begins with a slash,
 * else relative. */
void escape_add_uri(struct strbuf *out, const char *path);

/*
 * Appends text for a workflow command of GitHub Actions: its message, or one of its properties
 * («file=»), in which colons and commas are escaped too. Unsafe characters are escaped as by
 * text_add_printable.
 */
void escape_add_workflow(struct strbuf *out, const char *text, bool property);

#endif
