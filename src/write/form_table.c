// SPDX-License-Identifier: MIT
#include "write/form_table.h"

#include "base/lang.h"
#include "plan/task_id.h"

const struct form_column form_columns_of[FORM_COLUMNS] = {
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

const char *const form_statuses[] = {"chưa thực hiện", "đang thực hiện", "đã hoàn thành", "đã hủy",
                                     NULL};
const char form_guide[] =
    "Cách điền: chỉ điền từ cột «Tình trạng» trở đi (chưa thực hiện, đang thực hiện, đã hoàn thành "
    "hoặc đã hủy); việc không có gì mới thì để trống cả dòng. Ngày: ngày/tháng/năm. Giải ngân: lũy "
    "kế từ đầu năm. Không sửa mã, không thêm dòng.";

void form_head(const struct form *form, const char *lines[FORM_LINES], struct strbuf *agency)
{
    char date[LANG_TEXT_SIZE];
    size_t count = 0;
    strbuf_addf(agency, "Cơ quan: %s", *form->agency->name != '\0' ? form->agency->name : "…");
    if (form->period != NULL)
        strbuf_addf(agency, ". Kỳ báo cáo: %s", form->period);
    if (date_is_set(form->send_by))
        strbuf_addf(agency, ". Gửi trước ngày %s", lang_date(date, LANG_VI, form->send_by));
    lines[count++] = "PHIẾU BÁO CÁO TÌNH HÌNH THỰC HIỆN NHIỆM VỤ";
    lines[count++] = form->plan->title != NULL ? form->plan->title : form->plan->id;
    lines[count++] = agency->text;
    lines[count++] = form_guide;
    lines[count] = NULL;
}

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
    strbuf_adds(out, form_statuses[status]);
    if (known->percent != PERCENT_UNSET && milestone == 0)
        strbuf_addf(out, ", %d%%", known->percent);
    if (known->spent_vnd != SPENT_UNSET && milestone == 0)
        strbuf_addf(out, ", %s triệu đồng", lang_millions(text, LANG_VI, known->spent_vnd));
}

/* The target of lines. */
struct sink {
    const struct form *form;
    void (*add)(void *context, const struct form_line *);
    void *context;
};

static void add_line(const struct sink *sink, const struct round_task *asked, unsigned milestone)
{
    const struct task *task = asked->task;
    const struct schedule *schedule = progress_schedule(sink->form->progress, task);
    struct strbuf id = {0}, known = {0};
    task_add_milestone_id(&id, task, false, milestone);
    if (asked->answers)
        add_known(&known, sink->form, task, milestone);
    else
        strbuf_adds(&known, "cơ quan chủ trì thứ nhất báo cáo");
    const struct form_line line = {
        .cells = {[FORM_ID] = id.text,
                  [FORM_TITLE] = task->text[TASK_TITLE],
                  [FORM_MILESTONE] =
                      milestone > 0 ? schedule->milestones[milestone - 1].name : NULL,
                  [FORM_OUTPUT] = task->text[TASK_OUTPUT],
                  [FORM_KNOWN] = known.text},
        .due = milestone > 0 ? schedule->milestones[milestone - 1].due : schedule_due(schedule),
        .answers = asked->answers,
    };
    sink->add(sink->context, &line);
    strbuf_release(&id);
    strbuf_release(&known);
}

void form_each_line(const struct form *form, void (*add)(void *context, const struct form_line *),
                    void *context)
{
    const struct sink sink = {form, add, context};
    for (size_t i = 0; i < form->agency->count; i++) {
        const struct round_task *asked = &form->agency->tasks[i];
        const struct schedule *schedule = progress_schedule(form->progress, asked->task);
        if (schedule->count < 2)
            add_line(&sink, asked, 0);
        for (unsigned j = 0; schedule->count >= 2 && j < schedule->count; j++)
            if (progress_milestone_status(form->progress, asked->task, j) != TASK_DONE)
                add_line(&sink, asked, j + 1);
    }
}
