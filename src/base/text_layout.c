// SPDX-License-Identifier: MIT
#include "base/text.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>
#include <uniwidth.h>

static void add_escaped(struct strbuf *out, uint32_t code_point)
{
    if (code_point < 0x100)
        strbuf_addf(out, "\\x%02x", (unsigned)code_point);
    else
        strbuf_addf(out, "\\u%04x", (unsigned)code_point);
}

void text_add_printable(struct strbuf *out, const char *text, bool lines)
{
    while (*text != '\0') {
        uint32_t code_point;
        size_t used = text_decode(text, &code_point);
        if (code_point == '\r' && text[1] == '\n')
            used = 0; /* the line feed that follows says it all */
        else if (code_point == '\t' || code_point == '\n')
            strbuf_addc(out, lines && code_point == '\n' ? '\n' : ' ');
        else if (code_point == 0xFFFD && used == 1) /* a byte that is no UTF-8 */
            add_escaped(out, (unsigned char)*text);
        else if (text_is_unsafe(code_point))
            add_escaped(out, code_point);
        else
            strbuf_add(out, text, used);
        text += used > 0 ? used : 1;
    }
}

const char *text_quote(char buffer[TEXT_QUOTE_SIZE], const char *text, size_t length)
{
    struct strbuf copy = {0}, printable = {0};
    strbuf_add(&copy, text, length);
    text_add_printable(&printable, copy.text, false);
    size_t end = 0, count = 0;
    while (end < printable.length && count < 60) {
        uint32_t code_point;
        end += text_decode(printable.text + end, &code_point);
        count++;
    }
    const char *more = end < printable.length ? "…" : "";
    memcpy(buffer, strbuf_text(&printable), end);
    memcpy(buffer + end, more, strlen(more) + 1);
    strbuf_release(&copy);
    strbuf_release(&printable);
    return buffer;
}

const char *text_quote_all(char buffer[TEXT_QUOTE_SIZE], const char *text)
{
    text = text != NULL ? text : "";
    return text_quote(buffer, text, strlen(text));
}

/* Latin letters and figures take one column: only what is beyond them needs Unicode's tables. */
static unsigned character_width(uint32_t code_point)
{
    if (code_point < 0x300 || (code_point >= 0x1E00 && code_point < 0x1F00))
        return code_point != '\n';
    int width = uc_width(code_point, "UTF-8");
    return width > 0 ? (unsigned)width : 0;
}

static unsigned width_of(const char *text, size_t length)
{
    unsigned width = 0;
    for (size_t i = 0; i < length;) {
        uint32_t code_point;
        i += text_decode(text + i, &code_point);
        width += character_width(code_point);
    }
    return width;
}

unsigned text_width(const char *text)
{
    unsigned widest = 0;
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        unsigned width = width_of(text, length);
        widest = width > widest ? width : widest;
        text += length + (text[length] == '\n');
    }
    return widest;
}

/* Adds one line, without trailing spaces, hard-broken where a word alone is wider. */
static void add_line(struct strbuf *out, const char *line, size_t length, unsigned width)
{
    while (length > 0 && line[length - 1] == ' ')
        length--;
    unsigned column = 0;
    for (size_t i = 0; i < length;) {
        uint32_t code_point;
        size_t used = text_decode(line + i, &code_point);
        unsigned taken = character_width(code_point);
        if (column > 0 && column + taken > width) {
            strbuf_addc(out, '\n');
            column = 0;
        }
        strbuf_add(out, line + i, used);
        column += taken;
        i += used;
    }
}

/* The columns of a stretch without the spaces at its end, which a line break swallows. */
static unsigned visible_width(const char *text, size_t length)
{
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return width_of(text, length);
}

void text_add_wrapped(struct strbuf *out, const char *text, unsigned width)
{
    size_t length = strlen(text), start = 0, last = 0; /* of the line, and its last break so far */
    char *breaks = memory_alloc(length + 1);
    u8_possible_linebreaks((const uint8_t *)text, length, "UTF-8", breaks);
    breaks[length] = UC_BREAK_POSSIBLE;
    for (size_t i = 2; i < length; i++) /* a hyphen that begins a word stays with it (LB20a) */
        if (text[i - 1] == '-' && strchr(" ([{", text[i - 2]) != NULL && text[i] != ' ' &&
            breaks[i] == UC_BREAK_POSSIBLE)
            breaks[i] = UC_BREAK_PROHIBITED;
    for (size_t i = 0; i <= length; i++) {
        bool feed = breaks[i] == UC_BREAK_MANDATORY; /* the line feed itself */
        if (!feed && breaks[i] != UC_BREAK_POSSIBLE)
            continue;
        if (last > start && visible_width(text + start, i - start) > width) {
            add_line(out, text + start, last - start, width);
            strbuf_addc(out, '\n');
            start = last;
        }
        if (feed) {
            add_line(out, text + start, i - start, width);
            strbuf_addc(out, '\n');
            start = i + 1;
        }
        last = i;
    }
    add_line(out, text + start, length - start, width);
    free(breaks);
}
