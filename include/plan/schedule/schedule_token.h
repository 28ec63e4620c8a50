// SPDX-License-Identifier: MIT
/* The words of a schedule: what schedule_parse reads. */
#ifndef PLAN_SCHEDULE_SCHEDULE_TOKEN_H
#define PLAN_SCHEDULE_SCHEDULE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

enum token_kind { TOKEN_END, TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK };

struct token {
    enum token_kind kind;
    char text[16];     /* a word folded, digits, or a mark; every dash is "-" */
    int value;         /* of a number, or of a word that is a Roman numeral up to XII; else 0 */
    size_t start, end; /* its bytes in the schedule's own text */
};

/* More words than any schedule has; a longer text is not read at all. */
#define TOKENS_MAX 64

/*
 * Splits `text`, without what no one sees in it and what leaves a time as it is («dự kiến», quotes,
 * brackets around the whole), and returns how many tokens it has before the TOKEN_END that closes
 * them; 0 where they do not fit or one is too long to mean anything.
 */
size_t tokens_split(const char *text, struct token tokens[TOKENS_MAX + 1]);

bool token_is(const struct token *token, const char *text);
bool token_is_year(const struct token *token); /* 1900 to 2999 */

/* Where a reader stands. */
struct cursor {
    const struct token *at;
};

/* Moves past a number up to `limit`: figures, a Roman numeral or a word («ba»); 0 for none. */
int cursor_take_number(struct cursor *c, int limit);

/* Moves past the words of a phrase (folded, one space between), all or none. */
bool cursor_take(struct cursor *c, const char *phrase);

/* The same for the first of the phrases (NULL-terminated, longer ones first) that stands there. */
bool cursor_take_any(struct cursor *c, const char *const *phrases);

#endif
