// SPDX-License-Identifier: MIT
#include "view/status_view.h"

#include "base/message.h"
#include "base/text.h"
#include "view/chart/bar.h"
#include "view/state.h"

#include <stdbool.h>

void status_add_up(const size_t *parts, size_t count, unsigned *thousandths)
{
    size_t sum = 0, left = 1000;
    for (size_t i = 0; i < count; i++) {
        sum += parts[i];
        thousandths[i] = 0;
    }
    for (size_t i = 0; i < count && sum > 0; i++) {
        thousandths[i] = (unsigned)(parts[i] * 1000 / sum);
        left -= thousandths[i];
    }
    /* what rounding down has left goes, one each, to the largest remainders */
    for (bool given[TASK_STATES] = {false}; sum > 0 && left > 0 && count <= TASK_STATES; left--) {
        size_t best = count;
        for (size_t i = 0; i < count; i++)
            if (!given[i] && (best == count || parts[i] * 1000 % sum > parts[best] * 1000 % sum))
                best = i;
        given[best] = true;
        thousandths[best]++;
    }
}

/* The least width of the labels, before the numbers. */
enum { LABEL_WIDTH = 22 };

static void write_line(const char *label, unsigned label_width, size_t number, unsigned thousandths,
                       size_t most, const struct style *style, FILE *out)
{
    struct strbuf line = {0}, count = {0};
    char percent[LANG_TEXT_SIZE];
    lang_add_count(&count, style->lang, number);
    unsigned taken = text_width(label);
    strbuf_addf(&line, "  %s", label);
    strbuf_add_spaces(&line, label_width - taken);
    strbuf_addf(&line, "%9s  %5s%%  ", count.text, lang_percent(percent, style->lang, thousandths));
    unsigned used = text_width(line.text), room = style->width > used ? style->width - used : 0;
    bar_add(&line, number, most, room < 40 ? room : 40);
    while (line.length > 0 && line.text[line.length - 1] == ' ')
        line.text[--line.length] = '\0';
    fprintf(out, "%s\n", line.text);
    strbuf_release(&line);
    strbuf_release(&count);
}

void status_add_targets(struct strbuf *out, const struct target_summary *targets)
{
    strbuf_addf(out,
                _("Tasks with targets: %zu; reached: %zu, missed: %zu, not all measured: %zu."),
                targets->count, targets->reached, targets->missed,
                targets->count - targets->reached - targets->missed);
}

void status_write_summary(const struct summary *total, struct date as_of, const struct style *style,
                          FILE *out)
{
    unsigned thousandths[TASK_STATES], label_width = LABEL_WIDTH;
    size_t most = 0;
    struct strbuf text = {0};
    status_add_up(total->states, TASK_STATES, thousandths);
    for (int i = 0; i < TASK_STATES; i++)
        most = total->states[i] > most ? total->states[i] : most;
    for (int i = 0; i < TASK_STATES; i++) {
        unsigned width = text_width(state_title((enum task_state)i));
        label_width = total->states[i] > 0 && width > label_width ? width : label_width;
    }
    char count[LANG_TEXT_SIZE], more[LANG_TEXT_SIZE], reported[LANG_TEXT_SIZE];
    lang_add_plural(&text, style->lang, total->tasks, "task", "tasks");
    fprintf(out, _("As of %s: %s"), lang_date(count, style->lang, as_of), text.text);
    fputs("\n\n", out);
    for (int i = 0; i < TASK_STATES; i++)
        if (total->states[i] > 0)
            write_line(state_title((enum task_state)i), label_width, total->states[i],
                       thousandths[i], most, style, out);
    fputs("\n", out);
    fprintf(out, _("%s not started, %s in progress; something is recorded of %s"),
            lang_count(count, style->lang, total->statuses[TASK_NOT_STARTED]),
            lang_count(more, style->lang, total->statuses[TASK_IN_PROGRESS]),
            lang_count(reported, style->lang, total->reported));
    fputs("\n", out);
    strbuf_release(&text);
}
