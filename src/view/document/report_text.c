// SPDX-License-Identifier: MIT
#include "view/document/report_text.h"

#include "base/message.h"
#include "plan/task_id.h"

#include <string.h>

void report_add_dates(struct strbuf *out, enum lang lang, const char *format,
                      const struct date dates[REPORT_DATES])
{
    struct strbuf texts[REPORT_DATES] = {{0}};
    for (int i = 0; i < REPORT_DATES; i++)
        if (date_is_set(dates[i]))
            lang_add_date(&texts[i], lang, dates[i]);
    strbuf_addf(out, format, strbuf_text(&texts[0]), strbuf_text(&texts[1]), strbuf_text(&texts[2]),
                strbuf_text(&texts[3]), strbuf_text(&texts[4]));
    for (int i = 0; i < REPORT_DATES; i++)
        strbuf_release(&texts[i]);
}

void report_add_share(struct strbuf *out, enum lang lang, int64_t thousandths)
{
    if (thousandths < 0)
        strbuf_adds(out, "—");
    else
        lang_add_share(out, lang, thousandths);
}

void report_add_figure(struct strbuf *out, enum lang lang, enum value_kind kind, int64_t number,
                       bool change)
{
    bool negative = change && number < 0;
    char points[LANG_TEXT_SIZE];
    if (change)
        strbuf_adds(out, number == 0 ? "±" : negative ? "−" : "+");
    if (negative)
        number = -number;
    if (kind == VALUE_MONEY)
        lang_add_millions(out, lang, number);
    else if (kind == VALUE_SHARE && change)
        strbuf_addf(out, _("%s points"), lang_percent(points, lang, number));
    else if (kind == VALUE_SHARE)
        report_add_share(out, lang, number);
    else
        lang_add_count(out, lang, (uint64_t)number);
}

void report_add_title(struct strbuf *out, const struct report_item *item)
{
    const char *title = item->task->text[TASK_TITLE];
    if (item->name != NULL)
        strbuf_addf(out, "%s: ", item->name);
    size_t length = title != NULL ? strlen(title) : 0;
    while (length > 0 && strchr(".;: ", title[length - 1]) != NULL)
        length--; /* a sentence goes on behind it */
    strbuf_add(out, title, length);
}

void report_add_name(struct strbuf *out, const struct report_item *item)
{
    task_add_milestone_id(out, item->task, false, item->milestone);
    strbuf_adds(out, " ");
    report_add_title(out, item);
}
