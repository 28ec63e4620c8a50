// SPDX-License-Identifier: MIT
#include "view/document/plan_page.h"
#include "write/plan_text.h"

int plan_write_html(const struct plan_extract *extract, FILE *out, struct error *error)
{
    struct document document = {.format = &document_html, .out = out, .lang = extract->lang};
    struct task_list tasks = {0};
    struct summary_list sections = {0};
    int status = plan_extract_totals(extract, &tasks, &sections, error);
    if (status == 0) {
        struct plan_page page = {extract->plan, &tasks, &sections, extract->progress,
                                 extract->query->count > 0};
        status = plan_page_write(&document, &page, error);
    }
    summary_list_release(&sections);
    task_list_release(&tasks);
    return status;
}
