// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "plan/task_id.h"
#include "view/chart/chart_svg.h"
#include "view/chart/svg.h"
#include "view/state.h"

enum {
    WIDTH = 400, /* of the picture, and of a whole bar */
    TEXT = 13,   /* sizes of letters */
    SMALL = 12,
    TASKS_WIDTH = 90, /* at the right of a group's title */
};

/* «III. TITLE», or «Total» for what has no group of its own. */
static void add_label(struct strbuf *out, const struct summary *summary, bool total)
{
    section_add_name(out, total ? _("Total") : summary->group, total ? NULL : summary->title);
}

/* The title over a group's bar, with its number of tasks; moves `y` below. */
static void draw_label(struct svg *svg, const struct summary *summary, bool total, enum lang lang,
                       int *y)
{
    struct strbuf text = {0};
    add_label(&text, summary, total);
    int lines =
        svg_text_lines(svg, "head", 0, *y + TEXT, TEXT, WIDTH - TASKS_WIDTH, 3, strbuf_text(&text));
    strbuf_clear(&text);
    lang_add_plural(&text, lang, summary->tasks, "task", "tasks");
    svg_text(svg, "quiet", SVG_END, WIDTH, *y + TEXT, SMALL, text.text);
    *y += (lines > 1 ? lines - 1 : 0) * (TEXT * 13 / 10) + TEXT + 6;
    strbuf_release(&text);
}

/* ---- Status ---- */

static unsigned digits(size_t number)
{
    unsigned count = 1;
    for (; number > 9; number /= 10)
        count++;
    return count;
}

/* The parts' widths: their shares, but room for its number in each that is not empty. */
static void share_width(const struct summary *summary, int widths[TASK_STATES])
{
    int sum = 0, largest = 0, used = 0;
    for (int i = 0; i < TASK_STATES; i++) {
        size_t number = summary->states[i];
        int least = number > 0 ? (int)(10 + 8 * digits(number)) : 0;
        widths[i] = summary->tasks > 0 ? (int)(number * WIDTH / summary->tasks) : 0;
        widths[i] = widths[i] < least ? least : widths[i];
        sum += widths[i];
        largest = widths[i] > widths[largest] ? i : largest;
        used += number > 0;
    }
    if (used > 0)
        widths[largest] += WIDTH - sum;
}

static void draw_parts(struct svg *svg, const struct summary *summary, enum lang lang, int y)
{
    enum { HEIGHT = 22 };
    int widths[TASK_STATES], x = 0;
    struct strbuf number = {0};
    share_width(summary, widths);
    for (int i = 0; i < TASK_STATES; i++) {
        if (summary->states[i] == 0)
            continue;
        strbuf_clear(&number);
        lang_add_count(&number, lang, summary->states[i]);
        svg_area(svg, states[i].paint, x, y, widths[i], HEIGHT);
        svg_text(svg, "halo", SVG_MIDDLE, x + widths[i] / 2, y + 16, TEXT, number.text);
        x += widths[i];
    }
    strbuf_release(&number);
}

/* Adds the key of each state that occurs, with its total. */
static void add_state_keys(struct svg *svg, const struct summary *total, enum lang lang)
{
    struct strbuf name = {0};
    for (int i = 0; i < TASK_STATES; i++) {
        if (total->states[i] == 0)
            continue;
        strbuf_clear(&name);
        strbuf_addf(&name, "%s: ", state_title((enum task_state)i));
        lang_add_count(&name, lang, total->states[i]);
        svg_add_paint_key(svg, states[i].paint, name.text);
    }
    strbuf_release(&name);
}

static void describe_status(struct strbuf *out, const struct summary *summary, bool total,
                            enum lang lang)
{
    add_label(out, summary, total);
    strbuf_adds(out, ": ");
    lang_add_plural(out, lang, summary->tasks, "task", "tasks");
    state_add_counts(out, summary->states, lang);
    strbuf_adds(out, total ? "." : ". ");
}

void chart_add_status(struct strbuf *out, const char *id, enum lang lang,
                      const struct summary_list *list)
{
    struct svg svg = {.id = id, .class = "chart-narrow", .width = WIDTH};
    struct strbuf description = {0};
    int y = 4;
    add_state_keys(&svg, &list->total, lang);
    for (size_t i = 0; i <= list->count; i++) {
        bool total = i == list->count;
        const struct summary *summary = total ? &list->total : &list->items[i];
        draw_label(&svg, summary, total, lang, &y);
        draw_parts(&svg, summary, lang, y);
        describe_status(&description, summary, total, lang);
        y += 34;
    }
    svg.height = y;
    svg_finish(&svg, out, _("Status by section"), strbuf_text(&description));
    strbuf_release(&description);
}

/* ---- Budget ---- */

/* The part of WIDTH that an amount is of the largest one; something is never shown as nothing. */
static int amount_width(int64_t vnd, int64_t largest)
{
    while (largest > INT64_MAX / WIDTH) {
        largest /= 2;
        vnd /= 2;
    }
    int width = largest > 0 ? (int)(vnd * WIDTH / largest) : 0;
    return vnd > 0 && width < 2 ? 2 : width;
}

/* «1,225 million đồng planned, 312.5 spent; 1 task without an amount» */
static void add_amounts(struct strbuf *out, const struct summary *summary, enum lang lang)
{
    struct strbuf planned = {0}, spent = {0};
    size_t without = summary->unspecified + summary->missing;
    lang_add_millions(&planned, lang, summary->budget_vnd);
    lang_add_millions(&spent, lang, summary->spent_vnd);
    strbuf_addf(out, _("%s planned, %s spent"), planned.text, spent.text);
    if (without > 0) {
        strbuf_adds(out, "; ");
        lang_add_plural(out, lang, without, "task without an amount", "tasks without an amount");
    }
    strbuf_release(&planned);
    strbuf_release(&spent);
}

static void draw_amounts(struct svg *svg, const struct summary *summary, int64_t largest,
                         enum lang lang, int *y)
{
    enum { PLANNED = 12, SPENT = 8 };
    struct strbuf words = {0};
    add_amounts(&words, summary, lang);
    int height = PLANNED + (summary->spent_vnd > 0 ? SPENT : 0);
    svg_line(svg, "rule", 0, *y, 0, *y + height);
    svg_area(svg, PAINT_OPEN, 0, *y, amount_width(summary->budget_vnd, largest), PLANNED);
    svg_area(svg, PAINT_LATE, 0, *y + PLANNED, amount_width(summary->spent_vnd, largest), SPENT);
    *y += height;
    svg_text(svg, "quiet", SVG_START, 0, *y + SMALL + 2, SMALL, words.text);
    *y += SMALL + 16;
    strbuf_release(&words);
}

static int64_t largest_amount(const struct summary_list *list)
{
    int64_t largest = 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct summary *summary = &list->items[i];
        largest = summary->budget_vnd > largest ? summary->budget_vnd : largest;
        largest = summary->spent_vnd > largest ? summary->spent_vnd : largest;
    }
    return largest;
}

void chart_add_budget(struct strbuf *out, const char *id, enum lang lang,
                      const struct summary_list *list)
{
    struct svg svg = {.id = id, .class = "chart-narrow", .width = WIDTH};
    struct strbuf description = {0};
    int64_t largest = largest_amount(list);
    int y = 4;
    svg_add_paint_key(&svg, PAINT_OPEN, _("Budget"));
    svg_add_paint_key(&svg, PAINT_LATE, _("Spent"));
    for (size_t i = 0; i < list->count; i++) {
        draw_label(&svg, &list->items[i], false, lang, &y);
        draw_amounts(&svg, &list->items[i], largest, lang, &y);
    }
    for (size_t i = 0; i <= list->count; i++) {
        bool total = i == list->count;
        const struct summary *summary = total ? &list->total : &list->items[i];
        add_label(&description, summary, total);
        strbuf_adds(&description, ": ");
        add_amounts(&description, summary, lang);
        strbuf_adds(&description, total ? "." : ". ");
    }
    svg.height = y;
    svg_finish(&svg, out, _("Budget and spent by section, in million đồng"),
               strbuf_text(&description));
    strbuf_release(&description);
}
