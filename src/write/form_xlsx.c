// SPDX-License-Identifier: MIT
#include "write/form_table.h"
#include "write/xlsx_workbook.h"

struct writer {
    struct xlsx_workbook *workbook;
    size_t row;
};

static void add_line(void *context, const struct form_line *line)
{
    struct writer *writer = context;
    const struct xlsx_style frame = {.frame = true};
    for (size_t i = 0; i < FORM_FILLED; i++)
        if (i == FORM_DUE)
            xlsx_workbook_add_date(writer->workbook, writer->row, i, line->due, frame);
        else
            xlsx_workbook_add_text(writer->workbook, writer->row, i, line->cells[i], frame);
    for (size_t i = FORM_FILLED; i < FORM_COLUMNS; i++)
        xlsx_workbook_add_text(writer->workbook, writer->row, i, NULL,
                               (struct xlsx_style){.frame = true,
                                                   .unlocked = line->answers,
                                                   .fill = line->answers ? 0xFFF9C4 : 0xEEEEEE,
                                                   .date = i == FORM_ON});
    writer->row++;
}

static void add_head(struct writer *writer, const struct form *form)
{
    const struct xlsx_style title = {.bold = true, .align = XLSX_CENTRE}, plain = {.italic = true};
    const char *lines[FORM_LINES];
    struct strbuf agency = {0};
    form_head(form, lines, &agency);
    for (size_t i = 0; lines[i] != NULL; i++)
        xlsx_workbook_add_merged(writer->workbook, writer->row++, 0, FORM_COLUMNS - 1, lines[i],
                                 i < FORM_TITLES ? title : plain);
    strbuf_release(&agency);
}

int form_write_xlsx(const struct form *form, FILE *out, struct error *error)
{
    const struct xlsx_style heading = {
        .bold = true, .align = XLSX_CENTRE, .frame = true, .fill = 0xDDE6F0};
    struct writer writer = {.workbook = xlsx_workbook_new(form->progress->as_of, error)};
    struct xlsx_workbook *workbook = writer.workbook;
    if (workbook == NULL)
        return -1;
    xlsx_workbook_add_sheet(workbook, "Phiếu báo cáo");
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        xlsx_workbook_set_width(workbook, i, form_columns_of[i].width);
    add_head(&writer, form);
    size_t head = writer.row++;
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        xlsx_workbook_add_text(workbook, head, i, form_columns_of[i].heading, heading);
    form_each_line(form, add_line, &writer);
    size_t first = head + 1, last = writer.row - 1;
    xlsx_workbook_check_words(workbook, first, last, FORM_STATUS, form_statuses,
                              "Chọn trong danh sách.");
    xlsx_workbook_check_dates(workbook, first, last, FORM_ON,
                              "Điền ngày/tháng/năm, như 30/6/2026.");
    xlsx_workbook_check_numbers(workbook, first, last, FORM_PERCENT, 100, "Điền số từ 0 đến 100.");
    xlsx_workbook_set_header(workbook, head);
    xlsx_workbook_protect(workbook);
    int status = xlsx_workbook_write(workbook, out, error);
    xlsx_workbook_free(workbook);
    return status;
}
