// SPDX-License-Identifier: MIT
#include "read/table/column_words.h"

#include "base/memory.h"
#include "base/text.h"
#include "read/builtin.h"

#include <stdlib.h>
#include <string.h>

enum { PHRASE_WORDS = 6, PHRASE_SIZE = 80 };

/*
 * A line of the file: «=» before its words: marks count, «^»: they must be a whole segment, «!»:
 * the whole heading.
 */
struct phrase {
    char marked[PHRASE_SIZE], folded[PHRASE_SIZE];
    int meaning, after;
    unsigned weight, within;
    bool is_exact, is_whole, is_alone;
};

struct trait {
    char folded[PHRASE_SIZE];
    unsigned bit;
    bool is_alone;
};

struct column_words {
    struct phrase *items;
    size_t count, capacity;
    struct trait *traits;
    size_t trait_count, trait_capacity;
};

struct column_words *column_words_new(void)
{
    struct column_words *words = memory_alloc(sizeof *words);
    *words = (struct column_words){0};
    return words;
}

void column_words_free(struct column_words *words)
{
    if (words == NULL)
        return;
    free(words->items);
    free(words->traits);
    free(words);
}

static int find_meaning(const char *name, size_t length)
{
    static const char *const more[] = {"office", "fund", "unit"};
    for (int i = ROLE_NONE; i < ROLES; i++)
        if (strlen(column_role_names[i]) == length &&
            strncmp(column_role_names[i], name, length) == 0)
            return i;
    for (int i = 0; i < MEANING_COUNT - ROLES; i++)
        if (strlen(more[i]) == length && strncmp(more[i], name, length) == 0)
            return ROLES + i;
    return -1;
}

static void copy(char *out, const struct strbuf *text)
{
    size_t length = text->length < PHRASE_SIZE - 1 ? text->length : PHRASE_SIZE - 1;
    memcpy(out, text->text, length);
    out[length] = '\0';
}

static void fold_into(char *out, const char *words, size_t length)
{
    struct strbuf folded = {0};
    text_fold(&folded, words, length);
    copy(out, &folded);
    strbuf_release(&folded);
}

/* «+trait,words» */
static void add_trait(struct column_words *words, const char *line, size_t length)
{
    static const char *const names[] = {"deadline", "end",   "total",      "quantity", "state",
                                        "share",    "chair", "percentage", "partial",  "office"};
    const char *comma = memchr(line, ',', length);
    struct trait trait = {0};
    for (unsigned i = 0; i < sizeof names / sizeof *names && comma != NULL; i++)
        if (strlen(names[i]) == (size_t)(comma - line) - 1 &&
            strncmp(names[i], line + 1, strlen(names[i])) == 0)
            trait.bit = 1U << i;
    if (trait.bit == 0)
        return;
    const char *start = comma + 1;
    trait.is_alone = *start == '!';
    start += trait.is_alone;
    fold_into(trait.folded, start, (size_t)(line + length - start));
    words->traits =
        memory_grow(words->traits, words->trait_count, &words->trait_capacity, sizeof trait);
    words->traits[words->trait_count++] = trait;
}

/* «role,words,weight,within,after»: a file of our own, without quotes. */
static void add_line(struct column_words *words, const char *line, size_t length)
{
    const char *comma = memchr(line, ',', length);
    if (*line == '+')
        add_trait(words, line, length);
    struct phrase phrase = {.meaning =
                                find_meaning(line, comma == NULL ? 0 : (size_t)(comma - line))};
    if (phrase.meaning < 0)
        return;
    const char *start = comma + 1;
    for (; *start == '=' || *start == '^' || *start == '!'; start++) {
        phrase.is_exact |= *start == '=';
        phrase.is_whole |= *start == '^';
        phrase.is_alone |= *start == '!';
    }
    size_t size = strcspn(start, ",");
    char *end;
    phrase.weight = (unsigned)strtoul(start + size + 1, &end, 10);
    phrase.within = (unsigned)strtoul(end + 1, &end, 10);
    phrase.after = *end == ',' ? find_meaning(end + 1, (size_t)(line + length - end) - 1) : -1;
    struct strbuf marked = {0};
    text_add_lower(&marked, start, size);
    copy(phrase.marked, &marked);
    fold_into(phrase.folded, start, size);
    strbuf_release(&marked);
    words->items = memory_grow(words->items, words->count, &words->capacity, sizeof phrase);
    words->items[words->count++] = phrase;
}

/* By what is looked up; of the same words the stricter ones first. */
static int compare(const void *a, const void *b)
{
    const struct phrase *x = a, *y = b;
    int order = strcmp(x->folded, y->folded);
    int strict = (y->is_alone * 4 + y->is_whole * 2 + y->is_exact) -
                 (x->is_alone * 4 + x->is_whole * 2 + x->is_exact);
    return order != 0 ? order : strict != 0 ? strict : strcmp(x->marked, y->marked);
}

void column_words_load(struct column_words *words)
{
    if (words->count > 0)
        return;
    struct source source = builtin_column_words();
    for (size_t at = 0; at < source.length;) {
        const char *line = source.text + at;
        const char *end = memchr(line, '\n', source.length - at);
        size_t length = end != NULL ? (size_t)(end - line) : source.length - at;
        add_line(words, line, length);
        at += length + 1;
    }
    qsort(words->items, words->count, sizeof *words->items, compare);
}

static size_t find_first(const struct column_words *words, const char *folded)
{
    size_t first = 0, end = words->count;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (strcmp(words->items[middle].folded, folded) < 0)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

/* The words from `at` on as one text; false if they are too long to be known. */
static bool join_words(const struct heading *heading, size_t at, size_t length, bool folded,
                       char out[PHRASE_SIZE])
{
    size_t used = 0;
    for (size_t i = at; i < at + length; i++) {
        const struct heading_word *word = &heading->words[i];
        size_t size = folded ? word->folded_length : word->marked_length;
        if (used + size + 2 > PHRASE_SIZE)
            return false;
        if (used > 0)
            out[used++] = ' ';
        memcpy(out + used,
               folded ? heading->folded.text + word->folded : heading->text.text + word->marked,
               size);
        used += size;
    }
    out[used] = '\0';
    return true;
}

static const struct phrase *find_phrase(const struct column_words *words,
                                        const struct heading *heading, size_t at, size_t length,
                                        bool whole)
{
    char folded[PHRASE_SIZE], marked[PHRASE_SIZE];
    if (!join_words(heading, at, length, true, folded) ||
        !join_words(heading, at, length, false, marked))
        return NULL;
    for (size_t i = find_first(words, folded); i < words->count; i++) {
        const struct phrase *phrase = &words->items[i];
        if (strcmp(phrase->folded, folded) != 0)
            break;
        bool fits = !phrase->is_exact || heading->is_bare || strcmp(phrase->marked, marked) == 0;
        if (fits && (!phrase->is_whole || whole) && (!phrase->is_alone || length == heading->count))
            return phrase;
    }
    return NULL;
}

struct word_match column_words_match(struct column_words *words, const struct heading *heading,
                                     size_t at)
{
    column_words_load(words);
    unsigned segment = heading->words[at].segment;
    size_t end = at;
    while (end < heading->count && heading->words[end].segment == segment)
        end++;
    bool first = at == 0 || heading->words[at - 1].segment != segment;
    for (size_t length = end - at < PHRASE_WORDS ? end - at : PHRASE_WORDS; length > 0; length--) {
        const struct phrase *phrase =
            find_phrase(words, heading, at, length, first && at + length == end);
        if (phrase != NULL)
            return (struct word_match){phrase->meaning, phrase->weight, phrase->within,
                                       phrase->after, length};
    }
    return (struct word_match){.meaning = -1, .length = 1};
}

/* Returns whether the text has the words, with a space before and after each. */
static bool has_words(const char *text, const char *words)
{
    size_t length = strlen(words);
    for (const char *at = text; (at = strstr(at, words)) != NULL; at++)
        if (at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

unsigned column_words_traits(struct column_words *words, const struct heading *heading)
{
    struct strbuf text = {0};
    unsigned traits = 0;
    column_words_load(words);
    for (size_t i = 0; i < heading->count; i++) {
        const struct heading_word *word = &heading->words[i];
        strbuf_addc(&text, ' ');
        strbuf_add(&text, heading->folded.text + word->folded, word->folded_length);
    }
    strbuf_addc(&text, ' ');
    for (size_t i = 0; i < words->trait_count; i++) {
        const struct trait *trait = &words->traits[i];
        bool alone = strlen(trait->folded) + 2 == text.length;
        if (has_words(text.text + 1, trait->folded) && (!trait->is_alone || alone))
            traits |= trait->bit;
    }
    strbuf_release(&text);
    return traits & ~(unsigned)TRAIT_OFFICE;
}

bool column_words_begin_office(struct column_words *words, const char *cell)
{
    struct strbuf folded = {0};
    bool found = false;
    column_words_load(words);
    text_fold(&folded, cell, strlen(cell));
    for (size_t i = 0; i < words->trait_count && !found && folded.length > 0; i++) {
        const struct trait *trait = &words->traits[i];
        size_t length = strlen(trait->folded);
        found = trait->bit == TRAIT_OFFICE && strncmp(folded.text, trait->folded, length) == 0 &&
                (folded.text[length] < 'a' || folded.text[length] > 'z');
    }
    strbuf_release(&folded);
    return found;
}
