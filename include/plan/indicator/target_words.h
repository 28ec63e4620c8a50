// SPDX-License-Identifier: MIT
/* Splits a text that may set targets into words, and knows those in data/target-words.csv. */
#ifndef PLAN_INDICATOR_TARGET_WORDS_H
#define PLAN_INDICATOR_TARGET_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum target_text_kind { TARGET_TEXT_WORD, TARGET_TEXT_NUMBER, TARGET_TEXT_MARK };

struct target_word {
    enum target_text_kind kind;
    const char *folded; /* a word folded; a number or mark as it stands */
    size_t start, end;  /* its bytes in the text */
};

/* A text and its words. */
struct target_text {
    const char *text; /* borrowed */
    struct target_word *words;
    size_t count, capacity;
    char *folded; /* owned; the words point into it */
};

void target_text_init(struct target_text *text, const char *words);
void target_text_release(struct target_text *text);

/* The meaning of words; comparisons come first, in the order of enum target_comparison. */
enum target_word_class {
    TARGET_WORD_AT_LEAST,
    TARGET_WORD_ABOVE,
    TARGET_WORD_AT_MOST,
    TARGET_WORD_BELOW,
    TARGET_WORD_RISE,
    TARGET_WORD_FALL,
    TARGET_WORD_UP,     /* after a number: «trở lên» */
    TARGET_WORD_DOWN,   /* «trở xuống» */
    TARGET_WORD_ABOUT,  /* «khoảng» */
    TARGET_WORD_FILLER, /* «đạt» */
    TARGET_WORD_VERB,   /* may begin a clause and measures nothing: «bảo đảm» */
    TARGET_WORD_THAN,   /* «so với» */
    TARGET_WORD_NOT,    /* before a number that sets no target: «quý», «mức độ» */
    TARGET_WORD_UNIT,   /* things that are counted */
    TARGET_WORD_CLASSES
};

/* Return the number of words of the longest phrase of the class that ends just before word `at`, or
 * begins just after it; 0 if there is none. */
size_t target_words_before(const struct target_text *text, size_t at, enum target_word_class class);
size_t target_words_after(const struct target_text *text, size_t at, enum target_word_class class);

#endif
