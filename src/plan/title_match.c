// SPDX-License-Identifier: MIT
#include "plan/title_match.h"

#include "base/memory.h"
#include "plan/likeness.h"

#include <stdlib.h>
#include <string.h>

enum {
    ALIKE = 600,          /* thousandths */
    ALIKE_IN_PLACE = 400, /* in the same place */
    IN_PLACE = 150,       /* what the place adds, where two are near */
    KEPT = 8,             /* candidates of one new task */
    LEAST_FOUND = 16,     /* tasks that a word may find, always */
    COMPARISONS = 20000000,
};

struct candidate {
    unsigned score;
    size_t old, new;
};

/* The old tasks that have each word: of word w, tasks[first[w]] up to tasks[first[w + 1]]. */
struct postings {
    size_t *first, *tasks;
};

struct title_matcher {
    struct pairing *pairing;
    const char *const *const *titles;
    const char *const *const *places;
    struct likeness likeness; /* the old tasks' titles, then the new ones' */
    struct postings postings;
    struct candidate *candidates;
    size_t count, capacity;
};

static bool is_free(const struct title_matcher *m, int side, size_t index)
{
    return index < m->pairing->counts[side] && m->pairing->partners[side][index] == UNMATCHED;
}

static unsigned likeness_between(const struct title_matcher *m, size_t old, size_t new)
{
    return likeness_of(&m->likeness, old, m->pairing->counts[PLAN_OLD] + new);
}

static void read_titles(struct title_matcher *m)
{
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < m->pairing->counts[side]; i++)
            likeness_add(&m->likeness, m->titles[side][i] != NULL ? m->titles[side][i] : "");
    likeness_weigh(&m->likeness);
}

static const uint32_t *words_of(const struct title_matcher *m, size_t text, uint32_t *count)
{
    *count = m->likeness.texts[text].count;
    return *count > 0 ? m->likeness.words + m->likeness.texts[text].first : NULL;
}

static void index_words(struct title_matcher *m)
{
    size_t vocabulary = m->likeness.vocabulary_count, total = 0;
    size_t *first = memory_alloc((vocabulary + 2) * sizeof *first);
    memset(first, 0, (vocabulary + 2) * sizeof *first);
    uint32_t count;
    for (size_t i = 0; i < m->pairing->counts[PLAN_OLD]; i++) {
        const uint32_t *words = words_of(m, i, &count);
        for (uint32_t w = 0; w < count && is_free(m, PLAN_OLD, i); w++, total++)
            first[words[w] + 2]++;
    }
    for (size_t w = 2; w < vocabulary + 2; w++)
        first[w] += first[w - 1];
    m->postings.tasks = memory_alloc(total * sizeof *m->postings.tasks);
    for (size_t i = 0; i < m->pairing->counts[PLAN_OLD]; i++) {
        const uint32_t *words = words_of(m, i, &count);
        for (uint32_t w = 0; w < count && is_free(m, PLAN_OLD, i); w++)
            m->postings.tasks[first[words[w] + 1]++] = i;
    }
    m->postings.first = first;
}

static void add_candidate(struct title_matcher *m, struct candidate candidate)
{
    m->candidates =
        memory_grow(m->candidates, m->count, &m->capacity, sizeof *m->candidates);
    m->candidates[m->count++] = candidate;
}

/* The higher score first; of equal ones, the document's order. */
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

/* `seen` holds, for each old task, the last new one it was compared with. */
static void find_alike(struct title_matcher *m, size_t new, size_t most, size_t *seen)
{
    struct candidate best[KEPT];
    size_t kept = 0;
    uint32_t count;
    const uint32_t *words = words_of(m, m->pairing->counts[PLAN_OLD] + new, &count);
    for (uint32_t w = 0; w < count; w++) {
        size_t from = m->postings.first[words[w]], end = m->postings.first[words[w] + 1];
        for (size_t at = from; at < end && end - from <= most; at++) {
            size_t old = m->postings.tasks[at];
            if (seen[old] == new)
                continue;
            seen[old] = new;
            unsigned score = likeness_between(m, old, new);
            if (score >= ALIKE)
                keep_best(best, &kept, (struct candidate){score, old, new});
        }
    }
    for (size_t i = 0; i < kept; i++)
        add_candidate(m, best[i]);
}

static void find_all_alike(struct title_matcher *m)
{
    size_t words = 0, old_size = m->pairing->counts[PLAN_OLD] * sizeof(size_t);
    for (size_t i = 0; i < m->pairing->counts[PLAN_NEW]; i++)
        if (is_free(m, PLAN_NEW, i))
            words += m->likeness.texts[m->pairing->counts[PLAN_OLD] + i].count;
    size_t most = words > 0 ? COMPARISONS / words : 0;
    size_t *seen = memset(memory_alloc(old_size), 0xFF, old_size);
    for (size_t i = 0; i < m->pairing->counts[PLAN_NEW]; i++)
        if (is_free(m, PLAN_NEW, i))
            find_alike(m, i, most > LEAST_FOUND ? most : LEAST_FOUND, seen);
    free(seen);
}

static void try_place(struct title_matcher *m, size_t old, size_t new, bool numbered)
{
    if (!is_free(m, PLAN_OLD, old) || !is_free(m, PLAN_NEW, new))
        return;
    unsigned likeness = likeness_between(m, old, new);
    bool blank = m->titles[PLAN_OLD][old] == NULL || m->titles[PLAN_NEW][new] == NULL;
    if (likeness >= ALIKE_IN_PLACE || (blank && numbered))
        add_candidate(m, (struct candidate){likeness + IN_PLACE, old, new});
}

/* What has the same section and number, or stands after or before two that are partners. */
static void find_in_place(struct title_matcher *m)
{
    const size_t *partners = m->pairing->partners[PLAN_OLD];
    size_t old_count = m->pairing->counts[PLAN_OLD], new_count = m->pairing->counts[PLAN_NEW];
    struct pointer_map numbered = {0};
    for (size_t i = new_count; i-- > 0;)
        if (is_free(m, PLAN_NEW, i))
            *pointer_map_at(&numbered, m->places[PLAN_NEW][i]) = i;
    for (size_t i = 0; i < old_count; i++) {
        if (!is_free(m, PLAN_OLD, i))
            continue;
        try_place(m, i, *pointer_map_at(&numbered, m->places[PLAN_OLD][i]), true);
        if (i > 0 && partners[i - 1] != UNMATCHED)
            try_place(m, i, partners[i - 1] + 1, false);
        if (i + 1 < old_count && partners[i + 1] != UNMATCHED)
            try_place(m, i, partners[i + 1] - 1, false);
    }
    pointer_map_release(&numbered);
}

void title_match_run(struct pairing *tasks, const char *const *const titles[PLAN_SIDES],
                     const char *const *const places[PLAN_SIDES])
{
    struct title_matcher m = {.pairing = tasks, .titles = titles, .places = places};
    bool left[PLAN_SIDES] = {false, false};
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < tasks->counts[side]; i++)
            left[side] |= is_free(&m, side, i);
    if (!left[PLAN_OLD] || !left[PLAN_NEW])
        return;
    read_titles(&m);
    index_words(&m);
    find_in_place(&m);
    find_all_alike(&m);
    if (m.count > 0)
        qsort(m.candidates, m.count, sizeof *m.candidates, compare_candidates);
    for (size_t i = 0; i < m.count; i++)
        if (is_free(&m, PLAN_OLD, m.candidates[i].old) &&
            is_free(&m, PLAN_NEW, m.candidates[i].new))
            pairing_add(tasks, m.candidates[i].old, m.candidates[i].new);
    free(m.candidates);
    free(m.postings.first);
    free(m.postings.tasks);
    likeness_release(&m.likeness);
}
