// SPDX-License-Identifier: MIT
#include "base/escape.h"

#include "base/text.h"

#include <string.h>

void escape_add_csv(struct strbuf *out, const char *text)
{
    size_t length = strlen(text);
    bool bare = strpbrk(text, ",\"\r\n") == NULL &&
                (length == 0 ||
                 (strchr(" \t", text[0]) == NULL && strchr(" \t", text[length - 1]) == NULL));
    if (bare) {
        strbuf_adds(out, text);
        return;
    }
    strbuf_addc(out, '"');
    for (; *text != '\0'; text++)
        strbuf_add(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    strbuf_addc(out, '"');
}

void escape_add_tsv(struct strbuf *out, const char *text)
{
    static const char special[] = "\t\n\r\\", letters[] = "tnr\\";
    for (; *text != '\0'; text++) {
        const char *escape = strchr(special, *text);
        if (escape != NULL)
            strbuf_addf(out, "\\%c", letters[escape - special]);
        else
            strbuf_addc(out, *text);
    }
}

static void add_unicode_escape(struct strbuf *out, uint32_t code_point)
{
    if (code_point > 0xFFFF) {
        code_point -= 0x10000;
        strbuf_addf(out, "\\u%04x", 0xD800U + (unsigned)(code_point >> 10));
        code_point = 0xDC00 + (code_point & 0x3FF);
    }
    strbuf_addf(out, "\\u%04x", (unsigned)code_point);
}

void escape_add_json(struct strbuf *out, const char *text)
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
            add_unicode_escape(out, code_point);
        else
            strbuf_add(out, text, used);
        text += used;
    }
    strbuf_addc(out, '"');
}

/* The result cannot end the cell, start markup or become HTML. */
void escape_add_markdown(struct strbuf *out, const char *text)
{
    struct strbuf printable = {0};
    text_add_printable(&printable, text, true);
    for (const char *c = strbuf_text(&printable); *c != '\0'; c++) {
        const char *entity = *c == '\n' ? "<br>" : *c == '<' ? "&lt;" : *c == '&' ? "&amp;" : NULL;
        if (entity == NULL && strchr("|\\`*_[]#~", *c) != NULL)
            strbuf_addc(out, '\\');
        strbuf_add(out, entity != NULL ? entity : c, entity != NULL ? strlen(entity) : 1);
    }
    strbuf_release(&printable);
}

void escape_add_html(struct strbuf *out, const char *text, bool lines)
{
    static const char special[] = "<>&\"'";
    static const char *const names[] = {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"};
    struct strbuf printable = {0};
    text_add_printable(&printable, text, lines);
    for (const char *p = strbuf_text(&printable); *p != '\0'; p++) {
        const char *found = strchr(special, *p);
        if (found != NULL)
            strbuf_adds(out, names[found - special]);
        else
            strbuf_addc(out, *p);
    }
    strbuf_release(&printable);
}

void escape_add_markdown_line(struct strbuf *out, const char *text)
{
    text += strspn(text, " \t\n");
    size_t digits = strspn(text, "0123456789");
    if (digits > 0 && (text[digits] == '.' || text[digits] == ')'))
        strbuf_add(out, text, digits);
    else
        digits = 0;
    if (digits > 0 || (*text != '\0' && strchr("-+=>", *text) != NULL))
        strbuf_addc(out, '\\');
    escape_add_markdown(out, text + digits);
}

void escape_add_uri(struct strbuf *out, const char *path)
{
    static const char unreserved[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                     "0123456789-._~/";
    strbuf_adds(out, *path == '/' ? "file://" : "");
    for (; *path != '\0'; path++)
        strbuf_addf(out, strchr(unreserved, *path) != NULL ? "%c" : "%%%02X", (unsigned char)*path);
}

void escape_add_workflow(struct strbuf *out, const char *text, bool property)
{
    struct strbuf printable = {0};
    text_add_printable(&printable, text, true);
    for (const char *c = strbuf_text(&printable); *c != '\0'; c++)
        strbuf_addf(out, strchr(property ? "%\r\n:," : "%\r\n", *c) != NULL ? "%%%02X" : "%c",
                    (unsigned char)*c);
    strbuf_release(&printable);
}

/* Apostrophes before the sign do not count. */
static bool has_formula_sign(const char *text)
{
    text += strspn(text, "'");
    return *text != '\0' && strchr("=+-@\t\r", *text) != NULL;
}

void escape_add_formula(struct strbuf *out, const char *text)
{
    if (has_formula_sign(text))
        strbuf_addc(out, '\'');
    strbuf_adds(out, text);
}

const char *escape_undo_formula(const char *text)
{
    return *text == '\'' && has_formula_sign(text) ? text + 1 : text;
}
