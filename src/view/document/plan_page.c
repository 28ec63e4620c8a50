// SPDX-License-Identifier: MIT
#include "view/document/plan_page.h"

#include "base/message.h"
#include "plan/task_id.h"
#include "view/chart/chart_svg.h"
#include "view/document/annex.h"
#include "view/records/cell.h"
#include "view/state.h"
#include "view/task_view.h"

#include <stdlib.h>

static void write_head(struct document *document, const struct plan *plan)
{
    struct strbuf line = {0};
    strbuf_addf(&line, _("Plan %s"), plan->id);
    document_begin(document, plan->title != NULL ? plan->title : line.text);
    strbuf_clear(&line);
    if (plan->organisation != NULL) {
        strbuf_addf(&line, _("Organisation: %s"), plan->organisation);
        document_paragraph(document, line.text);
        strbuf_clear(&line);
    }
    strbuf_addf(&line, _("Year: %d"), plan->year);
    document_paragraph(document, line.text);
    strbuf_release(&line);
}

/* ---- The numbers ---- */

static void write_states(struct document *document, const struct plan_page *page,
                         struct strbuf *line)
{
    const struct summary *total = &page->sections->total;
    enum lang lang = document->lang;
    struct strbuf as_of = {0};
    lang_add_date(&as_of, lang, page->progress->as_of);
    strbuf_clear(line);
    strbuf_addf(line, _("As of %s: "), as_of.text);
    strbuf_release(&as_of);
    lang_add_plural(line, lang, total->tasks, "task", "tasks");
    state_add_counts(line, total->states, lang);
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

/* The table of numbers; of the states, those that any task has. */
struct numbers {
    struct document *document;
    const struct summary *total;
    struct document_column columns[TASK_STATES + 5];
    struct strbuf cells[TASK_STATES + 5];
    size_t count;
};

static void add_column(struct numbers *numbers, const char *heading, bool right)
{
    numbers->columns[numbers->count++] = (struct document_column){heading, right};
}

static struct strbuf *next_cell(struct numbers *numbers)
{
    struct strbuf *cell = &numbers->cells[numbers->count++];
    strbuf_clear(cell);
    return cell;
}

static void write_numbers_row(struct numbers *numbers, const struct summary *summary)
{
    const char *texts[TASK_STATES + 5];
    enum lang lang = numbers->document->lang;
    bool total = summary == numbers->total;
    numbers->count = 0;
    struct strbuf *name = next_cell(numbers);
    section_add_name(name, total ? _("Total") : summary->group, total ? NULL : summary->title);
    lang_add_count(next_cell(numbers), lang, summary->tasks);
    for (int i = 0; i < TASK_STATES; i++)
        if (numbers->total->states[i] > 0)
            lang_add_count(next_cell(numbers), lang, summary->states[i]);
    struct value done = {.kind = VALUE_SHARE, .number = summary_completion(summary)};
    struct strbuf *completion = next_cell(numbers);
    if (done.number >= 0)
        cell_add_shown(completion, &done, lang);
    lang_add_millions(next_cell(numbers), lang, summary->budget_vnd);
    lang_add_millions(next_cell(numbers), lang, summary->spent_vnd);
    for (size_t i = 0; i < numbers->count; i++)
        texts[i] = strbuf_text(&numbers->cells[i]);
    document_row(numbers->document, total ? DOCUMENT_ROW_TOTAL : DOCUMENT_ROW, texts);
}

static void write_numbers(struct document *document, const struct summary_list *sections)
{
    struct numbers numbers = {.document = document, .total = &sections->total};
    add_column(&numbers, _("Section"), false);
    add_column(&numbers, _("Tasks"), true);
    for (int i = 0; i < TASK_STATES; i++)
        if (numbers.total->states[i] > 0)
            add_column(&numbers, state_title((enum task_state)i), true);
    add_column(&numbers, _("Completion"), true);
    add_column(&numbers, _("Budget (million đồng)"), true);
    add_column(&numbers, _("Spent (million đồng)"), true);
    document_table(document, numbers.columns, numbers.count, _("Tasks and money by section"));
    for (size_t i = 0; i < sections->count; i++)
        write_numbers_row(&numbers, &sections->items[i]);
    write_numbers_row(&numbers, numbers.total);
    document_table_end(document);
    for (size_t i = 0; i < sizeof numbers.cells / sizeof *numbers.cells; i++)
        strbuf_release(&numbers.cells[i]);
}

int plan_page_write(struct document *document, const struct plan_page *page, struct error *error)
{
    struct strbuf line = {0};
    size_t count;
    write_head(document, page->plan);
    document_heading(document, 2, _("In numbers"));
    write_states(document, page, &line);
    int status = write_money(document, page, &line, error);
    strbuf_release(&line);
    if (status != 0)
        return -1;
    if (page->tasks->count > 0) {
        write_numbers(document, page->sections);
        struct timeline_row *rows = timeline_rows(page->tasks, page->progress, false, &count);
        document_heading(document, 2, _("In pictures"));
        chart_write_figures(document, page->sections, rows, count, page->plan->year);
        free(rows);
        document_heading(document, 2, _("The tasks"));
        annex_write(document, page->tasks, page->progress, _("The plan's tasks by section"));
    }
    document_end(document);
    return 0;
}
