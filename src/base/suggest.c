// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include "base/message.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Damerau-Levenshtein distance (adjacent swaps count as one) over folded bytes; words are short. */
static size_t distance(const char *a, const char *b)
{
    enum { LONGEST = 64 };
    size_t m = strlen(a), n = strlen(b);
    if (m >= LONGEST || n >= LONGEST)
        return SIZE_MAX;
    size_t rows[3][LONGEST];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= n; j++)
        above[j] = j;
    for (size_t i = 1; i <= m; i++) {
        row[0] = i;
        for (size_t j = 1; j <= n; j++) {
            size_t best = above[j - 1] + (a[i - 1] != b[j - 1]);
            best = above[j] + 1 < best ? above[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                before[j - 2] + 1 < best)
                best = before[j - 2] + 1;
            row[j] = best;
        }
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[n];
}

static const char *nearest_word(const char *typed, const char *const *words)
{
    struct strbuf wanted = {0}, word = {0};
    text_fold(&wanted, typed, strlen(typed));
    const char *nearest = NULL;
    size_t best = wanted.length <= 1 ? 1 : wanted.length <= 3 ? 2 : wanted.length / 3 + 2;
    for (; *words != NULL; words++) {
        strbuf_clear(&word);
        text_fold(&word, *words, strlen(*words));
        size_t d = distance(strbuf_text(&wanted), strbuf_text(&word));
        if (word.length > wanted.length && wanted.length > 1 &&
            strncmp(word.text, wanted.text, wanted.length) == 0)
            d = 1; /* the beginning of a word counts as one slip */
        if (d < best) {
            best = d;
            nearest = *words;
        }
    }
    strbuf_release(&wanted);
    strbuf_release(&word);
    return nearest;
}

const char *suggest(char buffer[SUGGESTION_SIZE], const char *typed, const char *const *words)
{
    const char *nearest = nearest_word(typed, words);
    char quoted[TEXT_QUOTE_SIZE];
    buffer[0] = '\0';
    if (nearest != NULL)
        snprintf(buffer, SUGGESTION_SIZE, _(": did you mean «%s»?"),
                 text_quote(quoted, nearest, strlen(nearest)));
    return buffer;
}

/* Joins all words with commas. Returns false if there are too many to read. */
static bool join_words(struct strbuf *out, const char *const *words)
{
    enum { FEW = 220 }; /* bytes */
    for (size_t i = 0; words[i] != NULL && out->length <= FEW; i++) {
        strbuf_separate(out, ", ");
        text_add_printable(out, words[i], true);
    }
    return out->length > 0 && out->length <= FEW;
}

const char *suggest_among(char buffer[SUGGESTION_SIZE], const char *typed, const char *const *words)
{
    struct strbuf all = {0};
    bool few = join_words(&all, words);
    suggest(buffer, typed, words);
    size_t length = strlen(buffer);
    if (few && length > 0)
        snprintf(buffer + length, SUGGESTION_SIZE - length, " (%s)", all.text);
    else if (few)
        snprintf(buffer, SUGGESTION_SIZE, _(": expected one of %s"), all.text);
    strbuf_release(&all);
    return buffer;
}
