// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "view/chart/chart_svg.h"

static void write_timeline(struct document *document, const struct timeline_row *rows, size_t count,
                           int year)
{
    struct strbuf svg = {0}, id = {0}, caption = {0};
    unsigned number = 0;
    for (size_t fit; count > 0; rows += fit, count -= fit) {
        fit = chart_timeline_fit(rows, count);
        const char *first = rows[0].task->section->code, *last = rows[fit - 1].task->section->code;
        strbuf_clear(&svg);
        strbuf_clear(&id);
        strbuf_clear(&caption);
        strbuf_addf(&id, "timeline-%u", ++number);
        if (rows[0].task->section == rows[fit - 1].task->section)
            strbuf_addf(&caption, _("Timeline of %d, section %s"), year, first);
        else
            strbuf_addf(&caption, _("Timeline of %d, sections %s to %s"), year, first, last);
        chart_add_timeline(&svg, id.text, caption.text, document->lang, rows, fit, year);
        document_figure(document, svg.text, caption.text);
    }
    strbuf_release(&svg);
    strbuf_release(&id);
    strbuf_release(&caption);
}

void chart_write_figures(struct document *document, const struct summary_list *list,
                         const struct timeline_row *rows, size_t count, int year)
{
    struct strbuf svg = {0};
    if (!document_has_figures(document) || count == 0)
        return;
    chart_add_status(&svg, "status", document->lang, list);
    document_figure(document, svg.text, _("How the tasks of each section stand"));
    strbuf_clear(&svg);
    chart_add_budget(&svg, "budget", document->lang, list);
    document_figure(document, svg.text,
                    _("What each section may cost and what was spent, in million đồng"));
    strbuf_release(&svg);
    write_timeline(document, rows, count, year);
}
