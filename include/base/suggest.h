// SPDX-License-Identifier: MIT
/* The nearest right word, for a message about a mistyped one. */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#define SUGGESTION_SIZE 512

/*
 * Writes «: did you mean …?» with the word of `words` (NULL-terminated) that `typed` was probably
 * meant to be, to end a message with; "" where none is near. Words are compared folded, by edit
 * distance with swaps; the beginning of a word counts as near. Returns `buffer`.
 */
const char *suggest(char buffer[SUGGESTION_SIZE], const char *typed, const char *const *words);

/*
 * The same, and in parentheses all words that are possible where they are few; where none is near,
 * «: expected one of …» with all of them.
 */
const char *suggest_among(char buffer[SUGGESTION_SIZE], const char *typed,
                          const char *const *words);

#endif
