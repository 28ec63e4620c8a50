// SPDX-License-Identifier: MIT
#include "base/text.h"

#include <ctype.h>
#include <stdint.h>
#include <string.h>
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
            used = 0; /* the line feed that follows is enough */
        else if (code_point == '\t' || code_point == '\n')
            strbuf_addc(out, lines && code_point == '\n' ? '\n' : ' ');
        else if (code_point == 0xFFFD && used == 1) /* a byte that is not UTF-8 */
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

/* Latin letters and digits take one column; only other characters need Unicode's tables. */
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

/* ---- Lines: by our own rule, because Unicode's (UAX #14) differs between versions ---- */

/* Letters of scripts that are written without spaces. Their punctuation does not count, so that it
 * stays with its neighbours. */
static bool is_wide_letter(uint32_t code_point)
{
    bool punctuation = (code_point >= 0x3000 && code_point <= 0x303F) ||
                       (code_point >= 0xFE30 && code_point <= 0xFFEF);
    return code_point >= 0x1100 && !punctuation && character_width(code_point) == 2;
}

/* A word ends at a space and between two wide letters. */
static size_t word_length(const char *text)
{
    size_t length = 0;
    bool after_wide = false;
    while (text[length] != '\0' && text[length] != ' ' && text[length] != '\n') {
        uint32_t code_point;
        size_t used = text_decode(text + length, &code_point);
        bool wide = is_wide_letter(code_point);
        if (wide && after_wide)
            break;
        after_wide = wide || (after_wide && character_width(code_point) == 0);
        length += used;
    }
    return length;
}

static bool is_alphanumeric(uint32_t code_point)
{
    return code_point < 0x80 ? isalnum((int)code_point) != 0 : character_width(code_point) > 0;
}

static bool divides(uint32_t before, uint32_t mark, uint32_t after)
{
    return mark < 0x80 && strchr("-/:;,._|", (int)mark) != NULL && is_alphanumeric(before) &&
           is_alphanumeric(after);
}

/*
 * Returns how many bytes of a word that is too wide go into `room` columns: up to the last mark
 * that divides it. If there is none and the word is `alone` on its line, as much as fits: at least
 * one character, with its combining marks.
 */
static size_t part_length(const char *word, size_t length, unsigned room, bool alone)
{
    size_t at = 0, part = 0, used;
    unsigned column = 0;
    uint32_t before = 0, last = 0, code_point;
    for (; at < length; at += used, before = last, last = code_point) {
        used = text_decode(word + at, &code_point);
        unsigned taken = character_width(code_point);
        if (divides(before, last, code_point))
            part = at;
        column += taken;
        if (taken > 0 && column > room && (at > 0 || !alone))
            break;
    }
    return part > 0 || !alone ? part : at;
}

struct line {
    struct strbuf *out;
    unsigned width, column;
};

static void end_line(struct line *line)
{
    strbuf_addc(line->out, '\n');
    line->column = 0;
}

/* Puts a word on this line or the next, and divides one that is wider than a line. */
static void add_word(struct line *line, unsigned spaces, const char *word, size_t length)
{
    unsigned taken = width_of(word, length);
    while (length > 0) {
        unsigned used = line->column + spaces, room = used < line->width ? line->width - used : 0;
        bool alone = line->column == 0;
        size_t part = length;
        if (taken > room)
            part = taken > line->width || alone ? part_length(word, length, room, alone) : 0;
        if (part == 0) {
            end_line(line);
            spaces = 0;
            continue;
        }
        unsigned added = width_of(word, part);
        line->column += spaces + added;
        taken -= added;
        strbuf_add_spaces(line->out, spaces);
        strbuf_add(line->out, word, part);
        spaces = 0;
        word += part;
        length -= part;
    }
}

void text_add_wrapped(struct strbuf *out, const char *text, unsigned width)
{
    struct line line = {.out = out, .width = width};
    while (*text != '\0') {
        size_t spaces = strspn(text, " ");
        text += spaces;
        if (*text == '\n') {
            end_line(&line);
            text++;
            continue;
        }
        size_t length = word_length(text);
        add_word(&line, (unsigned)spaces, text, length);
        text += length;
    }
}
