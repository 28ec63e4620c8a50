// SPDX-License-Identifier: MIT
#include "view/plan_page.h"

#include "base/message.h"
#include "view/annex.h"
#include "view/cell.h"
#include "view/chart_svg.h"
#include "view/status_view.h"
#include "view/task_view.h"

#include <stdlib.h>

static void write_head(struct document *document, const struct plan *plan)
{
    struct strbuf line = {0};
    document_begin(document, plan->title != NULL ? plan->title : plan->id);
    if (plan->organisation != NULL) {
        strbuf_addf(&line, _("Organisation: %s"), plan->organisation);
        document_paragraph(document, line.text);
        strbuf_clear(&line);
    }
    strbuf_addf(&line, _("Plan %s, year %d"), plan->id, plan->year);
    document_paragraph(document, line.text);
    strbuf_release(&line);
}

/* ---- The numbers ---- */

static void write_standing(struct document *document, const struct plan_page *page,
                           struct strbuf *line)
{
    const struct tally *total = &page->sections->total;
    enum lang lang = document->lang;
    strbuf_clear(line);
    strbuf_adds(line, _("As of "));
    lang_add_date(line, lang, page->as_of);
    strbuf_adds(line, ": ");
    lang_add_plural(line, lang, total->tasks, "task", "tasks");
    for (int i = 0; i < STANDINGS; i++) {
        if (total->standings[i] == 0)
            continue;
        strbuf_addf(line, "; %s: ", status_standing_title((enum standing)i));
        lang_add_count(line, lang, total->standings[i]);
    }
    document_item(document, line->text);
}

static int write_money(struct document *document, const struct plan_page *page, struct strbuf *line,
                       struct error *error)
{
    const struct plan *plan = page->plan;
    strbuf_clear(line);
    strbuf_addf(line, "%s: ", _("Budget"));
    if (task_add_total(line, page->tasks, false, document->lang, error) != 0)
        return -1;
    document_item(document, line->text);
    strbuf_clear(line);
    strbuf_addf(line, "%s: ", _("Spent"));
    lang_add_millions(line, document->lang, page->sections->total.spent_vnd);
    strbuf_addf(line, " %s", _("million đồng"));
    document_item(document, line->text);
    if (page->part || (plan->declared.tasks == NULL && plan->declared.budget == NULL))
        return 0;
    strbuf_clear(line);
    strbuf_addf(line, "%s:", _("Declared by the document"));
    if (plan->declared.tasks != NULL)
        strbuf_addf(line, " «%s»", plan->declared.tasks);
    if (plan->declared.budget != NULL)
        strbuf_addf(line, " «%s»", plan->declared.budget);
    document_item(document, line->text);
    return 0;
}

enum number_column {
    NUMBER_GROUP,
    NUMBER_TASKS,
    NUMBER_STANDINGS,
    NUMBER_DONE = NUMBER_STANDINGS + STANDINGS,
    NUMBER_BUDGET,
    NUMBER_SPENT,
    NUMBER_COLUMNS
};

static void write_numbers_row(struct document *document, const struct tally *tally, bool total)
{
    struct strbuf cells[NUMBER_COLUMNS] = {{0}};
    const char *texts[NUMBER_COLUMNS];
    enum lang lang = document->lang;
    strbuf_adds(&cells[NUMBER_GROUP], total ? _("Total") : tally->group);
    if (!total && tally->title != NULL)
        strbuf_addf(&cells[NUMBER_GROUP], ". %s", tally->title);
    lang_add_count(&cells[NUMBER_TASKS], lang, tally->tasks);
    for (int i = 0; i < STANDINGS; i++)
        lang_add_count(&cells[NUMBER_STANDINGS + i], lang, tally->standings[i]);
    struct value done = {.kind = VALUE_SHARE, .number = tally_completion(tally)};
    if (done.number >= 0)
        cell_add_shown(&cells[NUMBER_DONE], &done, lang);
    lang_add_millions(&cells[NUMBER_BUDGET], lang, tally->budget_vnd);
    lang_add_millions(&cells[NUMBER_SPENT], lang, tally->spent_vnd);
    for (int i = 0; i < NUMBER_COLUMNS; i++)
        texts[i] = strbuf_text(&cells[i]);
    document_row(document, total ? DOCUMENT_ROW_TOTAL : DOCUMENT_ROW, texts);
    for (int i = 0; i < NUMBER_COLUMNS; i++)
        strbuf_release(&cells[i]);
}

static void write_numbers(struct document *document, const struct tally_list *sections)
{
    struct document_column columns[NUMBER_COLUMNS] = {
        [NUMBER_GROUP] = {_("Section"), false},
        [NUMBER_TASKS] = {_("Tasks"), true},
        [NUMBER_DONE] = {_("Done"), true},
        [NUMBER_BUDGET] = {_("Budget (million đồng)"), true},
        [NUMBER_SPENT] = {_("Spent (million đồng)"), true},
    };
    for (int i = 0; i < STANDINGS; i++)
        columns[NUMBER_STANDINGS + i] =
            (struct document_column){status_standing_title((enum standing)i), true};
    document_table(document, columns, NUMBER_COLUMNS, _("Tasks and money by section"));
    for (size_t i = 0; i < sections->count; i++)
        write_numbers_row(document, &sections->items[i], false);
    write_numbers_row(document, &sections->total, true);
    document_table_end(document);
}

int plan_page_write(struct document *document, const struct plan_page *page, struct error *error)
{
    struct strbuf line = {0};
    size_t count;
    write_head(document, page->plan);
    document_heading(document, 2, _("In numbers"));
    write_standing(document, page, &line);
    int status = write_money(document, page, &line, error);
    strbuf_release(&line);
    if (status != 0)
        return -1;
    if (page->tasks->count > 0) {
        write_numbers(document, page->sections);
        struct timeline_row *rows = timeline_rows(page->tasks, false, page->as_of, &count);
        document_heading(document, 2, _("In pictures"));
        chart_write_figures(document, page->sections, rows, count, page->plan->year);
        free(rows);
        document_heading(document, 2, _("The tasks"));
        annex_write(document, page->tasks, page->as_of, _("The plan's tasks by section"));
    }
    document_end(document);
    return 0;
}
