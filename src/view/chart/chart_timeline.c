// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "plan/task_id.h"
#include "view/chart/chart_svg.h"
#include "view/chart/svg.h"
#include "view/state.h"

enum {
    WIDTH = 1000,
    ID_WIDTH = 66, /* of ids; with their plan's, twice as wide */
    MONTH = 40,
    YEAR = 12 * MONTH,
    STATE_WIDTH = 132,
    YEAR_LEFT = WIDTH - STATE_WIDTH - 14 - YEAR,
    HEAD = 38, /* heights */
    SECTION = 22,
    ROW = 20,
    TEXT = 12,
    ROWS_A_PAGE = 26, /* of a printed one; a section's heading takes one too */
};

struct timeline {
    struct svg svg;
    enum lang lang;
    int year, id_width;
    struct date as_of;
    size_t states[TASK_STATES];
    struct strbuf overdue; /* «V.2/1 (31 March 2021)» */
};

static const struct milestone *milestone_of(const struct timeline_row *row)
{
    const struct schedule *schedule = progress_schedule(row->progress, row->task);
    return row->milestone < schedule->count ? &schedule->milestones[row->milestone] : NULL;
}

/* Returns the position at which a day begins or ends. Days outside the year are at its ends. */
static int day_x(const struct timeline *chart, struct date date, bool end)
{
    if (date.year != chart->year)
        return YEAR_LEFT + (date.year < chart->year ? 0 : YEAR);
    int days = date_month_end(date.year, date.month).day;
    return YEAR_LEFT + (date.month - 1) * MONTH + (date.day - !end) * MONTH / days;
}

/* ---- The head, and the rules below it ---- */

static void draw_months(struct timeline *chart, int bottom)
{
    struct strbuf name = {0};
    for (int month = 0; month <= 12; month++) {
        int x = YEAR_LEFT + month * MONTH;
        svg_line(&chart->svg, "rule", x, month % 3 == 0 ? 4 : HEAD - 18, x, bottom);
        if (month == 12)
            break;
        strbuf_clear(&name);
        strbuf_addf(&name, "%d", month + 1);
        svg_text(&chart->svg, "quiet", SVG_MIDDLE, x + MONTH / 2, HEAD - 5, TEXT - 1, name.text);
        if (month % 3 != 0)
            continue;
        strbuf_clear(&name);
        strbuf_adds(&name, lang_quarter(month / 3 + 1));
        svg_text(&chart->svg, "head", SVG_START, x + 5, 15, TEXT, name.text);
    }
    strbuf_release(&name);
}

/* ---- A line ---- */

static void draw_bar(struct timeline *chart, const struct timeline_row *row,
                     const struct milestone *milestone, enum task_state state, int y)
{
    struct svg *svg = &chart->svg;
    int due = day_x(chart, milestone->due, true), today = day_x(chart, row->progress->as_of, true);
    int start = date_is_set(milestone->start) ? day_x(chart, milestone->start, false) : due;
    bool overdue = state == OPEN_OVERDUE;
    bool in_progress =
        progress_milestone_status(row->progress, row->task, row->milestone) == TASK_IN_PROGRESS;
    int reached = in_progress ? (today < due ? today : due) : start;
    if (reached < start)
        reached = start;
    svg_area(svg, PAINT_PROGRESS, start, y + 4, reached - start, ROW - 8);
    svg_area(svg, states[overdue ? OPEN_IN_TIME : state].paint, reached, y + 4, due - reached,
             ROW - 8);
    if (overdue)
        svg_area(svg, PAINT_OVERDUE, due, y + 7, today - due, ROW - 14);
    if (!milestone->all_year && milestone->due.year == chart->year)
        svg_diamond(svg, "due", due, y + ROW / 2, 6);
}

/* Beside a bar, if there is little room. */
static const char *state_of(const struct timeline_row *row, enum task_state state)
{
    bool in_progress =
        progress_milestone_status(row->progress, row->task, row->milestone) == TASK_IN_PROGRESS;
    return message(state != OPEN_OVERDUE && in_progress ? N_("In progress") : states[state].brief);
}

static void draw_names(struct timeline *chart, const struct timeline_row *row,
                       const struct milestone *milestone, enum task_state state, int y)
{
    struct strbuf text = {0};
    const char *title = row->task->text[TASK_TITLE];
    int base = y + ROW - 6, left = chart->id_width + 6;
    task_add_milestone_id(&text, row->task, row->with_plan, row->several ? row->milestone + 1 : 0);
    svg_text_lines(&chart->svg, NULL, 0, base, TEXT, chart->id_width, 1, text.text);
    strbuf_clear(&text);
    if (milestone != NULL && milestone->name != NULL)
        strbuf_addf(&text, "%s: ", milestone->name);
    strbuf_adds(&text, title != NULL ? title : "");
    svg_text_lines(&chart->svg, NULL, left, base, TEXT, YEAR_LEFT - left - 8, 1,
                   strbuf_text(&text));
    svg_text_lines(&chart->svg, state == OPEN_OVERDUE ? "head" : "quiet", WIDTH - STATE_WIDTH, base,
                   TEXT, STATE_WIDTH, 1, state_of(row, state));
    strbuf_release(&text);
}

static void count_row(struct timeline *chart, const struct timeline_row *row,
                      const struct milestone *milestone, enum task_state state)
{
    chart->states[state]++;
    if (state != OPEN_OVERDUE || milestone == NULL)
        return;
    strbuf_separate(&chart->overdue, ", ");
    task_add_milestone_id(&chart->overdue, row->task, row->with_plan,
                          row->several ? row->milestone + 1 : 0);
    strbuf_adds(&chart->overdue, " (");
    lang_add_date(&chart->overdue, chart->lang, milestone->due);
    strbuf_adds(&chart->overdue, ")");
}

static void draw_row(struct timeline *chart, const struct timeline_row *row, int y)
{
    const struct milestone *milestone = milestone_of(row);
    enum task_state state = progress_milestone_state(row->progress, row->task, row->milestone);
    count_row(chart, row, milestone, state);
    draw_names(chart, row, milestone, state, y);
    if (milestone != NULL && date_is_set(milestone->due))
        draw_bar(chart, row, milestone, state, y);
    else
        svg_text(&chart->svg, "quiet halo", SVG_START, YEAR_LEFT + 6, y + ROW - 6, TEXT,
                 timeline_missing_bar(row));
}

static void draw_section(struct timeline *chart, const struct timeline_row *row, int y)
{
    struct strbuf heading = {0};
    const struct section *section = row->task->section;
    if (row->with_plan)
        strbuf_addf(&heading, "%s: ", row->task->section->plan->id);
    section_add_name(&heading, section->code, section->title);
    svg_rect(&chart->svg, "band", 0, y, WIDTH, SECTION - 2);
    svg_text_lines(&chart->svg, "head", 4, y + SECTION - 8, TEXT, WIDTH - 8, 1, heading.text);
    strbuf_release(&heading);
}

/* ---- Its legend ---- */

static void add_paint_key(struct svg *svg, enum svg_paint paint, const char *name)
{
    if ((svg->paints >> paint & 1) != 0)
        svg_add_paint_key(svg, paint, name);
}

/* The paints that were used, then the due day and the as-of date. What is open is drawn up to its
 * due day in one paint, overdue or not. */
static void add_keys(struct timeline *chart)
{
    enum { MIDDLE = SVG_KEY_WIDTH / 2 };
    struct svg *svg = &chart->svg, due = {.id = svg->id}, today = {.id = svg->id};
    struct strbuf as_of = {0};
    add_paint_key(svg, states[OPEN_IN_TIME].paint, _("Planned"));
    add_paint_key(svg, PAINT_PROGRESS, _("In progress"));
    for (int i = 0; i < TASK_STATES; i++)
        if (i != OPEN_IN_TIME)
            add_paint_key(svg, states[i].paint, state_title((enum task_state)i));
    svg_diamond(&due, "due", MIDDLE, SVG_KEY_HEIGHT / 2, 6);
    svg_add_key(svg, &due, _("Due"));
    svg_line(&today, "today", MIDDLE, 0, MIDDLE, SVG_KEY_HEIGHT);
    lang_add_date(&as_of, chart->lang, chart->as_of);
    svg_add_key(svg, &today, as_of.text);
    strbuf_release(&as_of);
}

/* ---- The whole ---- */

static void draw_rows(struct timeline *chart, const struct timeline_row *rows, size_t count)
{
    const struct section *section = NULL;
    int y = HEAD + 2;
    for (size_t i = 0; i < count; i++) {
        y += rows[i].task->section != section ? SECTION : 0;
        section = rows[i].task->section;
        y += ROW;
    }
    draw_months(chart, y);
    int bottom = y;
    section = NULL;
    y = HEAD + 2;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].task->section != section) {
            section = rows[i].task->section;
            draw_section(chart, &rows[i], y);
            y += SECTION;
        }
        draw_row(chart, &rows[i], y);
        y += ROW;
    }
    if (chart->as_of.year == chart->year) {
        int x = day_x(chart, chart->as_of, true);
        svg_line(&chart->svg, "today", x, HEAD, x, bottom);
    }
    chart->svg.height = bottom;
    add_keys(chart);
}

static void describe(const struct timeline *chart, size_t count, struct strbuf *out)
{
    lang_add_plural(out, chart->lang, count, "milestone", "milestones");
    state_add_counts(out, chart->states, chart->lang);
    strbuf_adds(out, ".");
    if (chart->overdue.length > 0)
        strbuf_addf(out, " %s: %s.", _("Overdue"), chart->overdue.text);
}

void chart_add_timeline(struct strbuf *out, const char *id, const char *title, enum lang lang,
                        const struct timeline_row *rows, size_t count, int year)
{
    struct timeline chart = {
        .svg = {.id = id, .class = "chart-wide", .width = WIDTH},
        .lang = lang,
        .year = year,
    };
    if (count == 0)
        return;
    chart.id_width = rows->with_plan ? 2 * ID_WIDTH : ID_WIDTH;
    chart.as_of = rows->progress->as_of;
    struct strbuf description = {0};
    draw_rows(&chart, rows, count);
    describe(&chart, count, &description);
    svg_finish(&chart.svg, out, title, description.text);
    strbuf_release(&description);
    strbuf_release(&chart.overdue);
}

size_t chart_timeline_fit(const struct timeline_row *rows, size_t count)
{
    size_t used = 0, whole = 0;
    for (size_t i = 0; i < count; i++) {
        bool heading = i == 0 || rows[i].task->section != rows[i - 1].task->section;
        if (heading)
            whole = i;
        used += heading ? 2 : 1;
        if (used > ROWS_A_PAGE)
            return whole > 0 ? whole : i;
    }
    return count;
}
