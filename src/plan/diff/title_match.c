// SPDX-License-Identifier: MIT
#include "plan/diff/title_match.h"

#include "base/arena.h"
#include "base/memory.h"
#include "base/pointer_map.h"
#include "base/strbuf.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
    MOST = 1000, /* likeness of equal titles; all of these are thousandths */
    ALIKE = 600,
    ALIKE_IN_PLACE = 300,
    IN_PLACE = 150,   /* added for the same place, to decide between two that are close */
    KEPT = 8,         /* candidates of each new task */
    LEAST_FOUND = 16, /* a word may always find this many tasks */
    COMPARISONS = 20000000,
};

/* A word, or a pair of adjacent words; pairs are rarer, find titles, and have no weight. */
struct word {
    uint32_t titles; /* how many have it */
    uint32_t weight;
    bool pair;
    size_t first, end; /* the old tasks that have it, in `tasks` */
};

struct title {
    size_t first; /* in `numbers`: the numbers of its words, ascending */
    uint32_t count, weight;
};

struct candidate {
    unsigned score;
    size_t old, new;
};

struct title_matcher {
    struct pairing *pairing;
    const char *const *const *titles;
    const char *const *const *ids;

    struct arena arena; /* for the words */
    struct pointer_map numbers_of;
    struct word *words;
    size_t word_count, word_capacity;
    struct title *read[PLAN_SIDES]; /* the titles of tasks without a partner, the rest zeroed */
    uint32_t *numbers;
    size_t number_count, number_capacity;
    size_t *tasks;

    struct candidate *candidates;
    size_t count, capacity;
};

static bool is_free(const struct title_matcher *m, int side, size_t index)
{
    return index < m->pairing->counts[side] && m->pairing->partners[side][index] == UNMATCHED;
}

static bool is_in_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static void add_word(struct title_matcher *m, const char *text, size_t length, bool pair)
{
    size_t *number = pointer_map_at(&m->numbers_of, arena_intern(&m->arena, text, length));
    if (*number == POINTER_MAP_NONE) {
        *number = m->word_count++;
        m->words = memory_grow(m->words, *number, &m->word_capacity, sizeof *m->words);
        m->words[*number] = (struct word){.pair = pair};
    }
    m->numbers = memory_grow(m->numbers, m->number_count, &m->number_capacity, sizeof *m->numbers);
    m->numbers[m->number_count++] = (uint32_t)*number;
}

static int compare_numbers(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static struct title read_title(struct title_matcher *m, const char *folded)
{
    struct title title = {.first = m->number_count};
    struct strbuf pair = {0}; /* the previous word, then this one added */
    for (size_t length; *folded != '\0'; folded += length > 0 ? length : 1) {
        for (length = 0; is_in_word(folded[length]);)
            length++;
        if (length == 0)
            continue;
        add_word(m, folded, length, false);
        bool second = pair.length > 0;
        strbuf_addc(&pair, ' ');
        strbuf_add(&pair, folded, length);
        if (second)
            add_word(m, pair.text, pair.length, true);
        strbuf_clear(&pair);
        strbuf_add(&pair, folded, length);
    }
    strbuf_release(&pair);
    if (m->number_count == title.first)
        return title;
    uint32_t *numbers = m->numbers + title.first;
    size_t read = m->number_count - title.first;
    qsort(numbers, read, sizeof *numbers, compare_numbers);
    for (size_t i = 0; i < read; i++) {
        if (i > 0 && numbers[i] == numbers[title.count - 1])
            continue;
        m->words[numbers[i]].titles++;
        numbers[title.count++] = numbers[i];
    }
    m->number_count = title.first + title.count;
    return title;
}

/* Reads the titles of tasks without a partner. Returns how many there are. */
static size_t read_titles(struct title_matcher *m, int side)
{
    size_t count = m->pairing->counts[side], left = 0;
    m->read[side] = memory_alloc(count * sizeof *m->read[side]);
    for (size_t i = 0; i < count; i++) {
        m->read[side][i] = (struct title){0};
        if (!is_free(m, side, i))
            continue;
        left++;
        if (m->titles[side][i] != NULL)
            m->read[side][i] = read_title(m, m->titles[side][i]);
    }
    return left;
}

static void weigh_words(struct title_matcher *m, size_t titles)
{
    for (size_t w = 0; w < m->word_count; w++) {
        m->words[w].weight = !m->words[w].pair;
        for (size_t share = titles / m->words[w].titles; share > 1 && !m->words[w].pair; share /= 2)
            m->words[w].weight++;
    }
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < m->pairing->counts[side]; i++) {
            struct title *title = &m->read[side][i];
            for (uint32_t w = 0; w < title->count; w++)
                title->weight += m->words[m->numbers[title->first + w]].weight;
        }
}

static void index_words(struct title_matcher *m)
{
    size_t total = 0;
    for (size_t w = 0; w < m->word_count; w++) {
        m->words[w].first = m->words[w].end = total;
        total += m->words[w].titles;
    }
    m->tasks = memory_alloc(total * sizeof *m->tasks);
    for (size_t i = 0; i < m->pairing->counts[PLAN_OLD]; i++) {
        const struct title *title = &m->read[PLAN_OLD][i];
        for (uint32_t w = 0; w < title->count; w++)
            m->tasks[m->words[m->numbers[title->first + w]].end++] = i;
    }
}

static unsigned likeness(const struct title_matcher *m, size_t old, size_t new)
{
    const struct title *x = &m->read[PLAN_OLD][old], *y = &m->read[PLAN_NEW][new];
    uint64_t shared = 0, whole = (uint64_t)x->weight + y->weight;
    for (uint32_t i = 0, j = 0; i < x->count && j < y->count;) {
        uint32_t p = m->numbers[x->first + i], q = m->numbers[y->first + j];
        shared += p == q ? m->words[p].weight : 0;
        i += p <= q;
        j += q <= p;
    }
    return whole > 0 ? (unsigned)(2 * MOST * shared / whole) : 0;
}

static void add_candidate(struct title_matcher *m, struct candidate candidate)
{
    m->candidates = memory_grow(m->candidates, m->count, &m->capacity, sizeof *m->candidates);
    m->candidates[m->count++] = candidate;
}

/* Orders by score, the higher first, and then by the document's order. */
static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->old != y->old)
        return x->old < y->old ? -1 : 1;
    return (x->new > y->new) - (x->new < y->new);
}

static void keep_best(struct candidate *best, size_t *kept, struct candidate candidate)
{
    size_t at = *kept < KEPT ? (*kept)++ : KEPT;
    for (; at > 0 && compare_candidates(&candidate, &best[at - 1]) < 0; at--)
        if (at < KEPT)
            best[at] = best[at - 1];
    if (at < KEPT)
        best[at] = candidate;
}

/* `seen` holds, for each old task, the last new task that it was compared with. */
static void find_alike(struct title_matcher *m, size_t new, size_t most, size_t *seen)
{
    struct candidate best[KEPT];
    size_t kept = 0;
    const struct title *title = &m->read[PLAN_NEW][new];
    for (uint32_t w = 0; w < title->count; w++) {
        const struct word *word = &m->words[m->numbers[title->first + w]];
        for (size_t at = word->first; at < word->end && word->end - word->first <= most; at++) {
            size_t old = m->tasks[at];
            if (seen[old] == new)
                continue;
            seen[old] = new;
            unsigned score = likeness(m, old, new);
            if (score >= ALIKE)
                keep_best(best, &kept, (struct candidate){score, old, new});
        }
    }
    for (size_t i = 0; i < kept; i++)
        add_candidate(m, best[i]);
}

static void find_all_alike(struct title_matcher *m)
{
    size_t words = 0, size = m->pairing->counts[PLAN_OLD] * sizeof(size_t);
    for (size_t i = 0; i < m->pairing->counts[PLAN_NEW]; i++)
        words += m->read[PLAN_NEW][i].count;
    size_t most = words > 0 ? COMPARISONS / words : 0;
    size_t *seen = memset(memory_alloc(size), 0xFF, size);
    for (size_t i = 0; i < m->pairing->counts[PLAN_NEW]; i++)
        find_alike(m, i, most > LEAST_FOUND ? most : LEAST_FOUND, seen);
    free(seen);
}

static void try_place(struct title_matcher *m, size_t old, size_t new, bool numbered)
{
    if (!is_free(m, PLAN_OLD, old) || !is_free(m, PLAN_NEW, new))
        return;
    unsigned alike = likeness(m, old, new);
    bool blank = m->titles[PLAN_OLD][old] == NULL || m->titles[PLAN_NEW][new] == NULL;
    if (alike >= ALIKE_IN_PLACE || (blank && numbered))
        add_candidate(m, (struct candidate){alike + IN_PLACE, old, new});
}

/* Finds candidates with the same section and number, or next to a pair of partners. */
static void find_in_place(struct title_matcher *m)
{
    const size_t *partners = m->pairing->partners[PLAN_OLD];
    size_t old_count = m->pairing->counts[PLAN_OLD];
    struct pointer_map numbered = {0};
    for (size_t i = m->pairing->counts[PLAN_NEW]; i-- > 0;)
        if (is_free(m, PLAN_NEW, i))
            *pointer_map_at(&numbered, m->ids[PLAN_NEW][i]) = i;
    for (size_t i = 0; i < old_count; i++) {
        if (!is_free(m, PLAN_OLD, i))
            continue;
        try_place(m, i, *pointer_map_at(&numbered, m->ids[PLAN_OLD][i]), true);
        if (i > 0 && partners[i - 1] != UNMATCHED)
            try_place(m, i, partners[i - 1] + 1, false);
        if (i + 1 < old_count && partners[i + 1] != UNMATCHED)
            try_place(m, i, partners[i + 1] - 1, false);
    }
    pointer_map_release(&numbered);
}

static void pair_best(struct title_matcher *m)
{
    if (m->count > 0)
        qsort(m->candidates, m->count, sizeof *m->candidates, compare_candidates);
    for (size_t i = 0; i < m->count; i++)
        if (is_free(m, PLAN_OLD, m->candidates[i].old) &&
            is_free(m, PLAN_NEW, m->candidates[i].new))
            pairing_add(m->pairing, m->candidates[i].old, m->candidates[i].new);
}

void title_match_run(struct pairing *tasks, const char *const *const titles[PLAN_SIDES],
                     const char *const *const ids[PLAN_SIDES])
{
    struct title_matcher m = {.pairing = tasks, .titles = titles, .ids = ids};
    size_t old = read_titles(&m, PLAN_OLD), new = read_titles(&m, PLAN_NEW);
    if (old > 0 && new > 0) {
        weigh_words(&m, old + new);
        index_words(&m);
        find_in_place(&m);
        find_all_alike(&m);
        pair_best(&m);
    }
    for (int side = 0; side < PLAN_SIDES; side++)
        free(m.read[side]);
    free(m.candidates);
    free(m.tasks);
    free(m.words);
    free(m.numbers);
    pointer_map_release(&m.numbers_of);
    arena_release(&m.arena);
}
