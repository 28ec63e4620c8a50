// SPDX-License-Identifier: MIT
#include "view/timeline_view.h"

#include "base/message.h"
#include "base/text.h"
#include "plan/task_id.h"
#include "view/state.h"

#include <string.h>

enum { MONTHS = 12, QUARTERS = 4, MOST_CELLS = 12, LEAST_LABEL = 24 };

/* The year's width: cells a month, and a rule before each quarter and after the last. */
struct chart {
    const struct style *style;
    FILE *out;
    int year;
    unsigned cells; /* a month takes */
    unsigned id_width, title_width;
};

/* ---- Cells: the year in steps of a month's share ---- */

static unsigned cell_count(const struct chart *chart)
{
    return MONTHS * chart->cells;
}

/* The cell of a day; before the year -1, after it the count. */
static int cell_of(const struct chart *chart, struct date date)
{
    if (date.year != chart->year)
        return date.year < chart->year ? -1 : (int)cell_count(chart);
    int days = date_month_end(date.year, date.month).day;
    return (date.month - 1) * (int)chart->cells + (date.day - 1) * (int)chart->cells / days;
}

/* ---- The head ---- */

static void write_rule(const struct chart *chart, unsigned cell)
{
    if (cell % (3 * chart->cells) == 0)
        fputs("│", chart->out);
}

static void write_labels(const struct chart *chart, const char *id, const char *title)
{
    fprintf(chart->out, "%s%*s  %s%*s ", id, (int)(chart->id_width - text_width(id)), "", title,
            (int)(chart->title_width - text_width(title)), "");
}

/* The letter alone if the language's word for it does not fit. */
static void write_quarter(const struct chart *chart, int quarter)
{
    struct strbuf name = {0};
    unsigned room = 3 * chart->cells;
    strbuf_adds(&name, lang_quarter(quarter));
    if (text_width(name.text) > room) {
        strbuf_clear(&name);
        strbuf_addf(&name, "Q%d", quarter);
    }
    fprintf(chart->out, "│%s%*s", name.text, (int)(room - text_width(name.text)), "");
    strbuf_release(&name);
}

/* Narrow months are not numbered. */
static void write_head(const struct chart *chart)
{
    bool months = chart->cells > 2;
    write_labels(chart, months ? "" : _("ID"), months ? "" : _("Task"));
    for (int quarter = 1; quarter <= QUARTERS; quarter++)
        write_quarter(chart, quarter);
    fputs("│\n", chart->out);
    if (!months)
        return;
    write_labels(chart, _("ID"), _("Task"));
    for (int month = 1; month <= MONTHS; month++)
        fprintf(chart->out, "%s%-*d", month % 3 == 1 ? "│" : "", (int)chart->cells, month);
    fputs("│\n", chart->out);
}

/* ---- A line ---- */

static bool is_in_progress(const struct timeline_row *row)
{
    return progress_milestone_status(row->progress, row->task, row->milestone) == TASK_IN_PROGRESS;
}

/* Returns the sign of a cell. The due day's cell is the diamond, even if the task is done. */
static const char *sign_at(const struct timeline_row *row, const struct milestone *milestone,
                           const struct chart *chart, int cell)
{
    enum task_state state = progress_milestone_state(row->progress, row->task, row->milestone);
    int due = cell_of(chart, milestone->due), today = cell_of(chart, row->progress->as_of);
    int first = date_is_set(milestone->start) ? cell_of(chart, milestone->start) : due;
    bool overdue = state == OPEN_OVERDUE;
    if (cell == due && !milestone->all_year)
        return "◆";
    if (cell >= first && cell <= due)
        return is_in_progress(row) && cell <= today ? "▒" : overdue ? "░" : states[state].sign;
    if (overdue && cell > due && cell <= today)
        return "!";
    return cell == today ? "┊" : " ";
}

static void write_bar(const struct timeline_row *row, const struct chart *chart)
{
    const struct schedule *schedule = progress_schedule(row->progress, row->task);
    const struct milestone *milestone = &schedule->milestones[row->milestone];
    const char *colour =
        states[progress_milestone_state(row->progress, row->task, row->milestone)].sgr;
    for (unsigned cell = 0; cell < cell_count(chart); cell++) {
        const char *sign = sign_at(row, milestone, chart, (int)cell);
        bool drawn = chart->style->colour && *sign != ' ' && strcmp(sign, "┊") != 0;
        write_rule(chart, cell);
        fprintf(chart->out, "%s%s%s%s%s", drawn ? "\033[" : "", drawn ? colour : "",
                drawn ? "m" : "", sign, drawn ? "\033[0m" : "");
    }
    fputs("│\n", chart->out);
}

/* The part of a text that fits, «…» at its end if that is not all. */
static void add_cut(struct strbuf *out, const char *text, unsigned width)
{
    struct strbuf printable = {0}, cut = {0};
    text_add_printable(&printable, text, false);
    const char *start = strbuf_text(&printable);
    if (text_width(start) <= width) {
        strbuf_adds(out, start);
    } else {
        for (const char *p = start; *p != '\0';) {
            uint32_t code_point;
            size_t length = text_decode(p, &code_point);
            size_t before = cut.length;
            strbuf_add(&cut, p, length);
            p += length;
            if (text_width(cut.text) < width)
                continue;
            cut.text[before] = '\0';
            break;
        }
        strbuf_addf(out, "%s…", strbuf_text(&cut));
    }
    strbuf_release(&printable);
    strbuf_release(&cut);
}

/* A task without any due date has words in place of a bar. */
static void write_words(const struct timeline_row *row, const struct chart *chart)
{
    const char *text = timeline_missing_bar(row);
    if (*text == '\0')
        text = _(task_status_names[progress_status(row->progress, row->task)]);
    struct strbuf shown = {0};
    unsigned room = cell_count(chart) + QUARTERS - 1;
    add_cut(&shown, text, room);
    unsigned width = text_width(strbuf_text(&shown));
    fprintf(chart->out, "│%s%*s│\n", strbuf_text(&shown), (int)(room - width), "");
    strbuf_release(&shown);
}

static void add_title(struct strbuf *out, const struct timeline_row *row)
{
    const struct schedule *schedule = progress_schedule(row->progress, row->task);
    const char *name = NULL, *title = row->task->text[TASK_TITLE];
    if (row->milestone < schedule->count)
        name = schedule->milestones[row->milestone].name;
    if (name != NULL)
        strbuf_addf(out, "%s: ", name);
    strbuf_adds(out, title != NULL ? title : "");
}

static void write_row(const struct timeline_row *row, const struct chart *chart)
{
    struct strbuf id = {0}, title = {0}, cut = {0};
    task_add_milestone_id(&id, row->task, row->with_plan, row->several ? row->milestone + 1 : 0);
    add_title(&title, row);
    add_cut(&cut, strbuf_text(&title), chart->title_width);
    write_labels(chart, id.text, strbuf_text(&cut));
    if (row->milestone < progress_schedule(row->progress, row->task)->count &&
        date_is_set(progress_schedule(row->progress, row->task)->milestones[row->milestone].due))
        write_bar(row, chart);
    else
        write_words(row, chart);
    strbuf_release(&id);
    strbuf_release(&title);
    strbuf_release(&cut);
}

static unsigned widest_id(const struct timeline_row *rows, size_t count)
{
    unsigned widest = 2;
    struct strbuf id = {0};
    for (size_t i = 0; i < count; i++) {
        strbuf_clear(&id);
        task_add_milestone_id(&id, rows[i].task, rows[i].with_plan,
                              rows[i].several ? rows[i].milestone + 1 : 0);
        unsigned width = text_width(id.text);
        widest = width > widest ? width : widest;
    }
    strbuf_release(&id);
    return widest;
}

/* Chooses the number of cells per month so that half the width, and at least LEAST_LABEL, is
 * left to the titles. */
static void fit(struct chart *chart, unsigned width)
{
    enum { RULES = QUARTERS + 1, GAPS = 3 };
    unsigned fixed = chart->id_width + GAPS + RULES;
    chart->cells = 1;
    while (chart->cells < MOST_CELLS &&
           fixed + LEAST_LABEL + MONTHS * (chart->cells + 1) <= width &&
           MONTHS * (chart->cells + 1) + RULES <= width / 2)
        chart->cells++;
    unsigned used = fixed + MONTHS * chart->cells;
    chart->title_width = width > used + LEAST_LABEL / 2 ? width - used : LEAST_LABEL / 2;
}

void timeline_write(const struct timeline_row *rows, size_t count, int year,
                    const struct style *style, FILE *out)
{
    struct chart chart = {.style = style, .out = out, .year = year};
    const struct section *section = NULL;
    chart.id_width = widest_id(rows, count);
    fit(&chart, style->width);
    write_head(&chart);
    for (size_t i = 0; i < count; i++) {
        if (section != NULL && rows[i].task->section != section)
            fputs("\n", out);
        section = rows[i].task->section;
        write_row(&rows[i], &chart);
    }
    char as_of[LANG_TEXT_SIZE] = "";
    if (count > 0)
        lang_date(as_of, style->lang, rows[0].progress->as_of);
    fputs("\n", out);
    fprintf(out, _("░ planned  ▒ in progress  █ done  ◆ due  ! overdue  × cancelled  ┊ %s"), as_of);
    fputs("\n", out);
}
