// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "view/document/annex.h"
#include "view/document/docx.h"
#include "view/document/report_view.h"

#include <string.h>

static const char dots[] = "……………………";

/* ---- The body, as any document's ---- */

static struct docx *docx_of(const struct document *document)
{
    return document->own;
}

static void begin(struct document *document, const char *title)
{
    (void)document;
    (void)title;
}

static void add_heading(struct document *document, unsigned level, const char *text)
{
    docx_add_paragraph(docx_of(document), text,
                       (struct docx_style){.bold = true, .italic = level > 3, .with_next = true});
}

static void add_paragraph(struct document *document, const char *text)
{
    docx_add_paragraph(docx_of(document), text, (struct docx_style){0});
}

static void add_item(struct document *document, const char *text)
{
    struct strbuf line = {0};
    strbuf_addf(&line, "- %s", text);
    add_paragraph(document, line.text);
    strbuf_release(&line);
}

static void add_cell(struct docx *docx, const char *text, size_t span, struct docx_style style)
{
    style.flush = true;
    style.points = 12;
    docx_begin_cell(docx, span);
    docx_add_paragraph(docx, text != NULL ? text : "", style);
    docx_end_cell(docx);
}

/* A title needs the most room, the number before it the least; a table of figures is even. */
static unsigned weight_of(const struct document *document, size_t column)
{
    bool titled = document->column_count > 1 && !document->columns[1].right;
    if (column > 1)
        return 4;
    if (column == 1)
        return titled ? 8 : 4;
    return titled ? 2 : 6;
}

static void set_widths(const struct document *document, unsigned *widths)
{
    unsigned sum = 0;
    for (size_t i = 0; i < document->column_count; i++)
        sum += weight_of(document, i);
    for (size_t i = 0; i < document->column_count; i++)
        widths[i] = weight_of(document, i) * 100 / sum;
}

static void begin_table(struct document *document, const char *caption)
{
    enum { MOST = 64 };
    unsigned widths[MOST];
    struct docx *docx = docx_of(document);
    if (document->column_count > MOST)
        document->column_count = MOST;
    if (caption != NULL)
        docx_add_paragraph(
            docx, caption,
            (struct docx_style){
                .align = DOCX_CENTRE, .bold = true, .points = 13, .with_next = true});
    set_widths(document, widths);
    docx_begin_table(docx, widths, document->column_count, true);
    docx_begin_row(docx, true);
    for (size_t i = 0; i < document->column_count; i++)
        add_cell(docx, document->columns[i].heading, 1,
                 (struct docx_style){.align = DOCX_CENTRE, .bold = true});
    docx_end_row(docx);
}

static void add_row(struct document *document, enum document_row kind, const char *const *cells)
{
    struct docx *docx = docx_of(document);
    docx_begin_row(docx, false);
    if (kind == DOCUMENT_ROW_SECTION)
        add_cell(docx, cells[0], document->column_count,
                 (struct docx_style){.align = DOCX_LEFT, .bold = true, .with_next = true});
    for (size_t i = 0; i < document->column_count && kind != DOCUMENT_ROW_SECTION; i++)
        add_cell(docx, cells[i], 1,
                 (struct docx_style){.align = document->columns[i].right ? DOCX_RIGHT : DOCX_LEFT,
                                     .bold = kind == DOCUMENT_ROW_TOTAL});
    docx_end_row(docx);
}

static void end_table(struct document *document)
{
    docx_end_table(docx_of(document));
    docx_add_paragraph(docx_of(document), "", (struct docx_style){.flush = true, .points = 6});
}

static void end(struct document *document)
{
    (void)document;
}

static const struct document_format document_docx = {
    .begin = begin,
    .heading = add_heading,
    .paragraph = add_paragraph,
    .item = add_item,
    .table = begin_table,
    .row = add_row,
    .table_end = end_table,
    .end = end,
};

/* ---- What is the Decree's ---- */

static const char *or_dots(const char *text)
{
    return text != NULL ? text : dots;
}

static void add_line(struct docx *docx, const char *text, unsigned points, bool bold, bool italic)
{
    docx_add_paragraph(
        docx, text,
        (struct docx_style){
            .align = DOCX_CENTRE, .points = points, .bold = bold, .italic = italic, .flush = true});
}

static void add_rule(struct docx *docx, unsigned percent)
{
    docx_add_paragraph(docx, NULL, (struct docx_style){.rule = percent});
}

/* Who writes, under whom, the number; the nation's name and motto, place and day. */
static void add_head(struct docx *docx, const struct report *report)
{
    const struct office *office = report->office;
    const char *name = office->name != NULL ? office->name : report->plan->organisation;
    struct strbuf text = {0};
    docx_begin_table(docx, (const unsigned[]){42, 58}, 2, false);
    docx_begin_row(docx, false);
    docx_begin_cell(docx, 1);
    add_line(docx, or_dots(office->superior), 13, false, false);
    add_line(docx, or_dots(name), 13, true, false);
    add_rule(docx, 40);
    strbuf_addf(&text, "Số:        /BC-%s", office->symbol != NULL ? office->symbol : "…");
    add_line(docx, text.text, 13, false, false);
    docx_end_cell(docx);
    docx_begin_cell(docx, 1);
    add_line(docx, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, true, false);
    add_line(docx, "Độc lập - Tự do - Hạnh phúc", 13, true, false);
    add_rule(docx, 62);
    strbuf_clear(&text);
    strbuf_addf(&text, "%s, ngày      tháng      năm %d",
                office->place != NULL ? office->place : "…", report->period.send_by.year);
    add_line(docx, text.text, 13, false, true);
    docx_end_cell(docx);
    docx_end_row(docx);
    docx_end_table(docx);
    strbuf_release(&text);
}

static void add_subject(struct docx *docx, const struct report *report)
{
    struct strbuf text = {0};
    char from[LANG_TEXT_SIZE], until[LANG_TEXT_SIZE];
    add_line(docx, "", 14, false, false);
    add_line(docx, "BÁO CÁO", 14, true, false);
    strbuf_adds(&text, "Kết quả thực hiện ");
    if (report->plan->title != NULL)
        strbuf_adds(&text, report->plan->title);
    else
        strbuf_addf(&text, "kế hoạch cải cách hành chính năm %d", report->plan->year);
    add_line(docx, text.text, 14, true, false);
    strbuf_clear(&text);
    strbuf_addf(&text, "(từ ngày %s đến ngày %s)", lang_date(from, LANG_VI, report->period.from),
                lang_date(until, LANG_VI, report->period.until));
    add_line(docx, text.text, 14, true, false);
    add_rule(docx, 25);
    strbuf_clear(&text);
    strbuf_addf(&text, "Kính gửi: %s", or_dots(report->office->addressee));
    add_line(docx, text.text, 14, false, false);
    strbuf_release(&text);
}

/* What only people can say. */
static void add_blank(struct docx *docx, const char *text)
{
    docx_add_paragraph(docx, text, (struct docx_style){.blank = true});
}

static void add_recipients(struct docx *docx, const char *recipients)
{
    const struct docx_style small = {.align = DOCX_LEFT, .points = 11, .flush = true};
    struct strbuf line = {0};
    docx_add_paragraph(
        docx, "Nơi nhận:",
        (struct docx_style){
            .align = DOCX_LEFT, .points = 12, .bold = true, .italic = true, .flush = true});
    docx_add_paragraph(docx, "- Như trên;", small);
    for (const char *rest = recipients; rest != NULL && *rest != '\0';) {
        size_t length = strcspn(rest, ";");
        const char *name = rest + strspn(rest, " ");
        strbuf_clear(&line);
        strbuf_addf(&line, "- %.*s;", (int)(rest + length - name), name);
        docx_add_paragraph(docx, line.text, small);
        rest += length + (rest[length] == ';');
    }
    docx_add_paragraph(docx, "- Lưu: VT.", small);
    strbuf_release(&line);
}

static void add_tail(struct docx *docx, const struct office *office)
{
    enum { ROOM_TO_SIGN = 4 };
    add_line(docx, "", 14, false, false);
    docx_begin_table(docx, (const unsigned[]){50, 50}, 2, false);
    docx_begin_row(docx, false);
    docx_begin_cell(docx, 1);
    add_recipients(docx, office->recipients);
    docx_end_cell(docx);
    docx_begin_cell(docx, 1);
    add_line(docx, or_dots(office->position), 14, true, false);
    for (int i = 0; i < ROOM_TO_SIGN; i++)
        add_line(docx, "", 14, false, false);
    add_line(docx, or_dots(office->signer), 14, true, false);
    docx_end_cell(docx);
    docx_end_row(docx);
    docx_end_table(docx);
}

static void add_body(const struct report *report, struct document *document)
{
    struct docx *docx = document->own;
    document_heading(document, 2, "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH");
    add_blank(docx, "[Các văn bản chỉ đạo đã ban hành; việc phân công, kiểm tra, đôn đốc.]");
    document_heading(document, 2, "II. KẾT QUẢ THỰC HIỆN");
    report_write_numbers(report, document);
    report_write_sections(report, document);
    document_heading(document, 2, "III. ĐÁNH GIÁ CHUNG");
    document_heading(document, 3, "1. Kết quả đạt được");
    add_blank(docx, "[Những kết quả nổi bật, mô hình, cách làm mới.]");
    document_heading(document, 3, "2. Tồn tại, hạn chế và nguyên nhân");
    report_write_overdue(report, document);
    add_blank(docx, "[Nguyên nhân khách quan, chủ quan.]");
    document_heading(document, 2, "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TỚI");
    report_write_next(report, document);
    add_blank(docx, "[Giải pháp tổ chức thực hiện.]");
    document_heading(document, 2, "V. KIẾN NGHỊ, ĐỀ XUẤT");
    add_blank(docx, "[Kiến nghị với cấp trên, đề xuất với các cơ quan.]");
}

int report_write_docx(const struct report *report, FILE *out, struct error *error)
{
    struct docx docx = {0};
    struct document document = {&document_docx, .out = out, .lang = LANG_VI, .own = &docx};
    enum lang lang = message_lang();
    message_use(LANG_VI);
    add_head(&docx, report);
    add_subject(&docx, report);
    add_body(report, &document);
    add_tail(&docx, report->office);
    if (report->tasks.count > 0) {
        docx_begin_section(&docx, true);
        add_line(&docx, "PHỤ LỤC", 14, true, false);
        annex_write(&document, &report->tasks, &report->progress,
                    "Tình hình thực hiện từng nhiệm vụ");
    }
    message_use(lang);
    int status = docx_write(&docx, report->progress.as_of, out, error);
    docx_release(&docx);
    return status;
}
