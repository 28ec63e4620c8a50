// SPDX-License-Identifier: MIT
#include "base/word_diff.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The most cells in the table of common words: four megabytes. */
enum { TABLE_MOST = 1 << 20 };

struct word {
    const char *text;
    size_t length;
};

struct words {
    struct word *items;
    size_t count, capacity;
};

/* Returns the next word and moves *text past it; its length is 0 at the end. */
static struct word next_word(const char **text)
{
    uint32_t code_point;
    size_t used = text_decode(*text, &code_point);
    for (; **text != '\0' && text_is_space(code_point); used = text_decode(*text, &code_point))
        *text += used;
    struct word word = {.text = *text};
    for (; **text != '\0' && !text_is_space(code_point); used = text_decode(*text, &code_point))
        *text += used;
    word.length = (size_t)(*text - word.text);
    return word;
}

static bool is_same(struct word a, struct word b)
{
    return a.length == b.length && memcmp(a.text, b.text, a.length) == 0;
}

bool words_are_same(const char *a, const char *b)
{
    a = a != NULL ? a : "";
    b = b != NULL ? b : "";
    if (strcmp(a, b) == 0)
        return true;
    for (;;) {
        struct word x = next_word(&a), y = next_word(&b);
        if (!is_same(x, y))
            return false;
        if (x.length == 0)
            return true;
    }
}

static struct words split(const char *text)
{
    struct words words = {0};
    for (;;) {
        words.items = memory_grow(words.items, words.count, &words.capacity, sizeof *words.items);
        words.items[words.count] = next_word(&text);
        if (words.items[words.count].length == 0)
            return words;
        words.count++;
    }
}

void word_diff_release(struct word_diff *diff)
{
    free(diff->runs);
    *diff = (struct word_diff){0};
}

static void add_run(struct word_diff *diff, enum word_side side, const struct word *words,
                    size_t count)
{
    if (count == 0)
        return;
    const struct word *last = &words[count - 1];
    diff->runs = memory_grow(diff->runs, diff->count, &diff->capacity, sizeof *diff->runs);
    diff->runs[diff->count++] = (struct word_run){
        .side = side,
        .text = words->text,
        .length = (size_t)(last->text + last->length - words->text),
    };
}

/* Counts, for every i and j, how many words both texts share from old word i and new word j on. */
static uint32_t *count_common(const struct word *old, size_t m, const struct word *new, size_t n)
{
    size_t row = n + 1;
    uint32_t *table = memory_alloc((m + 1) * row * sizeof *table);
    memset(table + m * row, 0, row * sizeof *table);
    for (size_t i = m; i-- > 0;) {
        uint32_t *here = table + i * row, *below = here + row;
        here[n] = 0;
        for (size_t j = n; j-- > 0;)
            here[j] = is_same(old[i], new[j])   ? below[j + 1] + 1
                      : below[j] >= here[j + 1] ? below[j]
                                                : here[j + 1];
    }
    return table;
}

/* Compares the words between a common beginning and a common end. */
static void add_middle(struct word_diff *diff, const struct word *old, size_t m,
                       const struct word *new, size_t n)
{
    uint32_t *common = (m + 1) <= TABLE_MOST / (n + 1) ? count_common(old, m, new, n) : NULL;
    size_t i = 0, j = 0, gone = 0, come = 0; /* where the difference began */
    while (common != NULL && i < m && j < n) {
        if (!is_same(old[i], new[j])) {
            bool skip_old = common[(i + 1) * (n + 1) + j] >= common[i * (n + 1) + j + 1];
            i += skip_old;
            j += !skip_old;
            continue;
        }
        add_run(diff, WORDS_OLD, old + gone, i - gone);
        add_run(diff, WORDS_NEW, new + come, j - come);
        size_t start = j;
        for (; i < m && j < n && is_same(old[i], new[j]); i++)
            j++;
        add_run(diff, WORDS_SAME, new + start, j - start);
        gone = i;
        come = j;
    }
    add_run(diff, WORDS_OLD, old + gone, m - gone);
    add_run(diff, WORDS_NEW, new + come, n - come);
    free(common);
}

void word_diff_run(struct word_diff *diff, const char *old, const char *new)
{
    struct words a = split(old), b = split(new);
    size_t least = a.count < b.count ? a.count : b.count, head = 0, tail = 0;
    while (head < least && is_same(a.items[head], b.items[head]))
        head++;
    while (tail < least - head && is_same(a.items[a.count - 1 - tail], b.items[b.count - 1 - tail]))
        tail++;
    add_run(diff, WORDS_SAME, b.items, head);
    if (a.count > head + tail || b.count > head + tail)
        add_middle(diff, a.items + head, a.count - head - tail, b.items + head,
                   b.count - head - tail);
    add_run(diff, WORDS_SAME, b.items + (b.count - tail), tail);
    free(a.items);
    free(b.items);
}
