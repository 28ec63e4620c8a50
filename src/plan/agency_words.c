// SPDX-License-Identifier: MIT
#include "plan/agency_words.h"

#include "base/arena.h"
#include "base/embed.h"
#include "base/embedded_rows.h"
#include "base/memory.h"
#include "base/text.h"
#include "plan/agency_key.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

EMBED(embedded_offices, "data/offices.csv");

enum { BRIEF_SIZE = 16 }; /* longer than any abbreviation */

struct brief {
    const char *brief, *words;
};

struct beginning {
    const char *words;
    bool stands;
};

/* A sorted list of texts, or of structs that begin with one. */
struct list {
    void *items;
    size_t count, capacity;
};

/* The contents of the file, read once and then never changed. */
static struct {
    struct arena arena;
    struct list briefs[BRIEF_POSITIONS], beginnings, common, places, offices, several;
} all;

static const char *const brief_names[BRIEF_POSITIONS] = {"part", "kind", "matter"};

bool agency_is_mark(char byte)
{
    return byte != '\0' && strchr("-&.,:;/()'\"", byte) != NULL;
}

void agency_add_plain(struct strbuf *out, const char *text, size_t length)
{
    static const char *const dashes[] = {"–", "—", "‐", "‑", "−"};
    struct strbuf folded = {0};
    text_fold(&folded, text, length);
    for (size_t i = 0; i < folded.length; i++) {
        const char *at = folded.text + i;
        size_t dash = 0;
        for (size_t d = 0; d < sizeof dashes / sizeof *dashes && (*at & 0x80) != 0; d++)
            dash = strncmp(at, dashes[d], strlen(dashes[d])) == 0 ? strlen(dashes[d]) : dash;
        strbuf_addc(out, (char)(dash > 0 ? '-' : *at == 'y' ? 'i' : *at));
        i += dash > 0 ? dash - 1 : 0;
    }
    strbuf_release(&folded);
}

/* ---- The file ---- */

static void *add_item(struct list *list, size_t size)
{
    list->items = memory_grow(list->items, list->count, &list->capacity, size);
    return (char *)list->items + list->count++ * size;
}

/* Keeps words in the form of keys, without abbreviations, marks and «và». */
static const char *keep_words(const char *text, size_t length)
{
    struct strbuf plain = {0}, words = {0};
    agency_add_plain(&plain, text, length);
    for (char *at = plain.text; at != NULL && *at != '\0'; at++)
        *at = agency_is_mark(*at) ? ' ' : *at;
    for (char *word = strtok(plain.text, " "); word != NULL; word = strtok(NULL, " ")) {
        if (strcmp(word, "va") == 0)
            continue;
        strbuf_separate(&words, " ");
        strbuf_adds(&words, word);
    }
    const char *kept = arena_intern(&all.arena, strbuf_text(&words), words.length);
    strbuf_release(&plain);
    strbuf_release(&words);
    return kept;
}

static void add_brief(enum brief_position position, const struct embedded_cell *words,
                      const struct embedded_cell *also)
{
    struct brief *brief = add_item(&all.briefs[position], sizeof *brief);
    *brief = (struct brief){keep_words(also->text, also->length),
                            keep_words(words->text, words->length)};
}

static void add_name(struct list *list, const char *text, size_t length)
{
    const char **name = add_item(list, sizeof *name);
    *name = keep_words(text, length);
}

static void add_line(const struct embedded_cell *what, const struct embedded_cell *words,
                     const struct embedded_cell *also)
{
    for (int position = 0; position < BRIEF_POSITIONS; position++)
        if (embedded_cell_is(what, brief_names[position])) {
            add_brief((enum brief_position)position, words, also);
            return;
        }
    if (embedded_cell_is(what, "stands") || embedded_cell_is(what, "begins")) {
        struct beginning *beginning = add_item(&all.beginnings, sizeof *beginning);
        *beginning = (struct beginning){keep_words(words->text, words->length),
                                        embedded_cell_is(what, "stands")};
        return;
    }
    struct list *lists[] = {&all.common, &all.places, &all.several, &all.offices};
    static const char *const names[] = {"common", "place", "several", "office"};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (embedded_cell_is(what, names[i])) {
            add_name(lists[i], words->text, words->length);
            return;
        }
    struct strbuf whole = {0};
    strbuf_add(&whole, what->text, what->length);
    strbuf_addc(&whole, ' ');
    strbuf_add(&whole, words->text, words->length);
    add_name(&all.offices, whole.text, whole.length);
    strbuf_release(&whole);
}

static int compare_texts(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void sort(struct list *list, size_t size)
{
    if (list->count > 0)
        qsort(list->items, list->count, size, compare_texts);
}

static void read_file(void)
{
    const char *rest = embedded_rows_start(embedded_offices_start);
    struct embedded_cell cells[3];
    while (embedded_rows_next(&rest, cells, 3))
        add_line(&cells[0], &cells[1], &cells[2]);
    for (int position = 0; position < BRIEF_POSITIONS; position++)
        sort(&all.briefs[position], sizeof(struct brief));
    sort(&all.offices, sizeof(const char *));
    sort(&all.several, sizeof(const char *));
}

static void load(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, read_file);
}

/* ---- Questions ---- */

const char *agency_words_of(enum brief_position position, const char *brief, size_t length)
{
    char bare[BRIEF_SIZE];
    size_t size = 0;
    for (size_t i = 0; i < length; i++) {
        if (agency_is_mark(brief[i]))
            continue;
        if (size + 1 == BRIEF_SIZE)
            return NULL;
        bare[size++] = brief[i];
    }
    bare[size] = '\0';
    load();
    const char *key = bare;
    const struct list *list = &all.briefs[position];
    const struct brief *found =
        bsearch(&key, list->items, list->count, sizeof *found, compare_texts);
    return found != NULL ? found->words : NULL;
}

bool agency_words_begin(const char *plain, bool *alone)
{
    bool begins = false;
    load();
    *alone = false;
    for (size_t i = 0; i < all.beginnings.count; i++) {
        const struct beginning *beginning = &((const struct beginning *)all.beginnings.items)[i];
        size_t size = strlen(beginning->words);
        if (strncmp(plain, beginning->words, size) != 0)
            continue;
        begins |= (plain[size] == ' ' || plain[size] == '.') &&
                  strncmp(plain + size, " va ", 4) != 0; /* «VH, TT và DL» is one name */
        *alone |= plain[size] == '\0' && beginning->stands;
    }
    return begins;
}

/*
 * Returns whether a text begins with words of the list and goes on or, if `whole`, ends with them.
 */
static bool begins_with_any(const struct list *list, const char *text, bool whole)
{
    bool begins = false;
    for (size_t i = 0; i < list->count && !begins; i++) {
        const char *words = ((const char *const *)list->items)[i];
        size_t length = strlen(words);
        begins = strncmp(text, words, length) == 0 &&
                 (text[length] == ' ' || (whole && text[length] == '\0'));
    }
    return begins;
}

bool agency_words_are_common(const char *plain)
{
    load();
    return begins_with_any(&all.common, plain, false);
}

/* Returns whether the text after an office's name says where it is: «tỉnh Cà Mau», «các xã», «cấp
 * huyện». */
static bool is_place(const char *rest)
{
    static const char several[] = "cac ";
    if (strncmp(rest, several, strlen(several)) == 0)
        rest += strlen(several);
    return begins_with_any(&all.places, rest, true);
}

static bool is_in(const struct list *list, const char *key)
{
    return list->count > 0 &&
           bsearch(&key, list->items, list->count, sizeof(const char *), compare_texts) != NULL;
}

bool agency_is_known(const char *key)
{
    load();
    if (is_in(&all.offices, key) || is_in(&all.several, key))
        return true;
    bool is = false;
    for (const char *space = strchr(key, ' '); space != NULL && !is;
         space = strchr(space + 1, ' ')) {
        char *front = memory_copy(key, (size_t)(space - key));
        is = is_place(space + 1) && is_in(&all.offices, front);
        free(front);
    }
    return is;
}
