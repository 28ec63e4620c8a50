// SPDX-License-Identifier: MIT
/*
 * Completions of a word on the command line. A candidate has a value, which takes the word's place,
 * and a description, which a shell may show beside it. Plans are hostile text: a value with a
 * character that no terminal should be shown is no candidate, and a description is made printable.
 */
#ifndef CMD_CANDIDATES_H
#define CMD_CANDIDATES_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

struct candidate {
    const char *value, *description; /* in the arena */
};

/* Zeroed is empty. */
struct candidates {
    struct candidate *items;
    size_t count, capacity;
    struct arena arena;
};

void candidates_release(struct candidates *list);

/* Appends copies, unless the value is there already, empty or unsafe. NULL describes nothing. */
void candidates_add(struct candidates *list, const char *value, const char *description);

/* Adds the words of a list that ends with NULL. */
void candidates_add_words(struct candidates *list, const char *const *words);

/* Takes out a value, one that is given already. */
void candidates_remove(struct candidates *list, const char *value);

/*
 * Writes a line for each candidate that `typed` may become: those that begin with it; if there are
 * none, those that do so without case and marks; and, with `anywhere`, if there are none of these
 * either, those that contain it so. A line is `before` and the value; a candidate with a
 * description has a tab and the description as well.
 */
void candidates_write(const struct candidates *list, const char *before, const char *typed,
                      bool anywhere, FILE *out);

/* Returns whether a text is UTF-8 without characters that no terminal should be shown. */
bool candidate_is_safe(const char *text);

#endif
