// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "view/document/docx.h"
#include "view/document/report_form.h"
#include "view/document/report_view.h"

/* ---- What is the Decree's ---- */

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

/* Adds the head: the sender and its superior, the number, the nation's name and motto, place and
 * day. */
static void add_head(struct docx *docx, const struct report *report)
{
    const struct office *office = report->office;
    struct strbuf text = {0};
    docx_begin_table(docx, (const unsigned[]){42, 58}, 2, false);
    docx_begin_row(docx, false);
    docx_begin_cell(docx, 1);
    add_line(docx, report_or_dots(office->superior), 13, false, false);
    add_line(docx, report_or_dots(report_office_name(report)), 13, true, false);
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
    report_add_plan(&text, report);
    add_line(docx, text.text, 14, true, false);
    strbuf_clear(&text);
    strbuf_addf(&text, "(từ ngày %s đến ngày %s)", lang_date(from, LANG_VI, report->period.from),
                lang_date(until, LANG_VI, report->period.until));
    add_line(docx, text.text, 14, true, false);
    add_rule(docx, 25);
    strbuf_clear(&text);
    strbuf_addf(&text, "Kính gửi: %s", report_or_dots(report->office->addressee));
    add_line(docx, text.text, 14, false, false);
    strbuf_release(&text);
}

/* Adds a line that only people can fill in. */
static void add_blank(struct docx *docx, const char *text)
{
    docx_add_paragraph(docx, text, (struct docx_style){.blank = true});
}

static void add_recipients(struct docx *docx, const struct office *office)
{
    const struct docx_style small = {.align = DOCX_LEFT, .points = 11, .flush = true};
    struct strbuf lines = {0}, line = {0};
    docx_add_paragraph(
        docx, "Nơi nhận:",
        (struct docx_style){
            .align = DOCX_LEFT, .points = 12, .bold = true, .italic = true, .flush = true});
    report_add_recipients(&lines, office);
    for (const char *rest = lines.text; strbuf_take_line(&line, &rest);)
        docx_add_paragraph(docx, line.text, small);
    strbuf_release(&lines);
    strbuf_release(&line);
}

static void add_tail(struct docx *docx, const struct office *office)
{
    enum { ROOM_TO_SIGN = 4 };
    add_line(docx, "", 14, false, false);
    docx_begin_table(docx, (const unsigned[]){50, 50}, 2, false);
    docx_begin_row(docx, false);
    docx_begin_cell(docx, 1);
    add_recipients(docx, office);
    docx_end_cell(docx);
    docx_begin_cell(docx, 1);
    add_line(docx, report_or_dots(office->position), 14, true, false);
    for (int i = 0; i < ROOM_TO_SIGN; i++)
        add_line(docx, "", 14, false, false);
    add_line(docx, report_or_dots(office->signer), 14, true, false);
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
    report_write_summary(report, document);
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
    if (report->office->form != NULL)
        return report_fill_template(report, out, error);
    message_use(LANG_VI);
    add_head(&docx, report);
    add_subject(&docx, report);
    add_body(report, &document);
    add_tail(&docx, report->office);
    if (report->tasks.count > 0) {
        docx_begin_section(&docx, true);
        add_line(&docx, "PHỤ LỤC", 14, true, false);
        report_write_annex(report, &document, "Tình hình thực hiện từng nhiệm vụ");
    }
    message_use(lang);
    int status = docx_write(&docx, report->progress.as_of, out, error);
    docx_release(&docx);
    return status;
}
