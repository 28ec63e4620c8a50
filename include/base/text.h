// SPDX-License-Identifier: MIT
/* Vietnamese text: UTF-8, in NFC inside the program. Lengths are in bytes, widths in terminal
 * columns. Unicode's rules come from libunistring, which only this module includes. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Returns the offset of the first byte that is not valid UTF-8, or `length` if all are. */
size_t text_invalid_offset(const char *text, size_t length);

/* Counts how often a byte occurs in the text. */
size_t text_count_byte(const char *text, size_t length, char wanted);

/* Decodes one code point of valid UTF-8. Returns its length, 1 to 4 bytes. */
size_t text_decode(const char *text, uint32_t *code_point);

/* Writes a code point, at most 4 bytes. Returns its length, or 0 if it is not a character. */
size_t text_encode(char *bytes, uint32_t code_point);

/* Counts the characters (code points) in `length` bytes, as an error's column does. */
size_t text_count(const char *text, size_t length);

/* Returns whether the character is white space, U+00A0 and similar ones included. */
bool text_is_space(uint32_t code_point);

/*
 * Returns the text without leading white space, and shortens *length by white space at both ends.
 */
const char *text_trim(const char *text, size_t *length);

/*
 * Takes the next item off a comma-separated list: «a, b». Returns a trimmed copy, which the caller
 * frees, and moves *list past the item: to NULL after the last one. Returns NULL if *list is NULL.
 * In a list with comparisons, a comma between two digits is a decimal mark: «>=1,5».
 */
char *text_take_item(const char **list);

/* Returns whether the text is empty or all white space. */
bool text_is_blank(const char *text, size_t length);

/* Returns whether Normalization Form C may change the text; most Vietnamese text it cannot. */
bool text_may_change_by_nfc(const char *text, size_t length);

/* Appends the text in Normalization Form C (UAX #15). */
void text_add_nfc(struct strbuf *out, const char *text, size_t length);

/* text_base_letter returns the lower-case letter without marks («Ấ» gives 'a', «Đ» gives 'd'), or 0
 * for a combining mark. text_lower keeps the marks. */
uint32_t text_base_letter(uint32_t code_point);
uint32_t text_lower(uint32_t code_point);

/* Appends the form in which names are compared: lower case, no marks, each run of white space as
 * one space, none at the ends. «Văn phòng SỞ» gives "van phong so". */
void text_fold(struct strbuf *out, const char *text, size_t length);

/* Appends the text folded as by text_fold, but with its marks, for words that differ only by them
 * (ngàn, ngân). */
void text_add_lower(struct strbuf *out, const char *text, size_t length);

/* Compares two texts in their folded form; returns as strcmp. */
int text_compare(const char *a, const char *b);

/*
 * Returns whether `text` contains `needle`; both are in NFC. Case is ignored; a letter without
 * marks matches it with any marks, one with marks only itself; all runs of white space are equal.
 */
bool text_contains(const char *text, const char *needle);

/*
 * Appends text that is safe on a terminal: control, bidi and invisible characters, noncharacters
 * and invalid bytes are written as `\x1b`, `\u202e`. A tab becomes a space, and so does a line
 * break unless `lines`.
 */
void text_add_printable(struct strbuf *out, const char *text, bool lines);

/* text_add_path appends a file's path, which may be any bytes; those that are not UTF-8 become
 * `%E9`. text_is_unsafe returns whether text_add_printable may escape a character. */
void text_add_path(struct strbuf *out, const char *path);
bool text_is_unsafe(uint32_t code_point);

/* Writes a quotation for a message: printable, on one line, at most 60 characters and then «…».
 * Returns `buffer`. */
#define TEXT_QUOTE_SIZE 256
const char *text_quote(char buffer[TEXT_QUOTE_SIZE], const char *text, size_t length);

/* Quotes a whole text as text_quote does; NULL gives "". */
const char *text_quote_all(char buffer[TEXT_QUOTE_SIZE], const char *text);

/* Returns the columns of the widest line of a printable text. */
unsigned text_width(const char *text);

/*
 * Appends a printable text in lines of at most `width` columns. Lines break at a space or between
 * two letters of a script without spaces (漢字), never at a hyphen or in an id. A word wider than a
 * line is divided after the last -/:;,._| between two letters or digits that fits, else where the
 * line is full.
 */
void text_add_wrapped(struct strbuf *out, const char *text, unsigned width);

#endif
