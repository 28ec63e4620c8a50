// SPDX-License-Identifier: MIT
#include "view/cell.h"

#include "base/text.h"

#include <inttypes.h>
#include <string.h>

void cell_add_exact(struct strbuf *out, const struct value *value)
{
    char date[DATE_TEXT_SIZE];
    switch (value->kind) {
    case VALUE_NONE:
        break;
    case VALUE_TEXT:
        strbuf_adds(out, value->text);
        break;
    case VALUE_INTEGER:
    case VALUE_MONEY:
        strbuf_addf(out, "%" PRId64, value->number);
        break;
    case VALUE_SHARE:
        strbuf_addf(out, "%" PRId64 ".%" PRId64, value->number / 10, value->number % 10);
        break;
    case VALUE_DATE:
        strbuf_adds(out, date_format(date, value->date));
        break;
    }
}

void cell_add_shown(struct strbuf *out, const struct value *value, enum lang lang)
{
    switch (value->kind) {
    case VALUE_TEXT:
        text_add_printable(out, value->text, true);
        break;
    case VALUE_INTEGER:
        if (value->number < 0)
            strbuf_addc(out, '-');
        lang_add_count(out, lang, (uint64_t)(value->number < 0 ? -value->number : value->number));
        break;
    case VALUE_MONEY:
        lang_add_millions(out, lang, value->number);
        break;
    case VALUE_SHARE:
        strbuf_addf(out, "%" PRId64 "%c%" PRId64 " %%", value->number / 10,
                    lang == LANG_VI ? ',' : '.', value->number % 10);
        break;
    case VALUE_DATE:
        if (lang == LANG_VI)
            strbuf_addf(out, "%02d/%02d/%d", value->date.day, value->date.month, value->date.year);
        else
            cell_add_exact(out, value);
        break;
    case VALUE_NONE:
        break;
    }
}

struct value cell_shown_value(const struct column *column, const void *row, struct strbuf *scratch)
{
    return column->show != NULL ? column->show(row, scratch) : column->get(row, scratch);
}

static void add_escaped(struct strbuf *out, uint32_t code_point)
{
    if (code_point > 0xFFFF) {
        code_point -= 0x10000;
        strbuf_addf(out, "\\u%04x", 0xD800U + (unsigned)(code_point >> 10));
        code_point = 0xDC00 + (code_point & 0x3FF);
    }
    strbuf_addf(out, "\\u%04x", (unsigned)code_point);
}

void json_add_string(struct strbuf *out, const char *text)
{
    static const char named[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
    strbuf_addc(out, '"');
    while (*text != '\0') {
        uint32_t code_point;
        size_t used = text_decode(text, &code_point);
        const char *escape = code_point < 0x80 ? strchr(named, (int)code_point) : NULL;
        if (escape != NULL)
            strbuf_addf(out, "\\%c", letters[escape - named]);
        else if (text_is_unsafe(code_point))
            add_escaped(out, code_point);
        else
            strbuf_add(out, text, used);
        text += used;
    }
    strbuf_addc(out, '"');
}

/* Past 2^53 a reader that counts in doubles would read another number (RFC 7493, section 2.2). */
static bool needs_string(const struct value *value)
{
    static const int64_t exact = INT64_C(1) << 53;
    return (value->kind == VALUE_INTEGER || value->kind == VALUE_MONEY) &&
           (value->number > exact || value->number < -exact);
}

void json_add_value(struct strbuf *out, const struct value *value)
{
    char date[DATE_TEXT_SIZE];
    if (value->kind == VALUE_NONE)
        strbuf_adds(out, "null");
    else if (value->kind == VALUE_TEXT)
        json_add_string(out, value->text);
    else if (value->kind == VALUE_DATE)
        json_add_string(out, date_format(date, value->date));
    else if (needs_string(value))
        strbuf_addf(out, "\"%" PRId64 "\"", value->number);
    else
        cell_add_exact(out, value);
}
