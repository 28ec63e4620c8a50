// SPDX-License-Identifier: MIT
/* Finds the words that two texts share and those that only one has. A word is everything between
 * white space («TTHC,» is not «TTHC»); the amount and kind of white space are ignored. */
#ifndef BASE_WORD_DIFF_H
#define BASE_WORD_DIFF_H

#include <stdbool.h>
#include <stddef.h>

enum word_side { WORDS_SAME, WORDS_OLD, WORDS_NEW };

/* A run of adjacent words, from the first byte of the first to the end of the last. */
struct word_run {
    enum word_side side;
    const char *text; /* borrowed; WORDS_SAME points into the new text */
    size_t length;
};

/* A zeroed diff is empty. */
struct word_diff {
    struct word_run *runs;
    size_t count, capacity;
};

void word_diff_release(struct word_diff *diff);

/*
 * Appends the runs that turn `old` into `new`: a longest common subsequence of words, old words
 * before new ones. Where both texts differ over more than about a thousand words, that stretch is
 * one old and one new run: comparing it would take too long.
 */
void word_diff_run(struct word_diff *diff, const char *old, const char *new);

/* Returns whether both texts have the same words. NULL is a text without words. */
bool words_are_same(const char *a, const char *b);

#endif
