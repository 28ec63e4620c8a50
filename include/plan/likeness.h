// SPDX-License-Identifier: MIT
/*
 * How alike texts are, by the words they share. A word that many texts have («thực hiện») counts
 * less than one that few have, so that texts of one office's style are not taken for each other:
 *
 *   likeness(a, b) = 2 · weight(words in both) / (weight(words of a) + weight(words of b))
 *   weight(word)   = 1 + ⌊log₂(texts / texts that have it)⌋
 *
 * which is Dice's coefficient, weighted. Words are the letters and figures between other marks; a
 * word that a text has twice counts once. Everything is whole numbers: the same on each machine.
 */
#ifndef PLAN_LIKENESS_H
#define PLAN_LIKENESS_H

#include "base/arena.h"
#include "base/pointer_map.h"

#include <stddef.h>
#include <stdint.h>

/* Of two texts with the same words. */
#define LIKENESS_MOST 1000

/* Zeroed is empty. */
struct likeness {
    struct arena arena;         /* the words */
    struct pointer_map numbers; /* of the words, from 0 */
    struct likeness_word {
        uint32_t texts; /* that have it */
        uint32_t weight;
    } * vocabulary;
    size_t vocabulary_count, vocabulary_capacity;
    struct likeness_text {
        size_t first; /* of its words' numbers, ascending, in `words` */
        uint32_t count, weight;
    } * texts;
    size_t text_count, text_capacity;
    uint32_t *words;
    size_t word_count, word_capacity;
};

void likeness_release(struct likeness *likeness);

/* Adds a folded text; the first is number 0. */
void likeness_add(struct likeness *likeness, const char *folded);

/* Weighs the words: once all texts are added and before any are compared. */
void likeness_weigh(struct likeness *likeness);

/* From 0, no word in common, to LIKENESS_MOST. A text without words is like none. */
unsigned likeness_of(const struct likeness *likeness, size_t a, size_t b);

#endif
