// SPDX-License-Identifier: MIT
/* Rows as a mail to those whom they are about: a line each, under their headings. */
#include "base/message.h"
#include "base/text.h"
#include "view/records/cell.h"
#include "view/records/records.h"
#include "write/mail.h"

extern const struct row_format rows_letter;

static void add_cell(struct strbuf *out, const struct column *column, const void *row,
                     enum lang lang)
{
    struct strbuf scratch = {0}, text = {0};
    struct value value = cell_shown_value(column, row, &scratch);
    if (value.kind == VALUE_DATE)
        lang_add_date(&text, lang, value.date);
    else
        cell_add_shown(&text, &value, lang);
    text_add_printable(out, strbuf_text(&text), true);
    strbuf_release(&scratch);
    strbuf_release(&text);
}

/* «- V.5 Xây dựng quy chế», and below it what else is said: «Due: 30 June 2021; Days left: 60». */
static void add_row(struct strbuf *out, const struct records *records, const void *row,
                    enum lang lang)
{
    enum { TITLE = 1 };
    const char *before = "\n  ";
    struct strbuf cell = {0};
    strbuf_addc(out, '-');
    for (size_t i = 0; i < records->column_count; i++, strbuf_clear(&cell)) {
        add_cell(&cell, records->columns[i], row, lang);
        if (cell.length == 0)
            continue;
        if (i <= TITLE) {
            strbuf_addf(out, " %s", cell.text);
            continue;
        }
        strbuf_addf(out, "%s%s: %s", before, message(records->columns[i]->heading), cell.text);
        before = "; ";
    }
    strbuf_addc(out, '\n');
    strbuf_release(&cell);
}

static void write_letter(const struct records *records, const struct style *style, FILE *out)
{
    struct strbuf letter = {0};
    if (records->to != NULL)
        strbuf_addf(&letter, _("To: %s\n\n"), records->to);
    strbuf_addf(&letter, "%s\n", records->title);
    for (size_t i = 0; i < records->row_count; i++) {
        const void *row = records->rows[i];
        if (i == 0 || !records->same_heading(records->rows[i - 1], row)) {
            strbuf_addc(&letter, '\n');
            records->add_heading(row, &letter);
            strbuf_addc(&letter, '\n');
        }
        add_row(&letter, records, row, style->lang);
    }
    strbuf_addf(&letter, "\n%s\n", records->footer);
    mail_write(&(struct mail){.subject = records->title, .letter = letter.text}, out);
    strbuf_release(&letter);
}

const struct row_format rows_letter = {.write = write_letter, .for_people = true};
