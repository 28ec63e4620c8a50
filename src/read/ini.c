// SPDX-License-Identifier: MIT
#include "read/ini.h"

#include "base/strbuf.h"
#include "base/text.h"

#include <string.h>

static struct ini_span trim(const char *text, size_t length)
{
    const char *start = text_trim(text, &length);
    return (struct ini_span){start, length};
}

static void split_line(struct ini_line *line)
{
    const char *text = line->whole.text;
    size_t length = line->whole.length;
    line->section = *text == '[';
    if (line->section) {
        line->complete = length > 1 && text[length - 1] == ']';
        line->name = trim(text + 1, length - 1 - line->complete);
        return;
    }
    const char *equals = memchr(text, '=', length);
    size_t before = equals != NULL ? (size_t)(equals - text) : length;
    line->name = trim(text, before);
    line->value = equals != NULL ? trim(equals + 1, length - before - 1)
                                 : (struct ini_span){text + length, 0};
    line->complete = line->value.length > 0;
}

bool ini_next(const struct source *source, size_t *offset, struct ini_line *line)
{
    while (*offset < source->length) {
        const char *text = source->text + *offset;
        size_t length = source_line_length(text, source->length - *offset);
        *offset += length;
        *line = (struct ini_line){.whole = trim(text, length)};
        if (line->whole.length == 0 || *line->whole.text == '#')
            continue;
        split_line(line);
        return true;
    }
    return false;
}

bool ini_is(struct ini_span span, const char *text)
{
    return strlen(text) == span.length && strncmp(text, span.text, span.length) == 0;
}

size_t ini_offset(const struct source *source, struct ini_span span)
{
    return (size_t)(span.text - source->text);
}

const char *ini_keep(struct arena *texts, struct ini_span span)
{
    struct strbuf composed = {0};
    text_add_nfc(&composed, span.text, span.length);
    const char *kept = arena_intern(texts, strbuf_text(&composed), composed.length);
    strbuf_release(&composed);
    return kept;
}
