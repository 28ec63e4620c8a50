// SPDX-License-Identifier: MIT
#include "view/document/report_view.h"

#include "base/message.h"
#include "plan/task_id.h"
#include "view/chart/chart_svg.h"
#include "view/document/annex.h"
#include "view/document/report_text.h"
#include "view/state.h"
#include "view/status_view.h"
#include "view/task_view.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

static enum lang lang_of(const struct document *document)
{
    return document->lang;
}

/* ---- The head ---- */

void report_add_subject(struct strbuf *out, const struct report *report)
{
    static const struct {
        const char *name, *title;
    } titles[] = {
        {"q1", N_("Report on administrative reform in quarter I of %d")},
        {"6m", N_("Report on administrative reform in the first six months of %d")},
        {"9m", N_("Report on administrative reform in the first nine months of %d")},
        {"q3", N_("Report on administrative reform in quarter III of %d")},
        {"year", N_("Report on administrative reform in %d")},
    };
    const char *name = report->period.name;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        if (strcmp(titles[i].name, name) == 0)
            strbuf_addf(out, message(titles[i].title), report->plan->year);
    if (*name == 'm')
        strbuf_addf(out, _("Report on administrative reform in month %s of %d"), name + 1,
                    report->plan->year);
}

static void write_head(const struct report *report, struct document *document)
{
    struct strbuf text = {0};
    const struct reporting_period *period = &report->period;
    report_add_subject(&text, report);
    document_begin(document, text.text);
    if (report->plan->organisation != NULL)
        document_paragraph(document, report->plan->organisation);
    if (report->plan->title != NULL)
        document_paragraph(document, report->plan->title);
    strbuf_clear(&text);
    report_add_dates(&text, lang_of(document),
                     _("Reporting period: %s to %s. Figures as of %s, compared with %s. To "
                       "be sent by %s."),
                     (const struct date[]){period->from, period->until, report->progress.as_of,
                                           period->before, period->send_by});
    document_paragraph(document, text.text);
    if (date_compare(report->progress.as_of, period->until) < 0) {
        strbuf_clear(&text);
        report_add_dates(&text, lang_of(document),
                         _("The cut-off, %s, is still to come: these figures are provisional."),
                         (const struct date[REPORT_DATES]){period->until});
        document_paragraph(document, text.text);
    }
    strbuf_release(&text);
}

/* ---- The numbers ---- */

/* A sentence that adds up: how many are done, then all that there are, by how they stand. */
__attribute__((format(printf, 3, 0))) static void
add_states(struct strbuf *out, enum lang lang, const char *format, const struct summary *summary)
{
    struct strbuf rate = {0};
    report_add_share(&rate, lang, summary_completion(summary));
    strbuf_addf(out, format, summary->tasks, summary->statuses[TASK_DONE], strbuf_text(&rate));
    strbuf_adds(out, ": ");
    state_add_sentence(out, summary->states);
    strbuf_addc(out, '.');
    strbuf_release(&rate);
}

void report_add_summary(struct strbuf *out, const struct report *report, enum lang lang)
{
    const struct summary *total = &report->sections.total;
    struct strbuf spent = {0}, budget = {0};
    lang_add_millions(&spent, lang, total->spent_vnd);
    lang_add_millions(&budget, lang, total->budget_vnd);
    add_states(out, lang, _("Of the plan's %zu tasks, %zu are done (%s)"), total);
    strbuf_addf(out, _(" Spent: %s of %s million đồng."), spent.text, budget.text);
    strbuf_release(&spent);
    strbuf_release(&budget);
}

void report_write_summary(const struct report *report, struct document *document)
{
    struct strbuf text = {0};
    report_add_summary(&text, report, lang_of(document));
    document_paragraph(document, text.text);
    strbuf_release(&text);
}

/* A number of the report: now, at the cut-off before, and a year before. */
struct number {
    const char *label; /* translatable */
    enum value_kind kind;
    int64_t now, before, year_before;
};

static void add_change(struct strbuf *out, enum lang lang, enum value_kind kind, int64_t from,
                       int64_t to)
{
    if (kind != VALUE_SHARE || (from >= 0 && to >= 0))
        report_add_figure(out, lang, kind, to - from, true);
}

/* A line of the numbers: before, now, and the change between them; the same with a year before. */
static void write_number(struct document *document, const struct number *number)
{
    enum { TEXTS = 5 };
    struct strbuf texts[TEXTS] = {{0}};
    enum lang lang = lang_of(document);
    report_add_figure(&texts[0], lang, number->kind, number->before, false);
    report_add_figure(&texts[1], lang, number->kind, number->now, false);
    add_change(&texts[2], lang, number->kind, number->before, number->now);
    report_add_figure(&texts[3], lang, number->kind, number->year_before, false);
    add_change(&texts[4], lang, number->kind, number->year_before, number->now);
    const char *const cells[] = {message(number->label), strbuf_text(&texts[0]),
                                 strbuf_text(&texts[1]), strbuf_text(&texts[2]),
                                 strbuf_text(&texts[3]), strbuf_text(&texts[4])};
    document_row(document, DOCUMENT_ROW, cells);
    for (int i = 0; i < TEXTS; i++)
        strbuf_release(&texts[i]);
}

int64_t report_answer_rate(const struct summary *summary)
{
    int64_t whole = (int64_t)summary->tasks;
    return whole > 0 ? ((int64_t)summary->reported * 2000 + whole) / (whole * 2) : -1;
}

static void write_all_numbers(const struct report *report, struct document *document)
{
    const struct summary *now = &report->sections.total, *before = &report->before,
                         *year = &report->year_before;
    write_number(document, &(struct number){N_("Tasks"), VALUE_INTEGER, (int64_t)now->tasks,
                                            (int64_t)before->tasks, (int64_t)year->tasks});
    for (int i = 0; i < TASK_STATES; i++)
        write_number(document,
                     &(struct number){states[i].title, VALUE_INTEGER, (int64_t)now->states[i],
                                      (int64_t)before->states[i], (int64_t)year->states[i]});
    const struct number rest[] = {{N_("Completion rate"), VALUE_SHARE, summary_completion(now),
                                   summary_completion(before), summary_completion(year)},
                                  {N_("Reporting rate"), VALUE_SHARE, report_answer_rate(now),
                                   report_answer_rate(before), report_answer_rate(year)},
                                  {N_("Budget (million đồng)"), VALUE_MONEY, now->budget_vnd,
                                   before->budget_vnd, year->budget_vnd},
                                  {N_("Spent (million đồng)"), VALUE_MONEY, now->spent_vnd,
                                   before->spent_vnd, year->spent_vnd}};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++)
        write_number(document, &rest[i]);
}

static void write_numbers(const struct report *report, struct document *document)
{
    const struct date days[] = {report->period.before, report->progress.as_of,
                                report->year_before_as_of};
    struct strbuf heads[3] = {{0}, {0}, {0}};
    bool compared = date_is_set(report->year_before_as_of);
    for (int i = 0; i < 2 + compared; i++)
        lang_add_date(&heads[i], lang_of(document), days[i]);
    const struct document_column columns[] = {
        {_("Number"), false}, {strbuf_text(&heads[0]), true}, {strbuf_text(&heads[1]), true},
        {_("Change"), true},  {strbuf_text(&heads[2]), true}, {_("Change in a year"), true}};
    document_table(document, columns, compared ? 6 : 4, _("The plan's numbers"));
    write_all_numbers(report, document);
    document_table_end(document);
    for (int i = 0; i < 3; i++)
        strbuf_release(&heads[i]);
}

static const char *result_word(enum target_result result)
{
    return result == TARGET_REACHED  ? _("reached")
           : result == TARGET_MISSED ? _("missed")
                                     : _("not measured");
}

/* The targets and what was measured of them, once anything was. */
static void write_targets(const struct report *report, struct document *document)
{
    const struct target_summary *targets = &report->targets;
    struct strbuf text = {0};
    if (targets->count == 0)
        return;
    status_add_targets(&text, targets);
    document_paragraph(document, text.text);
    const struct document_column columns[] = {{_("ID"), false},
                                              {_("Task"), false},
                                              {_("Target"), false},
                                              {_("Measured"), true},
                                              {_("Result"), false}};
    document_table(document, columns, sizeof columns / sizeof *columns, _("Targets"));
    for (size_t i = 0; i < targets->count; i++) {
        const struct target_item *item = &targets->items[i];
        const struct task_row row = {.task = item->task, .progress = &report->progress};
        struct strbuf id = {0}, target = {0};
        task_add_id(&id, item->task, false);
        column_value(column_find(&task_columns, "target"), &row, &target);
        const char *const cells[] = {id.text, item->task->text[TASK_TITLE], target.text,
                                     item->measured, result_word(item->result)};
        document_row(document, DOCUMENT_ROW, cells);
        strbuf_release(&id);
        strbuf_release(&target);
    }
    document_table_end(document);
    strbuf_release(&text);
}

/* ---- Results by section ---- */

static void write_item(struct document *document, const struct report_item *item,
                       const char *details)
{
    struct strbuf text = {0};
    report_add_name(&text, item);
    strbuf_addf(&text, ": %s", details);
    document_item(document, text.text);
    strbuf_release(&text);
}

static void write_done(const struct report_item *item, struct document *document)
{
    const struct task_progress *progress = item->progress;
    bool late = date_is_set(item->due) && date_compare(item->on, item->due) > 0;
    struct strbuf details = {0};
    report_add_dates(&details, lang_of(document), late ? _("done on %s, late") : _("done on %s"),
                     (const struct date[REPORT_DATES]){item->on});
    if (progress->evidence != NULL)
        strbuf_addf(&details, _(" (evidence: %s)"), progress->evidence);
    write_item(document, item, details.text);
    strbuf_release(&details);
}

static void write_going(const struct report_item *item, struct document *document)
{
    const struct task_progress *progress = item->progress;
    struct strbuf details = {0};
    if (progress->percent != PERCENT_UNSET)
        strbuf_addf(&details, _("in progress, %d%%"), progress->percent);
    else
        strbuf_adds(&details, _("in progress"));
    if (progress->note != NULL)
        strbuf_addf(&details, " (%s)", progress->note);
    write_item(document, item, details.text);
    strbuf_release(&details);
}

static void write_section_items(const struct report_list *list, unsigned section,
                                void (*write)(const struct report_item *, struct document *),
                                struct document *document)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].task->section->value == section)
            write(&list->items[i], document);
}

void report_write_sections(const struct report *report, struct document *document)
{
    for (size_t i = 0; i < report->sections.count; i++) {
        const struct summary *summary = &report->sections.items[i];
        struct strbuf text = {0};
        section_add_name(&text, summary->group, summary->title);
        document_heading(document, 3, text.text);
        strbuf_clear(&text);
        add_states(&text, lang_of(document), _("Of %zu tasks, %zu are done (%s)"), summary);
        document_paragraph(document, text.text);
        strbuf_release(&text);
        unsigned section = section_value(summary->group);
        write_section_items(&report->done, section, write_done, document);
        write_section_items(&report->going, section, write_going, document);
    }
}

/* ---- What is overdue, and what comes ---- */

void report_write_overdue(const struct report *report, struct document *document)
{
    if (report->overdue.count == 0)
        document_paragraph(document, _("No task is overdue."));
    for (size_t i = 0; i < report->overdue.count; i++) {
        const struct report_item *item = &report->overdue.items[i];
        const struct task_progress *progress = item->progress;
        struct strbuf details = {0}, due = {0};
        if (i == 0 || strcmp(item->lead, item[-1].lead) != 0)
            document_heading(document, 3, *item->lead != '\0' ? item->lead : _("No lead agency"));
        lang_add_date(&due, lang_of(document), item->due);
        strbuf_addf(&details, _("due %s, %d days late"), due.text,
                    date_days_between(item->due, report->progress.as_of));
        if (progress != NULL && progress->note != NULL)
            strbuf_addf(&details, " (%s)", progress->note);
        write_item(document, item, details.text);
        strbuf_release(&details);
        strbuf_release(&due);
    }
}

static void write_next_heading(const struct report *report, struct document *document)
{
    struct strbuf text = {0};
    report_add_dates(&text, lang_of(document), _("IV. Due from %s to %s"),
                     (const struct date[REPORT_DATES]){date_add_days(report->progress.as_of, 1),
                                                       report->period.next_until});
    document_heading(document, 2, text.text);
    strbuf_release(&text);
}

void report_write_next(const struct report *report, struct document *document)
{
    if (report->next.count == 0) {
        document_paragraph(document, _("Nothing falls due."));
        return;
    }
    const struct document_column columns[] = {
        {_("ID"), false}, {_("Task"), false}, {_("Lead"), false}, {_("Due"), true}};
    document_table(document, columns, sizeof columns / sizeof *columns, NULL);
    for (size_t i = 0; i < report->next.count; i++) {
        const struct report_item *item = &report->next.items[i];
        struct strbuf id = {0}, due = {0}, title = {0};
        task_add_milestone_id(&id, item->task, false, item->milestone);
        report_add_title(&title, item);
        lang_add_date(&due, lang_of(document), item->due);
        const char *const cells[] = {id.text, strbuf_text(&title), item->task->text[TASK_LEAD],
                                     due.text};
        document_row(document, DOCUMENT_ROW, cells);
        strbuf_release(&id);
        strbuf_release(&due);
        strbuf_release(&title);
    }
    document_table_end(document);
}

static void write_charts(const struct report *report, struct document *document)
{
    size_t count;
    if (!document_has_figures(document))
        return;
    struct timeline_row *rows = timeline_rows(&report->tasks, &report->progress, false, &count);
    chart_write_figures(document, &report->sections, rows, count, report->plan->year);
    free(rows);
}

void report_write_numbers(const struct report *report, struct document *document)
{
    write_numbers(report, document);
    write_targets(report, document);
}

void report_write_annex(const struct report *report, struct document *document, const char *caption)
{
    annex_write(document, &report->tasks, &report->progress, caption);
}

void report_write(const struct report *report, struct document *document)
{
    write_head(report, document);
    document_heading(document, 2, _("I. Overall results"));
    report_write_summary(report, document);
    report_write_numbers(report, document);
    if (report->tasks.count > 0)
        write_charts(report, document);
    document_heading(document, 2, _("II. Results by section"));
    report_write_sections(report, document);
    document_heading(document, 2, _("III. Overdue, by lead agency"));
    report_write_overdue(report, document);
    write_next_heading(report, document);
    report_write_next(report, document);
    document_heading(document, 2, _("Annex: the plan's tasks and their progress"));
    report_write_annex(report, document, NULL);
    document_end(document);
}
