// SPDX-License-Identifier: MIT
/* The words of a text that may set targets, and which of them data/target-words.csv knows. */
#ifndef PLAN_INDICATOR_TARGET_WORDS_H
#define PLAN_INDICATOR_TARGET_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum target_text_kind { TARGET_TEXT_WORD, TARGET_TEXT_NUMBER, TARGET_TEXT_MARK };

struct target_word {
    enum target_text_kind kind;
    const char *folded; /* a word folded, a number or a mark as it stands */
    size_t start, end;  /* its bytes in the text */
};

/* A text taken apart. */
struct target_text {
    const char *text; /* borrowed */
    struct target_word *words;
    size_t count, capacity;
    char *folded; /* what the words borrow */
};

void target_text_init(struct target_text *text, const char *words);
void target_text_release(struct target_text *text);

/* What words say; the comparisons come first, as enum target_comparison has them. */
enum target_word_class {
    TARGET_WORD_AT_LEAST,
    TARGET_WORD_ABOVE,
    TARGET_WORD_AT_MOST,
    TARGET_WORD_BELOW,
    TARGET_WORD_RISE,
    TARGET_WORD_FALL,
    TARGET_WORD_UP,     /* behind a figure: «trở lên» */
    TARGET_WORD_DOWN,   /* «trở xuống» */
    TARGET_WORD_ABOUT,  /* «khoảng» */
    TARGET_WORD_FILLER, /* «đạt» */
    TARGET_WORD_VERB,   /* a clause may begin with it, and it measures nothing: «bảo đảm» */
    TARGET_WORD_THAN,   /* «so với» */
    TARGET_WORD_NOT,    /* before a figure that sets nothing: «quý», «mức độ» */
    TARGET_WORD_UNIT,   /* what is counted */
    TARGET_WORD_CLASSES
};

/*
 * How many words before or behind a place are of the class: of several phrases the longest; 0 for
 * none.
 */
size_t target_words_before(const struct target_text *text, size_t at, enum target_word_class class);
size_t target_words_after(const struct target_text *text, size_t at, enum target_word_class class);

#endif
