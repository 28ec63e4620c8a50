// SPDX-License-Identifier: MIT
#include "read/office/xlsx_parts.h"

#include "base/memory.h"
#include "base/text.h"
#include "base/xml.h"
#include "read/office/grid.h"

#include <stdlib.h>
#include <string.h>

struct code {
    size_t id;
    const char *text;
};

struct reader {
    struct xlsx_parts *parts;
    struct code *codes; /* the formats that are not built in */
    size_t code_count, code_capacity;
    struct strbuf text;
    bool collecting;
};

/* ---- Sheets ---- */

static void start_workbook(struct xml *xml, const char *name)
{
    struct xlsx_parts *parts = ((struct reader *)xml_context(xml))->parts;
    if (strcmp(name, "workbookPr") == 0)
        parts->from_1904 = xml_attribute(xml, "date1904") != NULL && xml_is_on(xml, "date1904");
    if (strcmp(name, "sheet") != 0 || strcmp(xml_parent(xml), "sheets") != 0)
        return;
    const char *title = xml_attribute(xml, "name"), *id = xml_attribute(xml, "id");
    const char *state = xml_attribute(xml, "state");
    if (title == NULL || id == NULL)
        xml_fail(xml, "a sheet without name or id");
    else if (parts->sheet_count == XLSX_SHEETS_MAX)
        xml_fail(xml, "too many sheets: expected at most %d", XLSX_SHEETS_MAX);
    else {
        parts->sheets = memory_grow(parts->sheets, parts->sheet_count, &parts->sheet_capacity,
                                    sizeof *parts->sheets);
        parts->sheets[parts->sheet_count++] = (struct xlsx_sheet){
            .name = arena_intern(parts->arena, title, strlen(title)),
            .relation = arena_intern(parts->arena, id, strlen(id)),
            .hidden = state != NULL && strcmp(state, "visible") != 0,
        };
    }
}

/* ---- Strings ---- */

static int hex_digit(char c)
{
    static const char digits[] = "0123456789ABCDEFabcdef";
    const char *at = c != '\0' ? strchr(digits, c) : NULL;
    return at == NULL ? -1 : (int)(at - digits) - (at - digits > 15 ? 6 : 0);
}

/* The number in «_x000A_»; 0 if it is not one or is half of a character. */
static unsigned escaped(const char *text, size_t length)
{
    unsigned number = 0;
    if (length < 7 || strncmp(text, "_x", 2) != 0 || text[6] != '_')
        return 0;
    for (int i = 2; i < 6; i++) {
        int digit = hex_digit(text[i]);
        if (digit < 0)
            return 0;
        number = number * 16 + (unsigned)digit;
    }
    return number >= 0xD800 && number <= 0xDFFF ? 0 : number;
}

void xlsx_text_add(struct strbuf *out, const char *text, size_t length)
{
    for (size_t i = 0; i < length;) {
        unsigned number = text[i] == '_' ? escaped(text + i, length - i) : 0;
        if (number == 0) {
            strbuf_addc(out, text[i++]);
            continue;
        }
        i += 7;
        char bytes[4];
        if (number != '\r') /* of a line break, its other half stands beside it */
            strbuf_add(out, bytes, text_encode(bytes, number));
    }
}

static void start_string(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    if (strcmp(name, "si") == 0)
        strbuf_clear(&reader->text);
    reader->collecting = strcmp(name, "t") == 0 && strcmp(xml_parent(xml), "rPh") != 0;
}

static void end_string(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    struct xlsx_parts *parts = reader->parts;
    reader->collecting = false;
    if (strcmp(name, "si") != 0)
        return;
    if (parts->string_count == XLSX_STRINGS_MAX) {
        xml_fail(xml, "too many strings: expected at most %u", XLSX_STRINGS_MAX);
        return;
    }
    struct strbuf text = {0};
    xlsx_text_add(&text, strbuf_text(&reader->text), reader->text.length);
    parts->strings = memory_grow((void *)parts->strings, parts->string_count,
                                 &parts->string_capacity, sizeof *parts->strings);
    parts->strings[parts->string_count++] =
        arena_intern(parts->arena, strbuf_text(&text), text.length);
    strbuf_release(&text);
}

static void string_text(struct xml *xml, const char *text, size_t length)
{
    struct reader *reader = xml_context(xml);
    if (!reader->collecting)
        return;
    if (reader->text.length + length > GRID_CELL_TEXT_MAX)
        xml_fail(xml, "a string of over 1 MiB");
    else
        strbuf_add(&reader->text, text, length);
}

/* ---- Styles ---- */

static const char *format_code(const struct reader *reader, size_t id)
{
    for (size_t i = 0; i < reader->code_count; i++)
        if (reader->codes[i].id == id)
            return reader->codes[i].text;
    return xlsx_format_builtin(id);
}

static void start_style(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    struct xlsx_parts *parts = reader->parts;
    bool code = strcmp(name, "numFmt") == 0 && strcmp(xml_parent(xml), "numFmts") == 0;
    bool style = strcmp(name, "xf") == 0 && strcmp(xml_parent(xml), "cellXfs") == 0;
    if (!code && !style)
        return;
    size_t id = xml_number(xml, "numFmtId", XLSX_STYLES_MAX, 0);
    const char *text = xml_attribute(xml, "formatCode");
    if (reader->code_count == XLSX_CODES_MAX || parts->format_count == XLSX_STYLES_MAX)
        xml_fail(xml, "too many styles");
    else if (code) {
        reader->codes = memory_grow(reader->codes, reader->code_count, &reader->code_capacity,
                                    sizeof *reader->codes);
        text = text != NULL ? text : "";
        reader->codes[reader->code_count++] =
            (struct code){id, arena_intern(parts->arena, text, strlen(text))};
    } else {
        parts->formats = memory_grow(parts->formats, parts->format_count, &parts->format_capacity,
                                     sizeof *parts->formats);
        parts->formats[parts->format_count++] =
            xlsx_format_read(format_code(reader, id), parts->arena);
    }
}

/* ---- All of them ---- */

int xlsx_parts_read(struct xlsx_parts *parts, struct zip_reader *zip, const char *workbook,
                    const struct relations *relations, struct error *error)
{
    static const struct xml_events sheets = {.start = start_workbook};
    static const struct xml_events strings = {start_string, end_string, string_text};
    static const struct xml_events styles = {.start = start_style};
    const char *shared = relations_by_type(relations, "sharedStrings");
    const char *style = relations_by_type(relations, "styles");
    struct reader reader = {.parts = parts};
    int status = xml_read(zip, workbook, &sheets, &reader, error);
    if (status == 0 && shared != NULL)
        status = xml_read(zip, shared, &strings, &reader, error);
    if (status == 0 && style != NULL)
        status = xml_read(zip, style, &styles, &reader, error);
    strbuf_release(&reader.text);
    free(reader.codes);
    return status;
}

void xlsx_parts_release(struct xlsx_parts *parts)
{
    free(parts->sheets);
    free((void *)parts->strings);
    free(parts->formats);
}
