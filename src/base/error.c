// SPDX-License-Identifier: MIT
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void fill(struct error *error, const char *format, va_list arguments)
{
    int length = vsnprintf(error->text, sizeof error->text, format, arguments);
    if (length < (int)sizeof error->text)
        return;
    size_t end = sizeof error->text - 1;
    while (end > 0 && ((unsigned char)error->text[end - 1] & 0xC0) == 0x80)
        end--;
    error->text[end > 0 ? end - 1 : 0] = '\0';
}

int error_set(struct error *error, enum error_code code, const char *format, ...)
{
    *error = (struct error){.code = code};
    va_list arguments;
    va_start(arguments, format);
    fill(error, format, arguments);
    va_end(arguments);
    return -1;
}

int error_set_at(struct error *error, const char *path, size_t line, size_t column,
                 const char *format, ...)
{
    *error = (struct error){.code = ERROR_DATA, .path = path, .line = line, .column = column};
    va_list arguments;
    va_start(arguments, format);
    fill(error, format, arguments);
    va_end(arguments);
    return -1;
}

struct error *error_list_next(struct error_list *list)
{
    size_t index = list->count++;
    return index < ERROR_LIST_KEPT ? &list->items[index] : &list->rest;
}
