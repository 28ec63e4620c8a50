// SPDX-License-Identifier: MIT
#include "plan/likeness.h"

#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>

void likeness_release(struct likeness *likeness)
{
    arena_release(&likeness->arena);
    pointer_map_release(&likeness->numbers);
    free(likeness->vocabulary);
    free(likeness->texts);
    free(likeness->words);
    *likeness = (struct likeness){0};
}

static bool is_in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static uint32_t number_of(struct likeness *likeness, const char *text, size_t length)
{
    const char *word = arena_intern(&likeness->arena, text, length);
    size_t *number = pointer_map_at(&likeness->numbers, word);
    if (*number == POINTER_MAP_NONE) {
        *number = likeness->vocabulary_count++;
        likeness->vocabulary = memory_grow(likeness->vocabulary, *number,
                                           &likeness->vocabulary_capacity,
                                           sizeof *likeness->vocabulary);
        likeness->vocabulary[*number] = (struct likeness_word){0};
    }
    return (uint32_t)*number;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void add_words(struct likeness *likeness, const char *folded)
{
    for (size_t length; *folded != '\0'; folded += length > 0 ? length : 1) {
        for (length = 0; is_in_word(folded[length]);)
            length++;
        if (length == 0)
            continue;
        uint32_t number = number_of(likeness, folded, length);
        likeness->words = memory_grow(likeness->words, likeness->word_count,
                                      &likeness->word_capacity, sizeof *likeness->words);
        likeness->words[likeness->word_count++] = number;
    }
}

void likeness_add(struct likeness *likeness, const char *folded)
{
    size_t first = likeness->word_count, end = first;
    add_words(likeness, folded);
    if (likeness->word_count > first)
        qsort(likeness->words + first, likeness->word_count - first, sizeof *likeness->words,
              compare_numbers);
    for (size_t i = first; i < likeness->word_count; i++) {
        uint32_t number = likeness->words[i];
        if (i > first && number == likeness->words[end - 1])
            continue;
        likeness->words[end++] = number;
        likeness->vocabulary[number].texts++;
    }
    likeness->word_count = end;
    likeness->texts = memory_grow(likeness->texts, likeness->text_count, &likeness->text_capacity,
                                  sizeof *likeness->texts);
    likeness->texts[likeness->text_count++] =
        (struct likeness_text){.first = first, .count = (uint32_t)(end - first)};
}

void likeness_weigh(struct likeness *likeness)
{
    for (size_t i = 0; i < likeness->vocabulary_count; i++) {
        struct likeness_word *word = &likeness->vocabulary[i];
        word->weight = 1;
        for (size_t share = likeness->text_count / word->texts; share > 1; share /= 2)
            word->weight++;
    }
    for (size_t i = 0; i < likeness->text_count; i++) {
        struct likeness_text *text = &likeness->texts[i];
        for (uint32_t j = 0; j < text->count; j++)
            text->weight += likeness->vocabulary[likeness->words[text->first + j]].weight;
    }
}

unsigned likeness_of(const struct likeness *likeness, size_t a, size_t b)
{
    const struct likeness_text *x = &likeness->texts[a], *y = &likeness->texts[b];
    uint64_t shared = 0, whole = (uint64_t)x->weight + y->weight;
    for (uint32_t i = 0, j = 0; i < x->count && j < y->count;) {
        uint32_t p = likeness->words[x->first + i], q = likeness->words[y->first + j];
        shared += p == q ? likeness->vocabulary[p].weight : 0;
        i += p <= q;
        j += q <= p;
    }
    return whole > 0 ? (unsigned)(2 * LIKENESS_MOST * shared / whole) : 0;
}
