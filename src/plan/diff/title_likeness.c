// SPDX-License-Identifier: MIT
#include "plan/diff/title_likeness.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "plan/agency_key.h"

#include <stdlib.h>
#include <string.h>

/* A title's words in alphabetical order. */
struct words {
    struct strbuf key;
    const char **items;
    size_t count;
};

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void words_init(struct words *words, const char *title)
{
    *words = (struct words){0};
    agency_key_add(&words->key, title, strlen(title));
    words->items = memory_alloc((words->key.length / 2 + 1) * sizeof *words->items);
    for (char *word = strtok(words->key.length > 0 ? words->key.text : NULL, " "); word != NULL;
         word = strtok(NULL, " "))
        words->items[words->count++] = word;
    if (words->count > 0)
        qsort((void *)words->items, words->count, sizeof *words->items, compare_words);
}

static void words_release(struct words *words)
{
    strbuf_release(&words->key);
    free((void *)words->items);
}

/* Returns how many words both have, and calls `on_single` for each that only one has. */
static size_t count_shared(const struct words *a, const struct words *b,
                           void (*on_single)(void *context, const char *word), void *context)
{
    size_t shared = 0;
    for (size_t i = 0, j = 0; i < a->count || j < b->count;) {
        int order = i == a->count ? 1 : j == b->count ? -1 : strcmp(a->items[i], b->items[j]);
        if (order != 0 && on_single != NULL)
            on_single(context, order < 0 ? a->items[i] : b->items[j]);
        shared += order == 0;
        i += order <= 0;
        j += order >= 0;
    }
    return shared;
}

unsigned title_likeness(const char *a, const char *b)
{
    enum { WHOLE = 1000 };
    struct words x, y;
    words_init(&x, a);
    words_init(&y, b);
    size_t all = x.count + y.count;
    size_t shared = count_shared(&x, &y, NULL, NULL);
    words_release(&x);
    words_release(&y);
    return all > 0 ? (unsigned)(2 * WHOLE * shared / all) : 0;
}

static void look_for_contrast(void *context, const char *word)
{
    static const char *const contrasting[] = {
        "bai",  "bo",    "chua", "cuoi", "dau",   "dot",   "dung",   "giai", "giam", "huien",
        "hui",  "khong", "lan",  "nam",  "ngoai", "ngung", "phuong", "quan", "qui",  "sau",
        "tang", "thang", "thon", "tinh", "trong", "truoc", "uong",   "xa"};
    bool *found = context;
    if (strpbrk(word, "0123456789") != NULL || strspn(word, "ivx") == strlen(word))
        *found = true;
    for (size_t i = 0; i < sizeof contrasting / sizeof *contrasting; i++)
        *found |= strcmp(contrasting[i], word) == 0;
}

bool titles_contrast(const char *a, const char *b)
{
    struct words x, y;
    bool found = false;
    words_init(&x, a);
    words_init(&y, b);
    count_shared(&x, &y, look_for_contrast, &found);
    words_release(&x);
    words_release(&y);
    return found;
}
