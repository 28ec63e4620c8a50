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
 * A spreadsheet takes a cell for a formula that begins with =, +, -, @, a tab or a carriage return:
 * such a cell is kept in files that people open there with an apostrophe before it. So that every
 * text comes back as it was, one that begins with apostrophes before such a sign gets one more.
 */
void escape_add_guarded(struct strbuf *out, const char *text);

/* The text behind the apostrophe that guards it; itself where it is not guarded. */
const char *escape_unguarded(const char *text);

/*
 * A cell of a Markdown table: no markup, no HTML, line feeds as <br>, what must not go to a
 * terminal as text_add_printable writes it.
 */
void escape_add_markdown(struct strbuf *out, const char *text);

/* The same as a paragraph: it begins no list, quote, heading, rule or code. */
void escape_add_markdown_line(struct strbuf *out, const char *text);

/*
 * Text of HTML, SVG or XML, in an element or in a quoted attribute. What must not reach a reader
 * raw is made visible as text_add_printable does; line feeds stay where `lines` says so.
 */
void escape_add_html(struct strbuf *out, const char *text, bool lines);

/*
 * A path, which is any bytes, as a URI (RFC 3986): relative, or file: where it begins at the root.
 */
void escape_add_uri(struct strbuf *out, const char *path);

/*
 * Text of a workflow command of GitHub Actions, behind its last `::`; as a property of it («file=»)
 * also without colons and commas. What must not reach a terminal as text_add_printable writes it.
 */
void escape_add_workflow(struct strbuf *out, const char *text, bool property);

#endif
