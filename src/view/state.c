// SPDX-License-Identifier: MIT
#include "view/state.h"

#include "base/message.h"

const struct state states[TASK_STATES] = {
    [DONE_ON_TIME] = {N_("Done on time"), NC_("chart", "Done on time"), N_("done on time"),
                      N_("%zu done on time"), "█", "32", PAINT_DONE, 0x66BB6A, false},
    [DONE_LATE] = {N_("Done late"), NC_("chart", "Done late"), N_("done late"), N_("%zu done late"),
                   "█", "33", PAINT_LATE, 0x2E7D32, true},
    [DONE_NO_DUE] = {N_("Done, no due date"), NC_("chart", "Done, no due date"), N_("done"),
                     N_("%zu done without a due date"), "█", "32", PAINT_DONE_UNDATED, 0x80CBC4,
                     false},
    [OPEN_IN_TIME] = {N_("Open, in time"), NC_("chart", "Open, in time"), N_("in time"),
                      N_("%zu open in time"), "░", "36", PAINT_OPEN, 0x90CAF9, false},
    [OPEN_OVERDUE] = {N_("Overdue"), NC_("chart", "Overdue"), N_("overdue"), N_("%zu overdue"), "!",
                      "31", PAINT_OVERDUE, 0xC62828, true},
    [OPEN_NO_DUE] = {N_("Open, no due date"), NC_("chart", "Open, no due date"), N_("no due date"),
                     N_("%zu open without a due date"), "░", "36", PAINT_UNDATED, 0xCFD8DC, false},
    [STATE_CANCELLED] = {N_("Cancelled"), N_("Cancelled"), NULL, N_("%zu cancelled"), "×", "2",
                         PAINT_CANCELLED, 0x9E9E9E, false},
};

const char *state_title(enum task_state state)
{
    return _(states[state].title);
}

void state_add_counts(struct strbuf *out, const size_t counts[TASK_STATES], enum lang lang)
{
    for (int i = 0; i < TASK_STATES; i++) {
        if (counts[i] == 0)
            continue;
        strbuf_addf(out, "; %s: ", state_title((enum task_state)i));
        lang_add_count(out, lang, counts[i]);
    }
}

void state_add_sentence(struct strbuf *out, const size_t counts[TASK_STATES])
{
    const char *separator = "";
    for (int i = 0; i < TASK_STATES; i++) {
        if (counts[i] == 0)
            continue;
        strbuf_adds(out, separator);
        strbuf_addf(out, message(states[i].counted), counts[i]);
        separator = "; ";
    }
}
