// SPDX-License-Identifier: MIT
/*
 * The states that a task or a milestone may be in against its due date (enum task_state): what each
 * is called and how it is drawn, wherever people see it.
 */
#ifndef VIEW_STATE_H
#define VIEW_STATE_H

#include "base/lang.h"
#include "plan/progress/progress.h"
#include "view/chart/svg.h"

#include <stdint.h>

/* Words are messages in English, for `message` to translate. */
struct state {
    const char *title;      /* «Done on time» */
    const char *brief;      /* the same if there is little room */
    const char *remark;     /* behind a task's status: «overdue»; NULL: that says it all */
    const char *counted;    /* «%zu done on time» */
    const char *sign, *sgr; /* in a terminal: a bar's cell, and its colour */
    enum svg_paint paint;   /* in a picture */
    uint32_t fill;          /* in a spreadsheet, 0xRRGGBB … */
    bool hatched;           /* … to be told apart without colour: what missed its due date */
};
extern const struct state states[TASK_STATES];

/* Returns the state as a title in the language in use: «Done on time». */
const char *state_title(enum task_state state);

/* Appends «3 done on time; 2 overdue»: each state that anything is in. */
void state_add_sentence(struct strbuf *out, const size_t counts[TASK_STATES]);

/* Appends «; Done on time: 3» for each state that anything is in. */
void state_add_counts(struct strbuf *out, const size_t counts[TASK_STATES], enum lang lang);

#endif
