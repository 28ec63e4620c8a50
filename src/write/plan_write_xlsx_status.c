// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "plan/task_id.h"
#include "view/state.h"
#include "write/plan_text.h"
#include "write/plan_write_xlsx.h"

static const struct book_style heading_style = {
    .bold = true, .frame = true, .align = BOOK_CENTRE, .fill = 0xD9E2F3};
static const struct book_style title_style = {.bold = true};

/* What is shown of states: the four that a report names, others where there are any. */
struct layout {
    enum task_state shown[TASK_STATES];
    size_t count;
    size_t columns, budget; /* the first of budget, spent and left */
};

enum { COLUMN_SECTION, COLUMN_TITLE, COLUMN_TASKS, COLUMN_STATE };

static struct layout choose_columns(const struct summary *total)
{
    struct layout layout = {0};
    for (int i = 0; i < TASK_STATES; i++)
        if (total->states[i] > 0 || i == DONE_ON_TIME || i == DONE_LATE || i == OPEN_IN_TIME ||
            i == OPEN_OVERDUE)
            layout.shown[layout.count++] = (enum task_state)i;
    layout.budget = COLUMN_STATE + layout.count;
    layout.columns = layout.budget + 3;
    return layout;
}

/* The plan's title and «As of 30 June 2021» in the first row. */
static void add_title(struct book *book, const struct plan_extract *extract, size_t columns)
{
    struct strbuf title = {0}, date = {0};
    if (extract->plan->title != NULL)
        strbuf_addf(&title, "%s\n", extract->plan->title);
    lang_add_date(&date, extract->lang, extract->progress->as_of);
    strbuf_addf(&title, _("As of %s"), date.text);
    book_add_merged(book, 0, 0, columns - 1, title.text, title_style);
    strbuf_release(&title);
    strbuf_release(&date);
}

static void add_headings(struct book *book, size_t row, const struct layout *layout)
{
    static const char *const money[] = {N_("Budget (million đồng)"), N_("Spent (million đồng)"),
                                        N_("Left (million đồng)")};
    book_add_text(book, row, COLUMN_SECTION, _("Section"), heading_style);
    book_add_text(book, row, COLUMN_TITLE, _("Title"), heading_style);
    book_add_text(book, row, COLUMN_TASKS, _("Tasks"), heading_style);
    for (size_t i = 0; i < layout->count; i++)
        book_add_text(book, row, COLUMN_STATE + i, state_title(layout->shown[i]), heading_style);
    for (size_t i = 0; i < 3; i++)
        book_add_text(book, row, layout->budget + i, _(money[i]), heading_style);
}

/* Millions with the decimals they need. */
static void add_millions(struct book *book, size_t row, size_t column, int64_t vnd,
                         struct book_style style)
{
    style.align = BOOK_RIGHT;
    for (int64_t rest = vnd % MONEY_MILLION; rest != 0; rest = rest * 10 % MONEY_MILLION)
        style.decimals++;
    book_add_number(book, row, column, (double)vnd / (double)MONEY_MILLION, style);
}

static void add_summary(struct book *book, size_t row, const struct layout *layout,
                        const struct summary *summary, struct book_style style)
{
    struct book_style count = style;
    count.align = BOOK_RIGHT;
    book_add_text(book, row, COLUMN_TITLE, summary->title, style);
    book_add_number(book, row, COLUMN_TASKS, (double)summary->tasks, count);
    for (size_t i = 0; i < layout->count; i++)
        book_add_number(book, row, COLUMN_STATE + i, (double)summary->states[layout->shown[i]],
                        count);
    add_millions(book, row, layout->budget, summary->budget_vnd, style);
    add_millions(book, row, layout->budget + 1, summary->spent_vnd, style);
    add_millions(book, row, layout->budget + 2, summary->budget_vnd - summary->spent_vnd, style);
}

_Static_assert((int)TASK_STATES <= BOOK_SERIES_MAX, "each may be a series of a chart");

static void add_charts(struct book *book, size_t heading, size_t groups,
                       const struct layout *layout)
{
    enum { GAP = 2, HEIGHT_LEAST = 15 };
    size_t row = heading + groups + 1 + GAP;
    size_t height = groups + 8 > HEIGHT_LEAST ? groups + 8 : HEIGHT_LEAST;
    struct book_chart status = {.title = _("Status by section"),
                                .axis = _("Tasks"),
                                .stacked = true,
                                .heading = heading,
                                .first = heading + 1,
                                .last = heading + groups,
                                .count = layout->count};
    struct book_chart budget = status;
    for (size_t i = 0; i < layout->count; i++) {
        status.series[i] = COLUMN_STATE + i;
        status.colours[i] = states[layout->shown[i]].fill;
        status.hatched[i] = states[layout->shown[i]].hatched;
    }
    budget.title = _("Budget and spending by section");
    budget.axis = _("million đồng");
    budget.stacked = false;
    budget.count = 2;
    for (size_t i = 0; i < 2; i++)
        budget.series[i] = layout->budget + i;
    budget.colours[0] = 0x90CAF9;
    budget.colours[1] = 0x1565C0;
    book_add_chart(book, &status, row, 0, height);
    book_add_chart(book, &budget, row, COLUMN_STATE, height);
}

static void add_groups(struct book *book, const struct summary_list *list,
                       const struct plan_extract *extract)
{
    const struct layout layout = choose_columns(&list->total);
    size_t heading = 2;
    book_add_sheet(book, _("Status"));
    book_set_width(book, COLUMN_SECTION, 9);
    book_set_width(book, COLUMN_TITLE, 48);
    for (size_t i = COLUMN_TASKS; i < layout.columns; i++)
        book_set_width(book, i, 12);
    add_title(book, extract, layout.columns);
    add_headings(book, heading, &layout);
    for (size_t i = 0; i < list->count; i++) {
        struct book_style style = {.frame = true};
        book_add_text(book, heading + 1 + i, COLUMN_SECTION, list->items[i].group, style);
        add_summary(book, heading + 1 + i, &layout, &list->items[i], style);
    }
    struct book_style total = {.frame = true, .bold = true, .fill = 0xF2F2F2};
    book_add_text(book, heading + 1 + list->count, COLUMN_SECTION, _("Total"), total);
    add_summary(book, heading + 1 + list->count, &layout, &list->total, total);
    if (list->count > 0)
        add_charts(book, heading, list->count, &layout);
}

int plan_book_add_status(struct book *book, const struct plan_extract *extract, struct error *error)
{
    struct task_list tasks = {0};
    struct summary_list list = {0};
    int status = plan_extract_totals(extract, &tasks, &list, error);
    if (status == 0)
        add_groups(book, &list, extract);
    summary_list_release(&list);
    task_list_release(&tasks);
    return status;
}

/* ---- Progress ---- */

enum {
    PROGRESS_ID,
    PROGRESS_TITLE,
    PROGRESS_LEAD,
    PROGRESS_DUE,
    PROGRESS_STATUS,
    PROGRESS_STATE,
    PROGRESS_DONE_ON,
    PROGRESS_PERCENT,
    PROGRESS_SPENT,
    PROGRESS_EVIDENCE,
    PROGRESS_NOTE,
    PROGRESS_COLUMNS
};

/* No plan's header has them; `update --from` reads them as an answer (data/answer-words.csv). */
static const struct {
    const char *heading;
    unsigned width;
} progress_columns[PROGRESS_COLUMNS] = {
    [PROGRESS_ID] = {N_("Task ID"), 9},
    [PROGRESS_TITLE] = {N_("Title"), 42},
    [PROGRESS_LEAD] = {N_("Lead agency"), 18},
    [PROGRESS_DUE] = {N_("Due date"), 12},
    [PROGRESS_STATUS] = {N_("Status"), 14},
    [PROGRESS_STATE] = {N_("Standing"), 14},
    [PROGRESS_DONE_ON] = {N_("Done on"), 12},
    [PROGRESS_PERCENT] = {N_("Completion"), 12},
    [PROGRESS_SPENT] = {N_("Spent (million đồng)"), 12},
    [PROGRESS_EVIDENCE] = {N_("Evidence documents"), 20},
    [PROGRESS_NOTE] = {N_("Notes"), 24},
};

static void add_task(struct book *book, size_t row, const struct task *task,
                     const struct progress *progress)
{
    const struct task_progress *known = progress_of(progress, task);
    struct book_style style = {.frame = true}, centred = style, share = style;
    struct strbuf id = {0};
    int percent = progress_percent(progress, task);
    int64_t spent = progress_spent(progress, task);
    centred.align = share.align = BOOK_CENTRE;
    share.percent = true;
    task_add_id(&id, task, false);
    book_add_text(book, row, PROGRESS_ID, id.text, style);
    book_add_text(book, row, PROGRESS_TITLE, task->text[TASK_TITLE], style);
    book_add_text(book, row, PROGRESS_LEAD, task->text[TASK_LEAD], style);
    book_add_date(book, row, PROGRESS_DUE, progress_due(progress, task), centred);
    book_add_text(book, row, PROGRESS_STATUS,
                  known != NULL ? _(task_status_names[progress_status(progress, task)]) : NULL,
                  style);
    book_add_text(book, row, PROGRESS_STATE, state_title(progress_state(progress, task)), style);
    book_add_date(book, row, PROGRESS_DONE_ON, progress_done_on(progress, task), centred);
    if (percent != PERCENT_UNSET)
        book_add_number(book, row, PROGRESS_PERCENT, percent / 100.0, share);
    else
        book_add_text(book, row, PROGRESS_PERCENT, NULL, style);
    if (spent != SPENT_UNSET)
        add_millions(book, row, PROGRESS_SPENT, spent, style);
    else
        book_add_text(book, row, PROGRESS_SPENT, NULL, style);
    book_add_text(book, row, PROGRESS_EVIDENCE, known != NULL ? known->evidence : NULL, style);
    book_add_text(book, row, PROGRESS_NOTE, known != NULL ? known->note : NULL, style);
    strbuf_release(&id);
}

void plan_book_add_progress(struct book *book, const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    size_t heading = 2, row = heading + 1;
    book_add_sheet(book, _("Progress"));
    for (size_t i = 0; i < PROGRESS_COLUMNS; i++)
        book_set_width(book, i, progress_columns[i].width);
    add_title(book, extract, PROGRESS_COLUMNS);
    for (size_t i = 0; i < PROGRESS_COLUMNS; i++)
        book_add_text(book, heading, i, _(progress_columns[i].heading), heading_style);
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan_extract_has(extract, plan->tasks[i]))
            add_task(book, row++, plan->tasks[i], extract->progress);
    book_set_header(book, heading);
    book_set_filter(book, heading, row - 1, PROGRESS_COLUMNS);
}
