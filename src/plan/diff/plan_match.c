// SPDX-License-Identifier: MIT
#include "plan/diff/plan_match.h"

#include "base/memory.h"
#include "base/pointer_map.h"
#include "base/search.h"
#include "base/text.h"
#include "plan/diff/title_match.h"
#include "plan/next_year/year_words.h"

#include <stdlib.h>
#include <string.h>

/* The keys of items on both sides: equal keys share a pointer; NULL matches nothing. */
struct keys {
    const char **items[PLAN_SIDES];
};

struct matcher {
    const struct plan *plans[PLAN_SIDES];
    bool years_apart;
    struct plan_match *match;
    struct arena arena; /* of keys */
    struct strbuf key;
    struct pointer_map sections; /* one number for each matched pair */
    struct keys titles;          /* of the tasks, folded */
};

void plan_match_release(struct plan_match *match)
{
    pairing_release(&match->sections);
    pairing_release(&match->tasks);
    free(match->moved);
    *match = (struct plan_match){0};
}

static struct keys keys_new(const struct pairing *pairing)
{
    struct keys keys;
    for (int side = 0; side < PLAN_SIDES; side++)
        keys.items[side] = memory_alloc(pairing->counts[side] * sizeof *keys.items[side]);
    return keys;
}

static void keys_free(struct keys *keys)
{
    for (int side = 0; side < PLAN_SIDES; side++)
        free((void *)keys->items[side]);
}

/* Pairs items without a partner that have equal keys, in the document's order. */
static void pair_equal(struct pairing *pairing, const struct keys *keys)
{
    struct pointer_map first = {0};
    size_t *next = memory_alloc(pairing->counts[PLAN_OLD] * sizeof *next);
    for (size_t i = pairing->counts[PLAN_OLD]; i-- > 0;) {
        if (pairing->partners[PLAN_OLD][i] != UNMATCHED || keys->items[PLAN_OLD][i] == NULL)
            continue;
        size_t *head = pointer_map_at(&first, keys->items[PLAN_OLD][i]);
        next[i] = *head;
        *head = i;
    }
    for (size_t i = 0; i < pairing->counts[PLAN_NEW]; i++) {
        if (pairing->partners[PLAN_NEW][i] != UNMATCHED || keys->items[PLAN_NEW][i] == NULL)
            continue;
        size_t *head = pointer_map_at(&first, keys->items[PLAN_NEW][i]);
        if (*head == POINTER_MAP_NONE)
            continue;
        size_t old = *head;
        *head = next[old];
        pairing_add(pairing, old, i);
    }
    free(next);
    pointer_map_release(&first);
}

static const char *finish_key(struct matcher *m)
{
    const char *key = arena_intern(&m->arena, strbuf_text(&m->key), m->key.length);
    strbuf_clear(&m->key);
    return key;
}

static void add_folded(struct matcher *m, int side, const char *text)
{
    struct strbuf words = {0};
    if (text != NULL && m->years_apart)
        year_add_relative(&words, text, m->plans[side]->year);
    else if (text != NULL)
        strbuf_adds(&words, text);
    text_fold(&m->key, strbuf_text(&words), words.length);
    strbuf_release(&words);
}

static const char *key_of_section(struct matcher *m, int side, size_t index, bool value, bool title)
{
    const struct section *section = m->plans[side]->sections[index];
    if (!value && section->title == NULL)
        return NULL;
    if (value)
        strbuf_addf(&m->key, "%u\n", section->value);
    if (title)
        add_folded(m, side, section->title);
    return finish_key(m);
}

static void match_sections(struct matcher *m)
{
    static const struct {
        bool value, title;
    } passes[] = {{true, true}, {false, true}, {true, false}};
    struct pairing *pairing = &m->match->sections;
    struct keys keys = keys_new(pairing);
    for (size_t pass = 0; pass < sizeof passes / sizeof *passes; pass++) {
        for (int side = 0; side < PLAN_SIDES; side++)
            for (size_t i = 0; i < pairing->counts[side]; i++)
                keys.items[side][i] =
                    key_of_section(m, side, i, passes[pass].value, passes[pass].title);
        pair_equal(pairing, &keys);
    }
    keys_free(&keys);
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < pairing->counts[side]; i++) {
            size_t partner = pairing->partners[side][i];
            size_t own = side == PLAN_NEW ? i : pairing->counts[PLAN_NEW] + i;
            *pointer_map_at(&m->sections, m->plans[side]->sections[i]) =
                side == PLAN_OLD && partner != UNMATCHED ? partner : own;
        }
}

/* The parts of a task that are in a key. */
enum key_part { KEY_SECTION = 1, KEY_NUMBER = 2, KEY_TITLE = 4, KEY_OTHERS = 8 };

static const char *key_of_task(struct matcher *m, int side, size_t index, unsigned parts)
{
    const struct task *task = m->plans[side]->tasks[index];
    const char *title = m->titles.items[side][index];
    if ((parts & KEY_NUMBER) == 0 && title == NULL)
        return NULL;
    if ((parts & KEY_SECTION) != 0)
        strbuf_addf(&m->key, "%zu\n", *pointer_map_at(&m->sections, task->section));
    if ((parts & KEY_NUMBER) != 0) {
        text_add_lower(&m->key, task->number, strlen(task->number));
        strbuf_addc(&m->key, '\n');
    }
    if ((parts & KEY_TITLE) != 0 && title != NULL)
        strbuf_adds(&m->key, title);
    for (int field = TASK_TITLE + 1; field < TASK_FIELDS && (parts & KEY_OTHERS) != 0; field++) {
        add_folded(m, side, task->text[field]);
        strbuf_addc(&m->key, '\n');
    }
    return finish_key(m);
}

static void make_task_keys(struct matcher *m, struct keys *keys, unsigned parts)
{
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < m->match->tasks.counts[side]; i++)
            keys->items[side][i] = m->match->tasks.partners[side][i] != UNMATCHED
                                       ? NULL
                                       : key_of_task(m, side, i, parts);
}

static void match_tasks(struct matcher *m)
{
    static const unsigned passes[] = {KEY_SECTION | KEY_NUMBER | KEY_TITLE, KEY_SECTION | KEY_TITLE,
                                      KEY_TITLE};
    struct pairing *pairing = &m->match->tasks;
    struct keys keys = keys_new(pairing);
    m->titles = keys_new(pairing);
    for (int side = 0; side < PLAN_SIDES; side++)
        for (size_t i = 0; i < pairing->counts[side]; i++) {
            add_folded(m, side, m->plans[side]->tasks[i]->text[TASK_TITLE]);
            m->titles.items[side][i] = m->key.length > 0 ? finish_key(m) : NULL;
        }
    for (size_t pass = 0; pass < sizeof passes / sizeof *passes; pass++) {
        make_task_keys(m, &keys, passes[pass]);
        pair_equal(pairing, &keys);
    }
    make_task_keys(m, &keys, KEY_SECTION | KEY_NUMBER);
    title_match_run(pairing, (const char *const *const *)m->titles.items,
                    (const char *const *const *)keys.items);
    make_task_keys(m, &keys, KEY_SECTION | KEY_NUMBER | KEY_OTHERS);
    pair_equal(pairing, &keys);
    keys_free(&m->titles);
    keys_free(&keys);
}

/* A task of the new plan, its section there, and the rank of its partner in the old one. */
struct placed {
    const struct task *task;
    size_t index, section, rank;
};

static int compare_tasks(const void *a, const void *b)
{
    const struct placed *x = a, *y = b;
    if (x->section != y->section)
        return x->section < y->section ? -1 : 1;
    int order = task_compare(x->task, y->task);
    return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

/* Returns the tasks of one side, ordered by number within their sections. */
static struct placed *order_tasks(const struct matcher *m, int side)
{
    const struct plan *plan = m->plans[side];
    struct pointer_map sections = {0};
    struct placed *placed = memory_alloc(plan->task_count * sizeof *placed);
    for (size_t i = 0; i < plan->section_count; i++)
        *pointer_map_at(&sections, plan->sections[i]) = i;
    for (size_t i = 0; i < plan->task_count; i++)
        placed[i] = (struct placed){.task = plan->tasks[i],
                                    .index = i,
                                    .section = *pointer_map_at(&sections, plan->tasks[i]->section)};
    if (plan->task_count > 0)
        qsort(placed, plan->task_count, sizeof *placed, compare_tasks);
    pointer_map_release(&sections);
    return placed;
}

static uint64_t number_at(const void *numbers, size_t index)
{
    return ((const size_t *)numbers)[index];
}

/* A longest run of a section's tasks that are in the old order has not moved (patience sorting). */
static void keep_longest(struct plan_match *match, const struct placed *placed, size_t count)
{
    size_t *tails = memory_alloc(count * sizeof *tails), length = 0;
    size_t *ranks = memory_alloc(count * sizeof *ranks); /* of the tails */
    size_t *previous = memory_alloc(count * sizeof *previous);
    for (size_t i = 0; i < count; i++) {
        size_t at = search_lower(ranks, length, placed[i].rank, number_at);
        previous[i] = at > 0 ? tails[at - 1] : UNMATCHED;
        tails[at] = i;
        ranks[at] = placed[i].rank;
        length += at == length;
    }
    for (size_t i = length > 0 ? tails[length - 1] : UNMATCHED; i != UNMATCHED; i = previous[i])
        match->moved[placed[i].index] = false;
    free(tails);
    free(ranks);
    free(previous);
}

static void find_moved(struct matcher *m)
{
    struct plan_match *match = m->match;
    size_t old_count = match->tasks.counts[PLAN_OLD], new_count = match->tasks.counts[PLAN_NEW];
    struct placed *old = order_tasks(m, PLAN_OLD), *new = order_tasks(m, PLAN_NEW);
    struct placed *of_old = memory_alloc(old_count * sizeof *of_old);
    for (size_t i = 0; i < old_count; i++) {
        of_old[old[i].index] = old[i];
        of_old[old[i].index].rank = i;
    }
    size_t kept = 0; /* tasks that stay in their section */
    match->moved = memory_alloc(new_count * sizeof *match->moved);
    for (size_t i = 0; i < new_count; i++) {
        size_t partner = match->tasks.partners[PLAN_NEW][new[i].index];
        match->moved[new[i].index] = partner != UNMATCHED;
        if (partner == UNMATCHED ||
            of_old[partner].section != match->sections.partners[PLAN_NEW][new[i].section])
            continue;
        new[kept] = new[i];
        new[kept++].rank = of_old[partner].rank;
    }
    for (size_t start = 0, end = 0; start < kept; start = end) {
        while (end < kept && new[end].section == new[start].section)
            end++;
        keep_longest(match, new + start, end - start);
    }
    free(old);
    free(new);
    free(of_old);
}

void plan_match_run(struct plan_match *match, const struct plan *old, const struct plan *new,
                    bool years_apart)
{
    struct matcher m = {.plans = {old, new}, .years_apart = years_apart, .match = match};
    pairing_init(&match->sections, old->section_count, new->section_count);
    pairing_init(&match->tasks, old->task_count, new->task_count);
    match_sections(&m);
    match_tasks(&m);
    find_moved(&m);
    strbuf_release(&m.key);
    pointer_map_release(&m.sections);
    arena_release(&m.arena);
}
