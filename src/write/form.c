// SPDX-License-Identifier: MIT
#include "write/form.h"

#include "base/lang.h"
#include "base/text.h"
#include "plan/task_id.h"
#include "write/book.h"
#include "write/mail.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    FORM_ID,
    FORM_TITLE,
    FORM_MILESTONE,
    FORM_OUTPUT,
    FORM_DUE,
    FORM_KNOWN,
    FORM_STATUS,
    FORM_ON,
    FORM_PERCENT,
    FORM_SPENT,
    FORM_VALUE,
    FORM_EVIDENCE,
    FORM_NOTE,
    FORM_COLUMNS,
    FORM_FILLED = FORM_STATUS /* from here on the agency fills in */
};

static const struct {
    const char *heading;
    unsigned width;
} columns[FORM_COLUMNS] = {
    [FORM_ID] = {"Mã nhiệm vụ", 10},
    [FORM_TITLE] = {"Nhiệm vụ", 38},
    [FORM_MILESTONE] = {"Giai đoạn", 14},
    [FORM_OUTPUT] = {"Kết quả, chỉ tiêu", 22},
    [FORM_DUE] = {"Thời hạn", 12},
    [FORM_KNOWN] = {"Đã ghi nhận", 18},
    [FORM_STATUS] = {"Tình trạng", 16},
    [FORM_ON] = {"Tính đến ngày", 12},
    [FORM_PERCENT] = {"Tỷ lệ hoàn thành (%)", 10},
    [FORM_SPENT] = {"Giải ngân (triệu đồng)", 11},
    [FORM_VALUE] = {"Số liệu chỉ tiêu", 14},
    [FORM_EVIDENCE] = {"Tài liệu kiểm chứng", 20},
    [FORM_NOTE] = {"Khó khăn, vướng mắc", 24},
};

static const char *const statuses[] = {"chưa thực hiện", "đang thực hiện", "đã hoàn thành",
                                       "đã hủy", NULL};
static const char guide[] =
    "Cách điền: chỉ điền các ô màu vàng; việc không có gì mới thì để trống cả dòng. Tình trạng: "
    "chọn "
    "trong danh sách. Ngày: ngày/tháng/năm. Giải ngân: lũy kế từ đầu năm. Không sửa mã, không thêm "
    "dòng.";

static const struct book_style frame = {.frame = true};

/* ---- The workbook ---- */

static void add_known(struct strbuf *out, const struct form *form, const struct task *task,
                      unsigned milestone)
{
    const struct task_progress *known = progress_of(form->progress, task);
    enum task_status status = milestone > 0
                                  ? progress_milestone_status(form->progress, task, milestone - 1)
                                  : progress_status(form->progress, task);
    char text[LANG_TEXT_SIZE];
    if (known == NULL)
        return;
    strbuf_adds(out, statuses[status]);
    if (known->percent != PERCENT_UNSAID && milestone == 0)
        strbuf_addf(out, ", %d%%", known->percent);
    if (known->spent_vnd != SPENT_UNSAID && milestone == 0)
        strbuf_addf(out, ", %s triệu đồng", lang_millions(text, LANG_VI, known->spent_vnd));
}

static void add_row(struct book *book, size_t row, const struct form *form,
                    const struct round_task *asked, unsigned milestone)
{
    const struct task *task = asked->task;
    const struct schedule *schedule = progress_schedule(form->progress, task);
    struct date due =
        milestone > 0 ? schedule->milestones[milestone - 1].due : schedule_due(schedule);
    struct book_style blank = {.frame = true, .unlocked = asked->answers};
    struct strbuf id = {0}, known = {0};
    blank.fill = asked->answers ? 0xFFF9C4 : 0xEEEEEE;
    task_add_milestone_id(&id, task, false, milestone);
    if (asked->answers)
        add_known(&known, form, task, milestone);
    else
        strbuf_adds(&known, "cơ quan chủ trì thứ nhất báo cáo");
    book_add_text(book, row, FORM_ID, id.text, frame);
    book_add_text(book, row, FORM_TITLE, task->text[TASK_TITLE], frame);
    book_add_text(book, row, FORM_MILESTONE,
                  milestone > 0 ? schedule->milestones[milestone - 1].name : NULL, frame);
    book_add_text(book, row, FORM_OUTPUT, task->text[TASK_OUTPUT], frame);
    book_add_date(book, row, FORM_DUE, due, frame);
    book_add_text(book, row, FORM_KNOWN, strbuf_text(&known), frame);
    for (size_t column = FORM_FILLED; column < FORM_COLUMNS; column++) {
        struct book_style style = blank;
        style.date = column == FORM_ON;
        book_add_text(book, row, column, NULL, style);
    }
    strbuf_release(&id);
    strbuf_release(&known);
}

/* A task of several milestones is reported on by each, those that are done aside. */
static size_t add_task(struct book *book, size_t row, const struct form *form,
                       const struct round_task *asked)
{
    const struct schedule *schedule = progress_schedule(form->progress, asked->task);
    if (schedule->count < 2) {
        add_row(book, row, form, asked, 0);
        return row + 1;
    }
    for (unsigned i = 0; i < schedule->count; i++)
        if (progress_milestone_status(form->progress, asked->task, i) != TASK_DONE)
            add_row(book, row++, form, asked, i + 1);
    return row;
}

static size_t add_head(struct book *book, const struct form *form)
{
    const struct book_style title = {.bold = true, .align = BOOK_CENTRE}, plain = {.italic = true};
    struct strbuf line = {0};
    char date[LANG_TEXT_SIZE];
    size_t row = 0;
    book_add_merged(book, row++, 0, FORM_COLUMNS - 1, "PHIẾU BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ",
                    title);
    book_add_merged(book, row++, 0, FORM_COLUMNS - 1,
                    form->plan->title != NULL ? form->plan->title : form->plan->id, title);
    strbuf_addf(&line, "Cơ quan: %s", *form->agency->name != '\0' ? form->agency->name : "…");
    if (form->period != NULL)
        strbuf_addf(&line, ". Kỳ báo cáo: %s", form->period);
    if (date_is_set(form->send_by))
        strbuf_addf(&line, ". Gửi trước ngày %s", lang_date(date, LANG_VI, form->send_by));
    book_add_merged(book, row++, 0, FORM_COLUMNS - 1, line.text, plain);
    book_add_merged(book, row++, 0, FORM_COLUMNS - 1, guide, plain);
    strbuf_release(&line);
    return row;
}

int form_write_book(const struct form *form, FILE *out, struct error *error)
{
    const struct book_style heading = {
        .bold = true, .align = BOOK_CENTRE, .frame = true, .fill = 0xDDE6F0};
    struct book *book = book_new(form->progress->as_of, error);
    if (book == NULL)
        return -1;
    book_add_sheet(book, "Phiếu báo cáo");
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        book_set_width(book, i, columns[i].width);
    size_t head = add_head(book, form), row = head + 1;
    for (size_t i = 0; i < FORM_COLUMNS; i++)
        book_add_text(book, head, i, columns[i].heading, heading);
    for (size_t i = 0; i < form->agency->count; i++)
        row = add_task(book, row, form, &form->agency->tasks[i]);
    book_check_words(book, head + 1, row - 1, FORM_STATUS, statuses, "Chọn trong danh sách.");
    book_check_dates(book, head + 1, row - 1, FORM_ON, "Điền ngày/tháng/năm, như 30/6/2026.");
    book_check_numbers(book, head + 1, row - 1, FORM_PERCENT, 100, "Điền số từ 0 đến 100.");
    book_set_header(book, head);
    book_protect(book);
    int status = book_write(book, out, error);
    book_free(book);
    return status;
}

/* ---- The mail ---- */

static void add_letter(struct strbuf *out, const struct form *form)
{
    char date[LANG_TEXT_SIZE];
    size_t asked = form->agency->asked;
    strbuf_addf(out, "Kính gửi: %s\n\n", *form->agency->name != '\0' ? form->agency->name : "…");
    strbuf_addf(out,
                "Đề nghị quý cơ quan báo cáo tình hình thực hiện %zu nhiệm vụ được giao chủ trì "
                "trong %s",
                asked, form->plan->title != NULL ? form->plan->title : form->plan->id);
    if (form->period != NULL)
        strbuf_addf(out, ", kỳ %s", form->period);
    strbuf_adds(out, ", theo phiếu kèm theo.\n\n");
    strbuf_adds(out, guide);
    strbuf_adds(out, "\n\n");
    if (date_is_set(form->send_by))
        strbuf_addf(out, "Phiếu đã điền xin gửi lại trước ngày %s.\n",
                    lang_date(date, LANG_VI, form->send_by));
    else
        strbuf_adds(out, "Phiếu đã điền xin gửi lại bằng cách trả lời thư này.\n");
    strbuf_adds(out, "\nTrân trọng.\n");
    if (form->plan->organisation != NULL)
        strbuf_addf(out, "%s\n", form->plan->organisation);
}

void form_write_mail(const struct form *form, const char *file_name, const char *bytes,
                     size_t length, FILE *out)
{
    struct strbuf letter = {0}, subject = {0};
    add_letter(&letter, form);
    strbuf_addf(&subject, "Đề nghị báo cáo tình hình thực hiện nhiệm vụ: %s",
                *form->agency->name != '\0' ? form->agency->name : form->plan->id);
    const struct mail mail = {.subject = subject.text,
                              .letter = letter.text,
                              .file_name = file_name,
                              .file_type = "application/"
                                           "vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                              .file = bytes,
                              .file_length = length};
    mail_write(&mail, out);
    strbuf_release(&letter);
    strbuf_release(&subject);
}

/* ---- Names ---- */

/* Letters and figures without marks, with «-» between them. */
static void add_slug(struct strbuf *out, const char *text)
{
    enum { MOST = 60 };
    struct strbuf folded = {0};
    size_t before = out->length;
    text_fold(&folded, text, strlen(text));
    for (const char *at = strbuf_text(&folded); *at != '\0' && out->length - before < MOST; at++) {
        bool kept = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        if (kept)
            strbuf_addc(out, *at);
        else if (out->length > before && out->text[out->length - 1] != '-')
            strbuf_addc(out, '-');
    }
    while (out->length > before && out->text[out->length - 1] == '-')
        out->text[--out->length] = '\0';
    strbuf_release(&folded);
}

void form_add_name(struct strbuf *out, const struct plan *plan, const char *agency)
{
    add_slug(out, plan->id);
    strbuf_adds(out, ".form.");
    size_t before = out->length;
    add_slug(out, agency);
    if (out->length == before)
        strbuf_adds(out, "khac");
}
