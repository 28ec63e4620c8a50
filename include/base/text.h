// SPDX-License-Identifier: MIT
/*
 * Vietnamese text: UTF-8, NFC inside the program. All lengths are bytes, all widths terminal
 * columns. Unicode's rules come from libunistring, which only this module includes.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The offset of the first byte that is not valid UTF-8, or `length` where all is. */
size_t text_invalid_offset(const char *text, size_t length);

/* How often a byte stands in the text. */
size_t text_count_byte(const char *text, size_t length, char wanted);

/* One code point of valid UTF-8; returns the bytes it takes (1 to 4). */
size_t text_decode(const char *text, uint32_t *code_point);

/* Writes a code point, of up to 4 bytes; returns how many it takes, 0 for what is no character. */
size_t text_encode(char *bytes, uint32_t code_point);

/* Characters (code points) in `length` bytes: what an error's column counts. */
size_t text_count(const char *text, size_t length);

/* White space: U+00A0 and its like included. */
bool text_is_space(uint32_t code_point);

/* Leading and trailing white space taken off. */
const char *text_trim(const char *text, size_t *length);

/*
 * Takes the next item off a comma-separated list: «a, b». Returns a copy of it, trimmed, for the
 * caller to free, and moves the list behind it; NULL where *list is NULL, as it is behind the last.
 * A comma between two digits is a decimal mark in a list with comparisons: «>=1,5».
 */
char *text_take_item(const char **list);

/* Whether nothing is left of it then. */
bool text_is_blank(const char *text, size_t length);

/* Whether the text may change under Normalization Form C; most Vietnamese text cannot. */
bool text_may_change_by_nfc(const char *text, size_t length);

/* Appends the text in Normalization Form C (UAX #15). */
void text_add_nfc(struct strbuf *out, const char *text, size_t length);

/* The lower-case letter without marks («Ấ» gives 'a', «Đ» gives 'd'); 0 for a combining mark. */
uint32_t text_base_letter(uint32_t code_point);
uint32_t text_lower(uint32_t code_point);

/*
 * The form in which names are compared: lower case, no marks, white space runs as one space, none
 * at the ends. «Văn phòng  SỞ» gives "van phong so".
 */
void text_fold(struct strbuf *out, const char *text, size_t length);

/* The same with the marks kept: for words that differ by them alone (ngàn, ngân). */
void text_add_lower(struct strbuf *out, const char *text, size_t length);

/* The order of two texts folded, as strcmp. */
int text_compare(const char *a, const char *b);

/*
 * Whether `needle` stands in `text`. Case never counts; a letter typed bare matches it with any
 * marks, one typed with marks matches only itself; white space runs are equal. Both in NFC.
 */
bool text_contains(const char *text, const char *needle);

/*
 * What may go to a terminal: controls, bidi overrides, invisible characters and what Unicode says
 * is no character are written as `\x1b`, `\u202e`; a tab becomes a space, a line break stays where
 * `lines` says so, else a space.
 */
void text_add_printable(struct strbuf *out, const char *text, bool lines);

/* A file's path, which is any bytes, as text: those that are not UTF-8 are written as `%E9`. */
void text_add_path(struct strbuf *out, const char *path);
bool text_is_unsafe(uint32_t code_point);

/*
 * What stood there, for a message: printable, on one line, at most 60 characters and then «…».
 * The result lies in `buffer` and is returned.
 */
#define TEXT_QUOTE_SIZE 256
const char *text_quote(char buffer[TEXT_QUOTE_SIZE], const char *text, size_t length);

/* The same of a whole text; NULL is "". */
const char *text_quote_all(char buffer[TEXT_QUOTE_SIZE], const char *text);

/* The columns that the widest line of a printable text takes. */
unsigned text_width(const char *text);

/*
 * Appends a printable text in lines of at most `width` columns. A line ends at a space or between
 * two letters of a script without spaces (漢字), never at a hyphen or in an id. A word that is
 * wider than a line is divided after the last of -/:;,._| between two letters or figures that fits,
 * else where the line is full.
 */
void text_add_wrapped(struct strbuf *out, const char *text, unsigned width);

#endif
