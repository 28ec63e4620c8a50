// SPDX-License-Identifier: MIT
#include "view/document/report_form.h"

#include "base/message.h"
#include "view/document/docx.h"
#include "view/document/docx_template.h"
#include "view/document/report_text.h"
#include "view/document/report_view.h"

#include <inttypes.h>
#include <string.h>

const char *report_or_dots(const char *text)
{
    return text != NULL ? text : "……………………";
}

const char *report_office_name(const struct report *report)
{
    return report->office->name != NULL ? report->office->name : report->plan->organisation;
}

void report_add_plan(struct strbuf *out, const struct report *report)
{
    if (report->plan->title != NULL)
        strbuf_adds(out, report->plan->title);
    else
        strbuf_addf(out, "kế hoạch cải cách hành chính năm %d", report->plan->year);
}

void report_add_recipients(struct strbuf *out, const struct office *office)
{
    strbuf_adds(out, "- Như trên;\n");
    for (const char *rest = office->recipients; rest != NULL && *rest != '\0';) {
        size_t length = strcspn(rest, ";");
        const char *name = rest + strspn(rest, " ");
        strbuf_addf(out, "- %.*s;\n", (int)(rest + length - name), name);
        rest += length + (rest[length] == ';');
    }
    strbuf_adds(out, "- Lưu: VT.");
}

/* ---- What stands at an office's placeholders: words ---- */

static void add_superior(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report->office->superior));
}

static void add_name(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report_office_name(report)));
}

static void add_symbol(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report->office->symbol));
}

static void add_place(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report->office->place));
}

static void add_position(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report->office->position));
}

static void add_signer(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report->office->signer));
}

static void add_addressee(const struct report *report, struct strbuf *out)
{
    strbuf_adds(out, report_or_dots(report->office->addressee));
}

static void add_recipients(const struct report *report, struct strbuf *out)
{
    report_add_recipients(out, report->office);
}

static void add_subject(const struct report *report, struct strbuf *out)
{
    report_add_subject(out, report);
}

static void add_plan(const struct report *report, struct strbuf *out)
{
    report_add_plan(out, report);
}

static void add_summary(const struct report *report, struct strbuf *out)
{
    report_add_summary(out, report, LANG_VI);
}

static void add_year(const struct report *report, struct strbuf *out)
{
    strbuf_add_number(out, report->plan->year);
}

static void add_from(const struct report *report, struct strbuf *out)
{
    lang_add_date(out, LANG_VI, report->period.from);
}

static void add_until(const struct report *report, struct strbuf *out)
{
    lang_add_date(out, LANG_VI, report->period.until);
}

static void add_as_of(const struct report *report, struct strbuf *out)
{
    lang_add_date(out, LANG_VI, report->progress.as_of);
}

static void add_completion(const struct report *report, struct strbuf *out)
{
    report_add_share(out, LANG_VI, summary_completion(&report->sections.total));
}

static void add_answers(const struct report *report, struct strbuf *out)
{
    report_add_share(out, LANG_VI, report_answer_rate(&report->sections.total));
}

static void add_budget(const struct report *report, struct strbuf *out)
{
    lang_add_millions(out, LANG_VI, report->sections.total.budget_vnd);
}

static void add_spent(const struct report *report, struct strbuf *out)
{
    lang_add_millions(out, LANG_VI, report->sections.total.spent_vnd);
}

static void add_tasks(const struct report *report, struct strbuf *out)
{
    strbuf_addf(out, "%zu", report->sections.total.tasks);
}

static void add_done(const struct report *report, struct strbuf *out)
{
    strbuf_addf(out, "%zu", report->sections.total.statuses[TASK_DONE]);
}

/* ---- What stands there: paragraphs and tables ---- */

static void write_annex(const struct report *report, struct document *document)
{
    report_write_annex(report, document, NULL);
}

/* ---- The placeholders ---- */

static const struct {
    const char *name;
    void (*add)(const struct report *report, struct strbuf *out);
    void (*write)(const struct report *report, struct document *document);
} placeholders[] = {
    {"co_quan", .add = add_name},
    {"co_quan_chu_quan", .add = add_superior},
    {"ky_hieu", .add = add_symbol},
    {"dia_danh", .add = add_place},
    {"kinh_gui", .add = add_addressee},
    {"noi_nhan", .add = add_recipients},
    {"chuc_vu", .add = add_position},
    {"nguoi_ky", .add = add_signer},
    {"ten_bao_cao", .add = add_subject},
    {"ten_ke_hoach", .add = add_plan},
    {"nam", .add = add_year},
    {"tu_ngay", .add = add_from},
    {"den_ngay", .add = add_until},
    {"ngay_so_lieu", .add = add_as_of},
    {"so_nhiem_vu", .add = add_tasks},
    {"hoan_thanh", .add = add_done},
    {"ty_le_hoan_thanh", .add = add_completion},
    {"ty_le_bao_cao", .add = add_answers},
    {"kinh_phi", .add = add_budget},
    {"giai_ngan", .add = add_spent},
    {"tom_tat", .add = add_summary},
    {"bang_so_lieu", .write = report_write_numbers},
    {"ket_qua", .write = report_write_sections},
    {"nhiem_vu_qua_han", .write = report_write_overdue},
    {"nhiem_vu_ky_toi", .write = report_write_next},
    {"phu_luc", .write = write_annex},
};
enum { PLACEHOLDERS = sizeof placeholders / sizeof *placeholders };

/* The placeholders of counts, in the order of enum task_state. */
static const char *const state_placeholders[TASK_STATES + 1] = {"hoan_thanh_dung_han",
                                                                "hoan_thanh_qua_han",
                                                                "hoan_thanh_khong_thoi_han",
                                                                "trong_han",
                                                                "qua_han",
                                                                "khong_thoi_han",
                                                                "da_huy",
                                                                NULL};

static enum docx_placeholder add_vietnamese(void *context, const char *name, struct strbuf *out)
{
    const struct report *report = context;
    for (size_t i = 0; i < TASK_STATES; i++)
        if (strcmp(state_placeholders[i], name) == 0) {
            strbuf_addf(out, "%zu", report->sections.total.states[i]);
            return DOCX_PLACEHOLDER_TEXT;
        }
    for (size_t i = 0; i < PLACEHOLDERS; i++) {
        if (strcmp(placeholders[i].name, name) != 0)
            continue;
        if (placeholders[i].add != NULL) {
            placeholders[i].add(report, out);
            return DOCX_PLACEHOLDER_TEXT;
        }
        struct docx docx = {0};
        struct document document = {&document_docx, .lang = LANG_VI, .own = &docx};
        placeholders[i].write(report, &document);
        strbuf_add(out, strbuf_text(&docx.body), docx.body.length);
        docx_release(&docx);
        return DOCX_PLACEHOLDER_BLOCK;
    }
    return DOCX_PLACEHOLDER_UNKNOWN;
}

/* The document is Vietnamese; what is wrong with it is said in the user's language. */
static enum docx_placeholder add_at(void *context, const char *name, struct strbuf *out)
{
    enum lang lang = message_lang();
    message_use(LANG_VI);
    enum docx_placeholder placeholder = add_vietnamese(context, name, out);
    message_use(lang);
    return placeholder;
}

int report_fill_template(const struct report *report, FILE *out, struct error *error)
{
    const char *names[PLACEHOLDERS + TASK_STATES + 1];
    const struct docx_filler filler = {add_at, (void *)(uintptr_t)report, names};
    for (size_t i = 0; i < PLACEHOLDERS; i++)
        names[i] = placeholders[i].name;
    memcpy(names + PLACEHOLDERS, state_placeholders, sizeof state_placeholders);
    return docx_template_fill(report->office->form, &filler, report->progress.as_of, out, error);
}
