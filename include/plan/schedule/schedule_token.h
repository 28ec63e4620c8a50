// SPDX-License-Identifier: MIT
/* Splits a schedule into words, for schedule_parse. */
#ifndef PLAN_SCHEDULE_SCHEDULE_TOKEN_H
#define PLAN_SCHEDULE_SCHEDULE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
    enum token_kind kind;
    char text[16];     /* a folded word, digits, or a mark; every dash is "-" */
    int value;         /* of a number, or of a Roman numeral up to XII; else 0 */
    size_t start, end; /* its bytes in the schedule's own text */
};

/* More words than any schedule has; a longer text is not read at all. */
#define TOKENS_MAX 64

/*
 * Splits a text, leaving out invisible characters and what does not change a time («dự kiến»,
 * quotes, brackets around the whole). Returns how many tokens come before the final TOKEN_END, or 0
 * if they do not fit or one is too long to be known.
 */
size_t tokens_split(const char *text, struct token tokens[TOKENS_MAX + 1]);

bool token_is(const struct token *token, const char *text);
bool token_is_year(const struct token *token); /* 1900 to 2999 */

/* The position of a reader. */
struct cursor {
    const struct token *at;
};

/* Moves past a number up to `limit`: digits, a Roman numeral or a word («ba»). Returns it, or 0. */
int cursor_take_number(struct cursor *c, int limit);

/* Moves past all words of a phrase (folded, separated by one space), or returns false. */
bool cursor_take(struct cursor *c, const char *phrase);

/* Moves past the first of the phrases that matches. They end with NULL; longer ones come first. */
bool cursor_take_any(struct cursor *c, const char *const *phrases);

#endif
