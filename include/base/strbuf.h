// SPDX-License-Identifier: MIT
/* A string that grows. A zeroed one is empty; `text` ends in NUL once something was added. */
#ifndef BASE_STRBUF_H
#define BASE_STRBUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct strbuf {
    char *text;
    size_t length, capacity;
};

void strbuf_release(struct strbuf *buffer);
void strbuf_clear(struct strbuf *buffer); /* empties it and keeps its memory */

/* Makes room after text + length for `more` bytes and a NUL. */
void strbuf_reserve(struct strbuf *buffer, size_t more);

void strbuf_add(struct strbuf *buffer, const char *text, size_t length);
void strbuf_adds(struct strbuf *buffer, const char *text);
void strbuf_addc(struct strbuf *buffer, char c);
/* Appends `separator`, unless the buffer is empty: call it before each item of a list. */
void strbuf_separate(struct strbuf *buffer, const char *separator);
void strbuf_add_spaces(struct strbuf *buffer, size_t count);
void strbuf_add_number(struct strbuf *buffer, int64_t number);
void strbuf_addf(struct strbuf *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_vaddf(struct strbuf *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* Returns the text, or "" if nothing was ever added. Borrowed until the next change. */
const char *strbuf_text(const struct strbuf *buffer);

/* Returns the text, which the caller frees, and empties the buffer. */
char *strbuf_detach(struct strbuf *buffer);

/* Sets `line` to the next line of *text, without its line feed, and moves *text past it. Returns
 * false at the end of the text. */
bool strbuf_take_line(struct strbuf *line, const char **text);

#endif
