// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "plan/task_id.h"
#include "view/state.h"
#include "write/plan_text.h"
#include "write/plan_write_xlsx.h"

static const struct xlsx_style heading_style = {
    .bold = true, .frame = true, .align = XLSX_CENTRE, .fill = 0xD9E2F3};
static const struct xlsx_style title_style = {.bold = true};

/* The states that are shown: the four that a report names, and others if they occur. */
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
static void add_title(struct xlsx_workbook *workbook, const struct plan_extract *extract,
                      size_t columns)
{
    struct strbuf title = {0}, date = {0};
    if (extract->plan->title != NULL)
        strbuf_addf(&title, "%s\n", extract->plan->title);
    lang_add_date(&date, extract->lang, extract->progress->as_of);
    strbuf_addf(&title, _("As of %s"), date.text);
    xlsx_workbook_add_merged(workbook, 0, 0, columns - 1, title.text, title_style);
    strbuf_release(&title);
    strbuf_release(&date);
}

static void add_headings(struct xlsx_workbook *workbook, size_t row, const struct layout *layout)
{
    static const char *const money[] = {N_("Budget (million đồng)"), N_("Spent (million đồng)"),
                                        N_("Left (million đồng)")};
    xlsx_workbook_add_text(workbook, row, COLUMN_SECTION, _("Section"), heading_style);
    xlsx_workbook_add_text(workbook, row, COLUMN_TITLE, _("Title"), heading_style);
    xlsx_workbook_add_text(workbook, row, COLUMN_TASKS, _("Tasks"), heading_style);
    for (size_t i = 0; i < layout->count; i++)
        xlsx_workbook_add_text(workbook, row, COLUMN_STATE + i, state_title(layout->shown[i]),
                               heading_style);
    for (size_t i = 0; i < 3; i++)
        xlsx_workbook_add_text(workbook, row, layout->budget + i, _(money[i]), heading_style);
}

/* Millions with the decimals they need. */
static void add_millions(struct xlsx_workbook *workbook, size_t row, size_t column, int64_t vnd,
                         struct xlsx_style style)
{
    style.align = XLSX_RIGHT;
    for (int64_t rest = vnd % MONEY_MILLION; rest != 0; rest = rest * 10 % MONEY_MILLION)
        style.decimals++;
    xlsx_workbook_add_number(workbook, row, column, (double)vnd / (double)MONEY_MILLION, style);
}

static void add_summary(struct xlsx_workbook *workbook, size_t row, const struct layout *layout,
                        const struct summary *summary, struct xlsx_style style)
{
    struct xlsx_style count = style;
    count.align = XLSX_RIGHT;
    xlsx_workbook_add_text(workbook, row, COLUMN_TITLE, summary->title, style);
    xlsx_workbook_add_number(workbook, row, COLUMN_TASKS, (double)summary->tasks, count);
    for (size_t i = 0; i < layout->count; i++)
        xlsx_workbook_add_number(workbook, row, COLUMN_STATE + i,
                                 (double)summary->states[layout->shown[i]], count);
    add_millions(workbook, row, layout->budget, summary->budget_vnd, style);
    add_millions(workbook, row, layout->budget + 1, summary->spent_vnd, style);
    add_millions(workbook, row, layout->budget + 2, summary->budget_vnd - summary->spent_vnd,
                 style);
}

_Static_assert((int)TASK_STATES <= XLSX_SERIES_MAX, "each may be a series of a chart");

static void add_charts(struct xlsx_workbook *workbook, size_t heading, size_t groups,
                       const struct layout *layout)
{
    enum { GAP = 2, HEIGHT_LEAST = 15 };
    size_t row = heading + groups + 1 + GAP;
    size_t height = groups + 8 > HEIGHT_LEAST ? groups + 8 : HEIGHT_LEAST;
    struct xlsx_chart status = {.title = _("Status by section"),
                                .axis = _("Tasks"),
                                .stacked = true,
                                .heading = heading,
                                .first = heading + 1,
                                .last = heading + groups,
                                .count = layout->count};
    struct xlsx_chart budget = status;
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
    xlsx_workbook_add_chart(workbook, &status, row, 0, height);
    xlsx_workbook_add_chart(workbook, &budget, row, COLUMN_STATE, height);
}

static void add_groups(struct xlsx_workbook *workbook, const struct summary_list *list,
                       const struct plan_extract *extract)
{
    const struct layout layout = choose_columns(&list->total);
    size_t heading = 2;
    xlsx_workbook_add_sheet(workbook, _("Status"));
    xlsx_workbook_set_width(workbook, COLUMN_SECTION, 9);
    xlsx_workbook_set_width(workbook, COLUMN_TITLE, 48);
    for (size_t i = COLUMN_TASKS; i < layout.columns; i++)
        xlsx_workbook_set_width(workbook, i, 12);
    add_title(workbook, extract, layout.columns);
    add_headings(workbook, heading, &layout);
    for (size_t i = 0; i < list->count; i++) {
        struct xlsx_style style = {.frame = true};
        xlsx_workbook_add_text(workbook, heading + 1 + i, COLUMN_SECTION, list->items[i].group,
                               style);
        add_summary(workbook, heading + 1 + i, &layout, &list->items[i], style);
    }
    struct xlsx_style total = {.frame = true, .bold = true, .fill = 0xF2F2F2};
    xlsx_workbook_add_text(workbook, heading + 1 + list->count, COLUMN_SECTION, _("Total"), total);
    add_summary(workbook, heading + 1 + list->count, &layout, &list->total, total);
    if (list->count > 0)
        add_charts(workbook, heading, list->count, &layout);
}

int plan_write_xlsx_add_status(struct xlsx_workbook *workbook, const struct plan_extract *extract,
                               struct error *error)
{
    struct task_list tasks = {0};
    struct summary_list list = {0};
    int status = plan_extract_totals(extract, &tasks, &list, error);
    if (status == 0)
        add_groups(workbook, &list, extract);
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

static void add_task(struct xlsx_workbook *workbook, size_t row, const struct task *task,
                     const struct progress *progress)
{
    const struct task_progress *known = progress_of(progress, task);
    struct xlsx_style style = {.frame = true}, centred = style, share = style;
    struct strbuf id = {0};
    int percent = progress_percent(progress, task);
    int64_t spent = progress_spent(progress, task);
    centred.align = share.align = XLSX_CENTRE;
    share.percent = true;
    task_add_id(&id, task, false);
    xlsx_workbook_add_text(workbook, row, PROGRESS_ID, id.text, style);
    xlsx_workbook_add_text(workbook, row, PROGRESS_TITLE, task->text[TASK_TITLE], style);
    xlsx_workbook_add_text(workbook, row, PROGRESS_LEAD, task->text[TASK_LEAD], style);
    xlsx_workbook_add_date(workbook, row, PROGRESS_DUE, progress_due(progress, task), centred);
    xlsx_workbook_add_text(
        workbook, row, PROGRESS_STATUS,
        known != NULL ? _(task_status_names[progress_status(progress, task)]) : NULL, style);
    xlsx_workbook_add_text(workbook, row, PROGRESS_STATE,
                           state_title(progress_state(progress, task)), style);
    xlsx_workbook_add_date(workbook, row, PROGRESS_DONE_ON, progress_done_on(progress, task),
                           centred);
    if (percent != PERCENT_UNSET)
        xlsx_workbook_add_number(workbook, row, PROGRESS_PERCENT, percent / 100.0, share);
    else
        xlsx_workbook_add_text(workbook, row, PROGRESS_PERCENT, NULL, style);
    if (spent != SPENT_UNSET)
        add_millions(workbook, row, PROGRESS_SPENT, spent, style);
    else
        xlsx_workbook_add_text(workbook, row, PROGRESS_SPENT, NULL, style);
    xlsx_workbook_add_text(workbook, row, PROGRESS_EVIDENCE, known != NULL ? known->evidence : NULL,
                           style);
    xlsx_workbook_add_text(workbook, row, PROGRESS_NOTE, known != NULL ? known->note : NULL, style);
    strbuf_release(&id);
}

void plan_write_xlsx_add_progress(struct xlsx_workbook *workbook,
                                  const struct plan_extract *extract)
{
    const struct plan *plan = extract->plan;
    size_t heading = 2, row = heading + 1;
    xlsx_workbook_add_sheet(workbook, _("Progress"));
    for (size_t i = 0; i < PROGRESS_COLUMNS; i++)
        xlsx_workbook_set_width(workbook, i, progress_columns[i].width);
    add_title(workbook, extract, PROGRESS_COLUMNS);
    for (size_t i = 0; i < PROGRESS_COLUMNS; i++)
        xlsx_workbook_add_text(workbook, heading, i, _(progress_columns[i].heading), heading_style);
    for (size_t i = 0; i < plan->task_count; i++)
        if (plan_extract_has(extract, plan->tasks[i]))
            add_task(workbook, row++, plan->tasks[i], extract->progress);
    xlsx_workbook_set_header(workbook, heading);
    xlsx_workbook_set_filter(workbook, heading, row - 1, PROGRESS_COLUMNS);
}
