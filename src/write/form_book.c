// SPDX-License-Identifier: MIT
#include "write/book.h"
#include "write/form_table.h"

struct writer {
    struct book *book;
    size_t row;
};

static void add_line(void *context, const struct form_line *line)
{
    struct writer *writer = context;
    const struct book_style frame = {.frame = true};
    for (size_t i = 0; i < FORM_FILLED; i++)
        if (i == FORM_DUE)
            book_add_date(writer->book, writer->row, i, line->due, frame);
        else
            book_add_text(writer->book, writer->row, i, line->cells[i], frame);
    for (size_t i = FORM_FILLED; i < FORM_COLUMNS; i++)
        book_add_text(writer->book, writer->row, i, NULL,
                      (struct book_style){.frame = true,
                                          .unlocked = line->answers,
                                          .fill = line->answers ? 0xFFF9C4 : 0xEEEEEE,
                                          .date = i == FORM_ON});
    writer->row++;
}

static void add_head(struct writer *writer, const struct form *form)
{
    const struct book_style title = {.bold = true, .align = BOOK_CENTRE}, plain = {.italic = true};
    const char *lines[FORM_LINES];
    struct strbuf agency = {0};
    form_head(form, lines, &agency);
    for (size_t i = 0; lines[i] != NULL; i++)
        book_add_merged(writer->book, writer->row++, 0, FORM_COLUMNS - 1, lines[i],
                        i < FORM_TITLES ? title : plain);
    strbuf_release(&agency);
}

int form_write_book(const struct form *form, FILE *out, struct error *error)
{
    const struct book_style heading = {
        .bold = true, .align = BOOK_CENTRE, .frame = true, .fill = 0xDDE6F0};
    struct writer writer = {.book = book_new(form->progress->as_of, error)};
    struct book *book = writer.book;
    if (book == NULL)
        return -1;
    book_add_sheet(book, "Phiếu báo cáo");
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        book_set_width(book, i, form_columns_of[i].width);
    add_head(&writer, form);
    size_t head = writer.row++;
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        book_add_text(book, head, i, form_columns_of[i].heading, heading);
    form_each_line(form, add_line, &writer);
    size_t first = head + 1, last = writer.row - 1;
    book_check_words(book, first, last, FORM_STATUS, form_statuses, "Chọn trong danh sách.");
    book_check_dates(book, first, last, FORM_ON, "Điền ngày/tháng/năm, như 30/6/2026.");
    book_check_numbers(book, first, last, FORM_PERCENT, 100, "Điền số từ 0 đến 100.");
    book_set_header(book, head);
    book_protect(book);
    int status = book_write(book, out, error);
    book_free(book);
    return status;
}
