// SPDX-License-Identifier: MIT
/* A string that grows. Zeroed is empty; `text` is NUL-terminated once something was added. */
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
void strbuf_clear(struct strbuf *buffer); /* empty again, its memory kept */

/* Makes room for so many more bytes and a NUL, behind text + length. */
void strbuf_reserve(struct strbuf *buffer, size_t more);

void strbuf_add(struct strbuf *buffer, const char *text, size_t length);
void strbuf_adds(struct strbuf *buffer, const char *text);
void strbuf_addc(struct strbuf *buffer, char c);
/* Appends what stands between two items of a list, but before the first. */
void strbuf_separate(struct strbuf *buffer, const char *separator);
void strbuf_add_spaces(struct strbuf *buffer, size_t count);
void strbuf_add_number(struct strbuf *buffer, int64_t number);
void strbuf_addf(struct strbuf *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void strbuf_vaddf(struct strbuf *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0)));

/* The text, "" when nothing was ever added. Borrowed until the next change. */
const char *strbuf_text(const struct strbuf *buffer);

/* Hands the text over to the caller, who frees it; the buffer is empty afterwards. */
char *strbuf_detach(struct strbuf *buffer);

/*
 * Sets `line` to the next line of a text, without its line feed, and moves *text behind it. False
 * at the text's end.
 */
bool strbuf_take_line(struct strbuf *line, const char **text);

#endif
