// SPDX-License-Identifier: MIT
#include "base/error.h"

#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static void fill(struct error *error, const char *format, va_list arguments)
{
    int length = vsnprintf(error->text, sizeof error->text, message(format), arguments);
    if (length < (int)sizeof error->text)
        return;
    size_t end = sizeof error->text - 1;
    while (end > 0 && ((unsigned char)error->text[end - 1] & 0xC0) == 0x80)
        end--;
    error->text[end > 0 ? end - 1 : 0] = '\0';
}

void location_set_cell(struct location *location, const char *name, const char *rest)
{
    static const char mark[] = "…";
    struct strbuf safe = {0};
    text_add_printable(&safe, name, false);
    const char *text = strbuf_text(&safe);
    size_t length = safe.length, room = sizeof location->cell - 1 - strlen(rest);
    bool cut = length > room;
    if (cut)
        length = room - (sizeof mark - 1);
    while (cut && length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    *location = (struct location){0};
    snprintf(location->cell, sizeof location->cell, "%.*s%s%s", (int)length, text, cut ? mark : "",
             rest);
    strbuf_release(&safe);
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

int error_settle(struct error *error, enum settlement settles)
{
    error->settles = settles;
    return -1;
}

struct error *error_list_vadd(struct error_list *list, const char *path, const char *format,
                              va_list arguments)
{
    size_t index = list->count++;
    if (list->worst < ERROR_DATA)
        list->worst = ERROR_DATA;
    if (index >= ERROR_LIST_KEPT)
        return NULL;
    struct error *error = &list->items[index];
    *error = (struct error){.code = ERROR_DATA, .path = path};
    fill(error, format, arguments);
    return error;
}

struct error *error_list_add(struct error_list *list, const char *path, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct error *error = error_list_vadd(list, path, format, arguments);
    va_end(arguments);
    return error;
}

void error_list_set_code(struct error_list *list, struct error *error, enum error_code code)
{
    if (error != NULL)
        error->code = code;
    if (code > list->worst || list->count == 1)
        list->worst = code;
}

int error_list_settle(struct error_list *list, enum settlement settles)
{
    if (list->count > 0 && list->count <= ERROR_LIST_KEPT)
        list->items[list->count - 1].settles = settles;
    return -1;
}

void error_list_join(struct error_list *list, const struct error_list *other)
{
    list->in_cells += other->in_cells;
    size_t kept = other->count < ERROR_LIST_KEPT ? other->count : ERROR_LIST_KEPT;
    for (size_t i = 0; i < kept && list->count + i < ERROR_LIST_KEPT; i++)
        list->items[list->count + i] = other->items[i];
    list->count += other->count;
    if (other->worst > list->worst)
        list->worst = other->worst;
}
