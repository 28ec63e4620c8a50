// SPDX-License-Identifier: MIT
#include "base/strbuf.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void strbuf_release(struct strbuf *buffer)
{
    free(buffer->text);
    *buffer = (struct strbuf){0};
}

void strbuf_clear(struct strbuf *buffer)
{
    buffer->length = 0;
    if (buffer->text != NULL)
        buffer->text[0] = '\0';
}

void strbuf_reserve(struct strbuf *buffer, size_t more)
{
    if (buffer->length + more < buffer->capacity)
        return;
    size_t capacity = buffer->capacity > 0 ? buffer->capacity * 2 : 64;
    while (capacity <= buffer->length + more)
        capacity *= 2;
    buffer->text = memory_resize(buffer->text, capacity, 1);
    buffer->capacity = capacity;
}

void strbuf_add(struct strbuf *buffer, const char *text, size_t length)
{
    strbuf_reserve(buffer, length);
    if (length > 0)
        memcpy(buffer->text + buffer->length, text, length);
    buffer->length += length;
    buffer->text[buffer->length] = '\0';
}

void strbuf_adds(struct strbuf *buffer, const char *text)
{
    strbuf_add(buffer, text, strlen(text));
}

void strbuf_separate(struct strbuf *buffer, const char *separator)
{
    strbuf_adds(buffer, buffer->length > 0 ? separator : "");
}

void strbuf_addc(struct strbuf *buffer, char c)
{
    strbuf_add(buffer, &c, 1);
}

void strbuf_add_spaces(struct strbuf *buffer, size_t count)
{
    strbuf_reserve(buffer, count);
    memset(buffer->text + buffer->length, ' ', count);
    buffer->length += count;
    buffer->text[buffer->length] = '\0';
}

void strbuf_vaddf(struct strbuf *buffer, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length >= 0) {
        strbuf_reserve(buffer, (size_t)length);
        vsnprintf(buffer->text + buffer->length, (size_t)length + 1, format, again);
        buffer->length += (size_t)length;
    }
    va_end(again);
}

void strbuf_add_number(struct strbuf *buffer, int64_t number)
{
    char digits[24], *at = digits + sizeof digits;
    uint64_t left = number < 0 ? -(uint64_t)number : (uint64_t)number;
    do
        *--at = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (number < 0)
        *--at = '-';
    strbuf_add(buffer, at, (size_t)(digits + sizeof digits - at));
}

void strbuf_addf(struct strbuf *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    strbuf_vaddf(buffer, format, arguments);
    va_end(arguments);
}

const char *strbuf_text(const struct strbuf *buffer)
{
    return buffer->text != NULL ? buffer->text : "";
}

char *strbuf_detach(struct strbuf *buffer)
{
    char *text = buffer->text != NULL ? buffer->text : memory_copy("", 0);
    *buffer = (struct strbuf){0};
    return text;
}

bool strbuf_take_line(struct strbuf *line, const char **text)
{
    size_t length = strcspn(*text, "\n");
    strbuf_clear(line);
    if (**text == '\0')
        return false;
    strbuf_add(line, *text, length);
    *text += length + ((*text)[length] == '\n');
    return true;
}
