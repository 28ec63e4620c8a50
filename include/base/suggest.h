// SPDX-License-Identifier: MIT
/* Suggests the word that was meant, for a message about a mistyped one. */
#ifndef BASE_SUGGEST_H
#define BASE_SUGGEST_H

#define SUGGESTION_SIZE 512

/*
 * Writes «: did you mean …?», to end a message with, naming the word of `words` (which ends with
 * NULL) that is nearest to `typed`; "" if none is near. Words are compared folded, by edit distance
 * with swaps; the beginning of a word is near too. Returns `buffer`.
 */
const char *suggest(char buffer[SUGGESTION_SIZE], const char *typed, const char *const *words);

/* Writes the suggestion and, if there are few words, all of them in brackets. If none is near,
 * writes «: expected one of …» with all of them, or "" if there are too many. Returns `buffer`. */
const char *suggest_among(char buffer[SUGGESTION_SIZE], const char *typed,
                          const char *const *words);

#endif
