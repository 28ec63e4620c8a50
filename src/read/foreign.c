// SPDX-License-Identifier: MIT
#include "read/foreign.h"

#include "base/message.h"
#include "base/text.h"

#include <string.h>
#include <strings.h>

static bool begins(const char *text, size_t length, const char *with)
{
    size_t size = strlen(with);
    return length >= size && strncasecmp(text, with, size) == 0;
}

static const char *line_end(const char *text, const char *end)
{
    const char *found = memchr(text, '\n', (size_t)(end - text));
    return found != NULL ? found : end;
}

/* «| --- | ---: |»: the line below a Markdown table's header. */
static bool is_rule(const char *line, size_t length)
{
    size_t bars = 0, dashes = 0;
    line = text_trim(line, &length);
    if (length == 0 || *line != '|')
        return false;
    for (size_t i = 0; i < length; i++) {
        bars += line[i] == '|';
        dashes += line[i] == '-';
        if (strchr("|-: \t", line[i]) == NULL)
            return false;
    }
    return bars > 1 && dashes > 2;
}

/* The line of a Markdown table's header, from 1; 0 if there is none near the beginning. */
static size_t markdown_line(const char *text, const char *end)
{
    enum { LINES = 200 };
    bool row = false;
    for (size_t line = 1; line <= LINES && text < end; line++) {
        const char *stop = line_end(text, end);
        if (row && is_rule(text, (size_t)(stop - text)))
            return line - 1;
        row = *text == '|';
        text = stop < end ? stop + 1 : end;
    }
    return 0;
}

int foreign_refuse(const struct source *source, struct error_list *errors)
{
    static const struct {
        const char *start, *kind; /* translatable */
    } kinds[] = {{"<!doctype html", N_("an HTML page")},
                 {"<html", N_("an HTML page")},
                 {"<?xml", N_("an XML file")},
                 {"begin:vcalendar", N_("a calendar")},
                 {"%pdf-", N_("a PDF file")},
                 {"from: ", N_("a mail")}};
    size_t length = source->length, line = 0;
    const char *first = text_trim(source->text, &length), *kind = NULL;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && kind == NULL; i++)
        if (begins(first, length, kinds[i].start))
            kind = kinds[i].kind;
    if (kind == NULL && (line = markdown_line(source->text, source->text + source->length)) > 0)
        kind = N_("a Markdown table");
    if (kind == NULL)
        return 0;
    struct error *error = error_list_add(
        errors, source->path, "%s is for people: expected a table as CSV, xlsx or docx, or JSON",
        message(kind));
    if (error != NULL)
        error->location = (struct location){.line = line > 0 ? line : 1, .column = 1};
    return -1;
}
