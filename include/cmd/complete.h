// SPDX-License-Identifier: MIT
/*
 * Completion: `cchc __complete -- WORD…` says what the last WORD of a command line may become. The
 * words are those after `cchc`, without the shell's quotes, the last one up to the cursor; it may
 * be empty. data/completions has the shells' part, which knows nothing but this:
 *
 *   WORD [tab DESCRIPTION]
 *       a candidate: the whole word, printable text on one line. Behind one that ends in «=» the
 *       word goes on
 *   tab files tab BEFORE tab ENDINGS
 *       the shell's own files, too, behind what BEFORE says of the word: those whose names have one
 *       of the endings, which commas divide («.csv,.json»; none: all of them)
 *   tab folders tab BEFORE
 *       folders alone
 *
 * All is taken from the tables of options and commands, and from the plans that the line names.
 * Plans that would not be read at once (read/plan_weight.h), and those that cannot be read, give no
 * candidates. Nothing is written but the answer, nothing is locked, and the exit code is 0; what
 * has not come in a second does not come.
 */
#ifndef CMD_COMPLETE_H
#define CMD_COMPLETE_H

#include "cmd/candidates.h"
#include "cmd/cmd.h"

/* The name of the hidden command. */
extern const char complete_name[];

/* Writes what the last of the words, which follow the command's name in argv, may become. */
void complete_write(struct cmd_ctx *ctx, int argc, char **argv);

/* ---- For the files of completion ---- */

struct completion {
    struct cmd_ctx *ctx;
    const struct option *option; /* the word is its value; NULL: it is none */
    struct strbuf before;        /* what of the word stays as it is: «--lead=», «id,» */
    const char *typed;           /* what follows that, borrowed from the word */
    bool anywhere;               /* a candidate may also contain what was typed */
    struct candidates found;
};

/* Takes what is typed up to a sign over into `before`; returns whether it is there. */
bool completion_take(struct completion *completion, char sign);

/* Adds the values of a source that come from the plans, which ctx->store has read. */
void completion_add_of_plans(struct completion *completion, enum option_source source);

/* Adds the values of a filter that only plans know; returns whether it is such a filter. */
bool completion_is_of_plans(enum option_source source, const struct option *option);

#endif
