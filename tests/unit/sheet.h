// SPDX-License-Identifier: MIT
/* A table of a test, written as CSV, as an Excel sheet and as a Word table, and read back. */
#ifndef TESTS_SHEET_H
#define TESTS_SHEET_H

#include "archive.h"
#include "read/plan_read.h"

#include <stdio.h>

enum { SHEET_ROWS = 64, SHEET_COLUMNS = 12, SHEET_CELL = 160 };
enum sheet_form { SHEET_CSV, SHEET_XLSX, SHEET_DOCX, SHEET_FORMS };

struct sheet {
    char cells[SHEET_ROWS][SHEET_COLUMNS][SHEET_CELL]; /* «<», «^»: merged leftwards, upwards */
    size_t widths[SHEET_ROWS], rows, columns;
    bool outside[SHEET_ROWS]; /* a line that is no row of the table */
};

#define SHEET_TYPES "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define SHEET_RELATION(type, target)                                                               \
    "<Relationships><Relationship Id='r1' Type='" SHEET_TYPES type "' Target='" target             \
    "'/></Relationships>"

/* The cell at a place; blank behind its row's end. */
static inline const char *sheet_cell(const struct sheet *sheet, size_t row, size_t column)
{
    return row < sheet->rows && column < sheet->widths[row] ? sheet->cells[row][column] : "";
}

static inline bool sheet_merged(const struct sheet *sheet, size_t row, size_t column,
                                const char *how)
{
    return strcmp(sheet_cell(sheet, row, column), how) == 0;
}

/* How many columns, and how many rows, the cell goes over. */
static inline size_t sheet_across(const struct sheet *sheet, size_t row, size_t column)
{
    size_t end = column + 1;
    while (sheet_merged(sheet, row, end, "<"))
        end++;
    return end - column;
}

static inline size_t sheet_down(const struct sheet *sheet, size_t row, size_t column)
{
    size_t end = row + 1;
    while (sheet_merged(sheet, end, column, "^"))
        end++;
    return end - row;
}

/* «A<B» for XML, a line break as the markup that the format has for one. */
static inline void sheet_add_text(struct strbuf *out, const char *text, const char *line_break)
{
    for (; *text != '\0'; text++)
        if (*text == '\n')
            strbuf_adds(out, line_break);
        else if (*text == '&' || *text == '<')
            strbuf_adds(out, *text == '&' ? "&amp;" : "&lt;");
        else
            strbuf_addc(out, *text);
}

static inline void sheet_write_csv(const struct sheet *sheet, struct strbuf *out)
{
    for (size_t row = 0; row < sheet->rows; row++)
        for (size_t column = 0; column < sheet->columns; column++) {
            const char *cell = sheet_cell(sheet, row, column);
            bool merged =
                sheet_merged(sheet, row, column, "<") || sheet_merged(sheet, row, column, "^");
            strbuf_adds(out, column > 0 ? ",\"" : "\"");
            for (; !merged && *cell != '\0'; cell++)
                strbuf_adds(out, *cell == '"' ? "\"\"" : (char[]){*cell, '\0'});
            strbuf_adds(out, column + 1 < sheet->columns ? "\"" : "\"\n");
        }
}

static inline void sheet_add_xlsx_cell(const struct sheet *sheet, size_t row, size_t column,
                                       struct strbuf *out)
{
    const char *cell = sheet_cell(sheet, row, column);
    bool figure = *cell != '\0' && (*cell != '0' || cell[1] == '\0') &&
                  strspn(cell, "0123456789") == strlen(cell);
    if (*cell == '\0' || sheet_merged(sheet, row, column, "<") ||
        sheet_merged(sheet, row, column, "^"))
        return;
    strbuf_addf(out, "<c r='%c%zu'%s", (char)('A' + column), row + 1,
                figure ? "><v>" : " t='inlineStr'><is><t xml:space='preserve'>");
    sheet_add_text(out, cell, "\n");
    strbuf_adds(out, figure ? "</v></c>" : "</t></is></c>");
}

static inline void sheet_add_xlsx_merges(const struct sheet *sheet, struct strbuf *out)
{
    for (size_t row = 0; row < sheet->rows; row++)
        for (size_t column = 0; column < sheet->columns; column++) {
            bool inner =
                sheet_merged(sheet, row, column, "<") || sheet_merged(sheet, row, column, "^");
            size_t across = sheet_across(sheet, row, column), down = sheet_down(sheet, row, column);
            if (!inner && across * down > 1)
                strbuf_addf(out, "<mergeCell ref='%c%zu:%c%zu'/>", (char)('A' + column), row + 1,
                            (char)('A' + column + across - 1), row + down);
        }
}

static inline void sheet_write_xlsx(const struct sheet *sheet, struct archive *archive)
{
    struct strbuf page = {0};
    strbuf_adds(&page, "<worksheet><sheetData>");
    for (size_t row = 0; row < sheet->rows; row++) {
        strbuf_addf(&page, "<row r='%zu'>", row + 1);
        for (size_t column = 0; column < sheet->columns; column++)
            sheet_add_xlsx_cell(sheet, row, column, &page);
        strbuf_adds(&page, "</row>");
    }
    strbuf_adds(&page, "</sheetData><mergeCells>");
    sheet_add_xlsx_merges(sheet, &page);
    strbuf_adds(&page, "</mergeCells></worksheet>");
    archive_add(archive, "_rels/.rels", SHEET_RELATION("officeDocument", "xl/book.xml"));
    archive_add(archive, "xl/book.xml",
                "<workbook><sheets><sheet name='KH' sheetId='1' r:id='r1' xmlns:r='x'/></sheets>"
                "</workbook>");
    archive_add(archive, "xl/_rels/book.xml.rels", SHEET_RELATION("worksheet", "one.xml"));
    archive_add(archive, "xl/one.xml", page.text);
    strbuf_release(&page);
}

static inline void sheet_add_paragraph(struct strbuf *out, const char *text)
{
    strbuf_adds(out, "<w:p><w:r><w:t xml:space='preserve'>");
    sheet_add_text(out, text, "</w:t><w:br/><w:t xml:space='preserve'>");
    strbuf_adds(out, "</w:t></w:r></w:p>");
}

static inline void sheet_add_docx_row(const struct sheet *sheet, size_t row, struct strbuf *out)
{
    strbuf_adds(out, "<w:tr>");
    for (size_t column = 0; column < sheet->columns;) {
        size_t across = sheet_across(sheet, row, column);
        bool below = sheet_merged(sheet, row, column, "^");
        strbuf_addf(out, "<w:tc><w:tcPr><w:gridSpan w:val='%zu'/>", across);
        if (below || sheet_down(sheet, row, column) > 1)
            strbuf_adds(out, below ? "<w:vMerge/>" : "<w:vMerge w:val='restart'/>");
        strbuf_adds(out, "</w:tcPr>");
        sheet_add_paragraph(out, below ? "" : sheet_cell(sheet, row, column));
        strbuf_adds(out, "</w:tc>");
        column += across;
    }
    strbuf_adds(out, "</w:tr>");
}

static inline void sheet_write_docx(const struct sheet *sheet, struct archive *archive)
{
    struct strbuf document = {0};
    bool inside = false;
    strbuf_adds(&document, "<w:document xmlns:w='w'><w:body>");
    for (size_t row = 0; row < sheet->rows; row++) {
        if (inside == sheet->outside[row])
            strbuf_adds(&document, inside ? "</w:tbl>" : "<w:tbl>");
        inside = !sheet->outside[row];
        if (inside)
            sheet_add_docx_row(sheet, row, &document);
        else
            sheet_add_paragraph(&document, sheet_cell(sheet, row, 0));
    }
    strbuf_addf(&document, "%s</w:body></w:document>", inside ? "</w:tbl>" : "");
    archive_add(archive, "_rels/.rels", SHEET_RELATION("officeDocument", "word/document.xml"));
    archive_add(archive, "word/document.xml", document.text);
    strbuf_release(&document);
}

static inline struct plan *sheet_read(const struct sheet *sheet, enum sheet_form form,
                                      struct error_list *errors)
{
    static const char *const paths[SHEET_FORMS] = {"a.csv", "a.xlsx", "a.docx"};
    struct read_options options = {.year = 2024};
    struct archive archive = {0};
    struct strbuf text = {0};
    if (form == SHEET_CSV)
        sheet_write_csv(sheet, &text);
    else
        (form == SHEET_XLSX ? sheet_write_xlsx : sheet_write_docx)(sheet, &archive);
    const struct strbuf *bytes = form == SHEET_CSV ? &text : archive_end(&archive);
    struct source source = {.path = paths[form], .text = bytes->text, .length = bytes->length};
    *errors = (struct error_list){0};
    struct plan *plan = plan_read(&source, &options, errors);
    archive_release(&archive);
    strbuf_release(&text);
    return plan;
}

#endif
