// SPDX-License-Identifier: MIT
/*
 * Which words of a text another has, and which it has not. Words stand between white space, marks
 * and all («TTHC,» is not «TTHC»); how much white space, and which, never counts.
 */
#ifndef BASE_WORD_DIFF_H
#define BASE_WORD_DIFF_H

#include <stdbool.h>
#include <stddef.h>

enum word_side { WORDS_SAME, WORDS_OLD, WORDS_NEW };

/* Words that follow one another: from the first one's first byte to the last one's end. */
struct word_run {
    enum word_side side;
    const char *text; /* in the new text where the words are the same; borrowed */
    size_t length;
};

/* Zeroed is empty. */
struct word_diff {
    struct word_run *runs;
    size_t count, capacity;
};

void word_diff_release(struct word_diff *diff);

/*
 * Appends the runs that lead from `old` to `new`: a longest common subsequence of words, what is
 * gone before what is new. Where both texts differ over more than some thousand words, that stretch
 * is one old and one new run: finding what they share would take too long.
 */
void word_diff_run(struct word_diff *diff, const char *old, const char *new);

/* Whether both say the same words. Takes NULL, a text without words. */
bool words_are_same(const char *a, const char *b);

#endif
