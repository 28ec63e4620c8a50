// SPDX-License-Identifier: MIT
#include "read/office/xlsx.h"

#include "base/date.h"
#include "base/letters.h"
#include "base/message.h"
#include "base/text.h"
#include "base/xml.h"
#include "read/office/xlsx_parts.h"

#include <stdio.h>
#include <string.h>

enum kind { KIND_NUMBER, KIND_SHARED, KIND_TEXT, KIND_BOOLEAN, KIND_ERROR, KIND_DATE };

struct reader {
    const struct xlsx_parts *parts;
    struct arena *arena;
    struct grid *grid;
    size_t row, column; /* being read, from 1; 0: none yet */
    bool row_added;     /* its first cell that is not blank was */
    enum kind kind;
    size_t style;
    bool collecting, has_value, has_formula;
    struct strbuf text;
};

/* ---- References ---- */

/* The column in «C12», from 1, and where its letters end; 0 if it has none. */
static size_t read_letters(const char **text)
{
    size_t column = 0;
    for (; **text >= 'A' && **text <= 'Z' && column <= GRID_COLUMNS_MAX; ++*text)
        column = column * 26 + (size_t)(**text - 'A') + 1;
    return column;
}

static size_t read_figures(const char **text)
{
    size_t row = 0;
    for (; **text >= '0' && **text <= '9' && row <= GRID_ROWS_MAX; ++*text)
        row = row * 10 + (size_t)(**text - '0');
    return row;
}

/* Reads «C12»; false if it is no cell of a sheet. */
static bool read_reference(const char **text, size_t *row, size_t *column)
{
    *column = read_letters(text);
    *row = read_figures(text);
    return *column > 0 && *column <= GRID_COLUMNS_MAX && *row > 0 && *row <= GRID_ROWS_MAX;
}

static void locate(struct table *table, size_t row_offset, size_t cell, struct location *location)
{
    const struct grid_table *self = (const struct grid_table *)table;
    const struct grid_row *row = &self->grid->rows[row_offset];
    char rest[COLUMN_LETTERS_SIZE + 24], letters[COLUMN_LETTERS_SIZE];
    snprintf(rest, sizeof rest, "!%s%zu", column_letters(letters, cell), row->line);
    location_set_cell(location, self->name, rest);
    location->line = row->line;
    location->column = cell + 1;
}

/* ---- A sheet ---- */

static void start_row(struct xml *xml, struct reader *reader)
{
    size_t last = reader->row;
    const char *number = xml_attribute(xml, "r");
    char quoted[TEXT_QUOTE_SIZE];
    reader->row = number == NULL ? last + 1 : xml_number(xml, "r", GRID_ROWS_MAX, 0);
    reader->column = 0;
    reader->row_added = false;
    if (reader->row == 0 || reader->row > GRID_ROWS_MAX)
        xml_fail(xml, "row «%s» after row %zu: expected at most 1048576",
                 text_quote_all(quoted, number), last);
    else if (reader->row <= last)
        xml_fail(xml, "row %zu after row %zu: its rows are not in order", reader->row, last);
}

static enum kind read_kind(struct xml *xml, const char *type)
{
    static const struct {
        const char *name;
        enum kind kind;
    } kinds[] = {{"n", KIND_NUMBER},       {"s", KIND_SHARED},  {"str", KIND_TEXT},
                 {"inlineStr", KIND_TEXT}, {"b", KIND_BOOLEAN}, {"e", KIND_ERROR},
                 {"d", KIND_DATE}};
    char quoted[TEXT_QUOTE_SIZE];
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].name, type) == 0)
            return kinds[i].kind;
    xml_fail(xml, "a cell of the type «%s», which Excel does not know",
             text_quote_all(quoted, type));
    return KIND_TEXT;
}

static void start_cell(struct xml *xml, struct reader *reader)
{
    const char *reference = xml_attribute(xml, "r"), *type = xml_attribute(xml, "t");
    size_t row = reader->row, column = reader->column + 1;
    const char *end = reference;
    char quoted[TEXT_QUOTE_SIZE];
    if (reference != NULL &&
        (!read_reference(&end, &row, &column) || *end != '\0' || row != reader->row))
        xml_fail(xml, "cell «%s» in row %zu", text_quote_all(quoted, reference), reader->row);
    else if (column <= reader->column)
        xml_fail(xml, "row %zu: its cells are not in order", reader->row);
    reader->column = column;
    reader->kind = read_kind(xml, type != NULL ? type : "n");
    reader->style = xml_number(xml, "s", XLSX_STYLES_MAX, 0);
    reader->has_value = reader->has_formula = false;
    strbuf_clear(&reader->text);
}

static void start_merge(struct xml *xml, struct reader *reader)
{
    const char *reference = xml_attribute(xml, "ref"), *at = reference != NULL ? reference : "";
    size_t top, left, bottom, right;
    char quoted[TEXT_QUOTE_SIZE];
    bool good = read_reference(&at, &top, &left);
    bottom = top;
    right = left;
    if (good && *at == ':') {
        at++;
        good = read_reference(&at, &bottom, &right);
    }
    if (!good || *at != '\0' || bottom < top || right < left) {
        xml_fail(xml, "«%s»: expected merged cells as in A1:C2", text_quote_all(quoted, reference));
        return;
    }
    const char *problem = grid_add_merge(reader->grid, (struct grid_merge){
                                                           .first = top,
                                                           .last = bottom,
                                                           .column = (uint32_t)left - 1,
                                                           .columns = (uint32_t)(right - left + 1),
                                                       });
    if (problem != NULL)
        xml_fail(xml, "%s", _(problem));
}

static void on_start(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    const char *parent = xml_parent(xml);
    if (strcmp(name, "row") == 0 && strcmp(parent, "sheetData") == 0)
        start_row(xml, reader);
    else if (strcmp(name, "c") == 0 && strcmp(parent, "row") == 0)
        start_cell(xml, reader);
    else if (strcmp(name, "mergeCell") == 0)
        start_merge(xml, reader);
    else if (strcmp(parent, "c") == 0) {
        reader->has_formula |= strcmp(name, "f") == 0;
        reader->collecting = strcmp(name, "v") == 0;
        reader->has_value |= reader->collecting || strcmp(name, "is") == 0;
    } else if (strcmp(name, "t") == 0)
        reader->collecting = strcmp(parent, "is") == 0 ||
                             (strcmp(parent, "r") == 0 && strcmp(xml_ancestor(xml, 2), "is") == 0);
}

static void on_text(struct xml *xml, const char *text, size_t length)
{
    struct reader *reader = xml_context(xml);
    if (!reader->collecting)
        return;
    if (reader->text.length + length > GRID_CELL_TEXT_MAX)
        xml_fail(xml, "a cell of over 1 MiB of text");
    else
        strbuf_add(&reader->text, text, length);
}

static void add_cell(struct xml *xml, struct reader *reader, const char *text, int mark)
{
    const char *problem = NULL;
    if (*text == '\0')
        return;
    if (!reader->row_added)
        problem =
            grid_add_row(reader->grid,
                         (struct grid_row){.line = reader->row, .number = reader->row, .group = 1});
    reader->row_added = true;
    struct grid_cell cell = {text, (uint32_t)reader->column - 1, (char)mark};
    if (problem == NULL)
        problem = grid_add_cell(reader->grid, cell, strlen(text));
    if (problem != NULL)
        xml_fail(xml, "%s", _(problem));
}

static const char *keep(struct reader *reader, const struct strbuf *text)
{
    return arena_intern(reader->arena, strbuf_text(text), text->length);
}

static void add_number(struct xml *xml, struct reader *reader, const char *value)
{
    static const struct xlsx_format general = {.before = "", .after = ""};
    const struct xlsx_parts *parts = reader->parts;
    const struct xlsx_format *format =
        reader->style < parts->format_count ? &parts->formats[reader->style] : &general;
    struct strbuf text = {0};
    char quoted[TEXT_QUOTE_SIZE];
    int mark = xlsx_format_add(&text, format, value, parts->from_1904);
    if (mark < 0)
        xml_fail(xml, "«%s» in row %zu: expected a number", text_quote_all(quoted, value),
                 reader->row);
    else
        add_cell(xml, reader, keep(reader, &text), mark);
    strbuf_release(&text);
}

static void add_shared(struct xml *xml, struct reader *reader, const char *value)
{
    size_t index = read_figures(&value);
    if (*value != '\0' || index >= reader->parts->string_count)
        xml_fail(xml, "a cell in row %zu names string %zu of %zu", reader->row, index + 1,
                 reader->parts->string_count);
    else
        add_cell(xml, reader, reader->parts->strings[index], 0);
}

static void add_text(struct xml *xml, struct reader *reader)
{
    struct strbuf text = {0};
    xlsx_text_add(&text, strbuf_text(&reader->text), reader->text.length);
    add_cell(xml, reader, keep(reader, &text), 0);
    strbuf_release(&text);
}

/* «2021-06-30T00:00:00» is the day alone. */
static void add_date(struct xml *xml, struct reader *reader, const char *value)
{
    char day[11];
    struct date date;
    snprintf(day, sizeof day, "%s", value);
    bool whole =
        strlen(day) == 10 && date_parse(day, &date) && (value[10] == '\0' || value[10] == 'T');
    struct strbuf text = {0};
    strbuf_adds(&text, whole ? day : value);
    add_cell(xml, reader, keep(reader, &text), 0);
    strbuf_release(&text);
}

static void end_cell(struct xml *xml, struct reader *reader)
{
    const char *value = strbuf_text(&reader->text);
    bool text = reader->has_value && reader->kind == KIND_TEXT; /* "" is one too */
    if (reader->has_formula && *value == '\0' && !text)
        add_cell(xml, reader, _("a formula without its result"), GRID_FAILED);
    else if (text)
        add_text(xml, reader);
    else if (*value == '\0')
        return;
    else if (reader->kind == KIND_NUMBER)
        add_number(xml, reader, value);
    else if (reader->kind == KIND_SHARED)
        add_shared(xml, reader, value);
    else if (reader->kind == KIND_BOOLEAN)
        add_cell(xml, reader, strcmp(value, "0") == 0 ? "FALSE" : "TRUE", 0);
    else if (reader->kind == KIND_DATE)
        add_date(xml, reader, value);
    else
        add_cell(xml, reader, keep(reader, &reader->text), GRID_FAILED);
}

static void on_end(struct xml *xml, const char *name)
{
    struct reader *reader = xml_context(xml);
    reader->collecting = false;
    if (strcmp(name, "c") == 0 && strcmp(xml_parent(xml), "row") == 0)
        end_cell(xml, reader);
}

/* ---- The file ---- */

static int read_sheet(struct grid_file *file, struct zip_reader *zip, const char *member,
                      const struct xlsx_parts *parts, struct grid_table table, struct error *error)
{
    static const struct xml_events events = {on_start, on_end, on_text};
    struct grid *grid = grid_file_add(file);
    struct reader reader = {.parts = parts, .arena = &file->strings, .grid = grid};
    int status = xml_read(zip, member, &events, &reader, error);
    strbuf_release(&reader.text);
    if (status != 0)
        return -1;
    const char *problem = grid_finish(file, grid);
    if (problem != NULL) {
        error_set(error, ERROR_DATA, "%s", _(problem));
        location_set_cell(&error->location, table.name, "");
        return -1;
    }
    table.grid = grid;
    table.last = grid->row_count;
    table.group = table.last_group = 1;
    grid_file_add_table(file, table);
    return 0;
}

int xlsx_read(struct grid_file *file, struct zip_reader *zip, const char *workbook,
              const char *path, struct error *error)
{
    struct relations relations = {0};
    struct xlsx_parts parts = {.arena = &file->strings};
    int status = relations_read(&relations, zip, workbook, error);
    if (status == 0)
        status = xlsx_parts_read(&parts, zip, workbook, &relations, error);
    for (size_t i = 0; i < parts.sheet_count && status == 0; i++) {
        const struct xlsx_sheet *sheet = &parts.sheets[i];
        const struct relation *relation = relations_by_id(&relations, sheet->relation);
        struct grid_table table = {.table = {.path = path, .locate = locate},
                                   .name = sheet->name,
                                   .hidden = sheet->hidden};
        if (relation == NULL) {
            status = error_set(error, ERROR_DATA, "the sheet is missing from the file");
            location_set_cell(&error->location, sheet->name, "");
        } else if (strcmp(relation->type, "worksheet") == 0)
            status = read_sheet(file, zip, relation->target, &parts, table, error);
    }
    relations_release(&relations);
    xlsx_parts_release(&parts);
    return status;
}
