// SPDX-License-Identifier: MIT
#include "plan/indicator/target_words.h"

#include "base/arena.h"
#include "base/embed.h"
#include "base/embedded_rows.h"
#include "base/memory.h"
#include "base/text.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

EMBED(embedded_target_words, "data/target-words.csv");

enum { PHRASE_WORDS = 5 };

static const char *const class_names[TARGET_WORD_CLASSES] = {
    "at-least", "above", "at-most", "below", "rise", "fall", "up",
    "down",     "about", "filler",  "verb",  "than", "not",  "unit",
};

struct phrase {
    const char *words[PHRASE_WORDS]; /* folded */
    size_t count;
};

/* The contents of the file, read once and then never changed. */
static struct {
    struct arena arena;
    struct {
        struct phrase *items;
        size_t count, capacity;
    } classes[TARGET_WORD_CLASSES];
} all;

/* ---- The words of a text ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Returns whether a letter begins here, of the scripts that words of targets use. */
static bool is_letter(const char *text)
{
    unsigned char c = (unsigned char)*text;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC3 && c <= 0xC9 && strncmp(text, "×", 2) != 0 && strncmp(text, "÷", 2) != 0) ||
           c == 0xE1;
}

static size_t word_length(const char *text)
{
    size_t length = 0;
    uint32_t ignored;
    if (is_digit(*text)) {
        while (is_digit(text[length]) ||
               ((text[length] == ',' || text[length] == '.') && is_digit(text[length + 1])))
            length++;
        return length;
    }
    if (is_letter(text)) {
        while (is_letter(text + length))
            length += text_decode(text + length, &ignored);
        return length;
    }
    if ((*text == '<' || *text == '>') && text[1] == '=')
        return 2;
    return text_decode(text, &ignored);
}

static void add_word(struct target_text *text, struct strbuf *folded, const char *words,
                     size_t start, size_t length)
{
    text->words = memory_grow(text->words, text->count, &text->capacity, sizeof *text->words);
    struct target_word *word = &text->words[text->count++];
    *word = (struct target_word){.start = start, .end = start + length};
    word->kind = is_digit(words[start])     ? TARGET_TEXT_NUMBER
                 : is_letter(words + start) ? TARGET_TEXT_WORD
                                            : TARGET_TEXT_MARK;
    if (word->kind == TARGET_TEXT_WORD)
        text_fold(folded, words + start, length);
    else
        strbuf_add(folded, words + start, length);
    strbuf_addc(folded, '\0');
}

void target_text_init(struct target_text *text, const char *words)
{
    struct strbuf folded = {0};
    *text = (struct target_text){.text = words};
    for (size_t at = 0; words[at] != '\0';) {
        uint32_t c;
        size_t length = text_decode(words + at, &c);
        if (words[at] == '\n' || !text_is_space(c)) {
            length = word_length(words + at);
            add_word(text, &folded, words, at, length);
        }
        at += length;
    }
    text->folded = strbuf_detach(&folded);
    const char *next = text->folded;
    for (size_t i = 0; i < text->count; i++, next += strlen(next) + 1)
        text->words[i].folded = next;
}

void target_text_release(struct target_text *text)
{
    free(text->words);
    free(text->folded);
    *text = (struct target_text){0};
}

/* ---- The phrases ---- */

static void add_phrase(enum target_word_class class, const struct embedded_cell *cell)
{
    char *words = memory_copy(cell->text, cell->length);
    struct target_text text;
    struct phrase phrase = {0};
    target_text_init(&text, words);
    for (; phrase.count < text.count && phrase.count < PHRASE_WORDS; phrase.count++) {
        const char *word = text.words[phrase.count].folded;
        phrase.words[phrase.count] = arena_intern(&all.arena, word, strlen(word));
    }
    target_text_release(&text);
    free(words);
    all.classes[class].items = memory_grow(all.classes[class].items, all.classes[class].count,
                                           &all.classes[class].capacity, sizeof phrase);
    all.classes[class].items[all.classes[class].count++] = phrase;
}

static void read_file(void)
{
    const char *rest = embedded_rows_start(embedded_target_words_start);
    struct embedded_cell cells[2];
    while (embedded_rows_next(&rest, cells, 2))
        for (int class = 0; class < TARGET_WORD_CLASSES; class ++)
            if (embedded_cell_is(&cells[0], class_names[class]))
                add_phrase((enum target_word_class) class, &cells[1]);
}

static bool stands_at(const struct target_text *text, size_t at, const struct phrase *phrase)
{
    for (size_t i = 0; i < phrase->count; i++)
        if (at + i >= text->count || strcmp(text->words[at + i].folded, phrase->words[i]) != 0)
            return false;
    return true;
}

static size_t longest(const struct target_text *text, size_t at, enum target_word_class class,
                      bool before)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    size_t found = 0;
    pthread_once(&once, read_file);
    for (size_t i = 0; i < all.classes[class].count; i++) {
        const struct phrase *phrase = &all.classes[class].items[i];
        if (phrase->count <= found || (before && phrase->count > at))
            continue;
        if (stands_at(text, before ? at - phrase->count : at, phrase))
            found = phrase->count;
    }
    return found;
}

size_t target_words_before(const struct target_text *text, size_t at, enum target_word_class class)
{
    return longest(text, at, class, true);
}

size_t target_words_after(const struct target_text *text, size_t at, enum target_word_class class)
{
    return longest(text, at, class, false);
}
