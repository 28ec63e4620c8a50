// SPDX-License-Identifier: MIT
#include "write/form.h"

#include "base/lang.h"
#include "base/text.h"
#include "write/form_table.h"
#include "write/mail.h"

#include <string.h>

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
    strbuf_adds(out, form_guide);
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
                              .file_type = form->file_type,
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
