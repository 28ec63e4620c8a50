// SPDX-License-Identifier: MIT
#include "plan/mark.h"

#include "base/roman.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A Roman numeral of 100 or more is no mark: «C» is the letter, and longer ones are words. */
enum { FIGURES_MAX = 9, ROMAN_LETTERS_MAX = 15, ROMAN_MARK_END = 100 };

/* A folded word that may precede a mark. */
static const struct word {
    const char *text;
    enum mark_kind kind;
} words[] = {
    {"phan", MARK_PART},      {"chuong", MARK_CHAPTER},      {"muc", MARK_ITEM},
    {"tieu muc", MARK_GROUP}, {"nhom nhiem vu", MARK_GROUP}, {"nhom", MARK_GROUP},
    {"linh vuc", MARK_GROUP}, {"noi dung", MARK_GROUP},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Returns the bytes of the dash, bullet or plus at the beginning of a text, or 0. */
static size_t bullet_length(const char *text, enum mark_kind *kind)
{
    static const char *const dashes[] = {"-", "–", "—", "‒", "−", "•", "●", "*", "·", "▪", "✓"};
    *kind = MARK_PLUS;
    if (*text == '+')
        return 1;
    *kind = MARK_DASH;
    if ((unsigned char)*text < 0x80 && *text != '-' && *text != '*')
        return 0;
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
            return strlen(dashes[i]);
    return 0;
}

static const char *skip_spaces(const char *text)
{
    uint32_t character;
    size_t length;
    while (*text != '\0' && (length = text_decode(text, &character), text_is_space(character)))
        text += length;
    return text;
}

/* Skips what closes a mark: «.», «)», «/», «:» or a dash; `closed` tells whether there was one. */
static const char *skip_closing(const char *text, bool *closed)
{
    const char *start = text = skip_spaces(text);
    enum mark_kind kind;
    text += strspn(text, ".):/]");
    *closed = text > start;
    const char *next = skip_spaces(text);
    size_t dash = bullet_length(next, &kind);
    if (!*closed && dash > 0 && kind == MARK_DASH && (next > start || next[dash] == '\0')) {
        *closed = true;
        next += dash;
    }
    return skip_spaces(next);
}

static unsigned figure_value(const char *text, size_t length)
{
    return length <= FIGURES_MAX ? (unsigned)strtoul(text, NULL, 10) : 0;
}

/* Returns the value of a capital Roman numeral at the beginning of a text, or 0. */
static unsigned take_roman(const char *text, size_t *length)
{
    char code[ROMAN_SIZE];
    *length = roman_length(text);
    if (*length == 0 || *length > ROMAN_LETTERS_MAX || *text >= 'a')
        return 0;
    memcpy(code, text, *length);
    code[*length] = '\0';
    return roman_value(code);
}

unsigned mark_letter_value(const char *code, size_t length)
{
    static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const char *found = length == 1 && *code != '\0' ? strchr(alphabet, *code) : NULL;
    return found != NULL ? (unsigned)(found - alphabet) + 1 : 0;
}

/* Values follow the Vietnamese alphabet, in which đ comes after d. */
static unsigned small_letter_value(const char *text, size_t *length)
{
    uint32_t letter;
    *length = text_decode(text, &letter);
    uint32_t base = text_base_letter(letter);
    bool plain = letter == base || letter == 0x111;
    if (base < 'a' || base > 'z' || text_lower(letter) != letter || !plain)
        return 0;
    return 2 * (base - 'a' + 1) + (letter == 0x111);
}

/* Takes digits, with more parts after dots: «1», «1.2.3», «1.a», «I.2». */
static bool take_number(const char *text, struct mark *mark)
{
    size_t length = strspn(text, "0123456789");
    mark->code = text;
    mark->kind = MARK_NUMBER;
    mark->depth = 1;
    mark->value = figure_value(text, length);
    if (length == 0 && take_roman(text, &length) == 0)
        return false;
    const char *part = text + length;
    while (*part == '.' && is_digit(part[1])) {
        length = strspn(part + 1, "0123456789");
        mark->value = figure_value(part + 1, length);
        mark->depth++;
        part += length + 1;
    }
    if (!is_digit(*text) && mark->depth == 1)
        return false;
    bool lettered = *part == '.' && part[1] >= 'a' && part[1] <= 'z' &&
                    !(part[2] >= 'a' && part[2] <= 'z') && (unsigned char)part[2] < 0x80;
    if (lettered) {
        mark->value = small_letter_value(part + 1, &length);
        mark->depth++;
        part += 2;
    }
    mark->length = (size_t)(part - text);
    return mark->value > 0 || mark->length == 1;
}

static bool take_roman_mark(const char *text, struct mark *mark)
{
    size_t length;
    unsigned value = take_roman(text, &length);
    *mark = (struct mark){MARK_ROMAN, 0, value, text, length, NULL};
    if (value > 0 && value < ROMAN_MARK_END)
        return true;
    value = mark_letter_value(text, 1);
    *mark = (struct mark){MARK_CAPITAL, 0, value, text, 1, NULL};
    return value > 0;
}

static bool take_small(const char *text, struct mark *mark)
{
    size_t length = roman_length(text);
    char code[ROMAN_SIZE] = "";
    if (length > 1 && length <= ROMAN_LETTERS_MAX && *text >= 'a')
        memcpy(code, text, length);
    unsigned value = *code != '\0' ? roman_value(code) : 0;
    *mark = (struct mark){MARK_SMALL, 0, value, text, length, NULL};
    if (value > 0)
        return true;
    value = small_letter_value(text, &length);
    *mark = (struct mark){MARK_LETTER, 0, value, text, length, NULL};
    return value > 0;
}

/* Takes a numeral, a number or a letter. Returns false if the text begins with none. */
static bool take_code(const char *text, struct mark *mark)
{
    return take_number(text, mark) || take_roman_mark(text, mark) || take_small(text, mark);
}

/* Returns whether the text after a code shows that it is a code, and not a word or a date. */
static bool ends(const char *after, bool closed, bool loose)
{
    if (*after == '\0')
        return true;
    if (closed) /* «1/2024» and «V/v» are not marks */
        return after[-1] != '/' || !(is_digit(*after) || (*after >= 'a' && *after <= 'z'));
    return loose && text_is_space((uint32_t)*after);
}

/* Takes «thứ nhất», «thứ hai». Returns the value and sets the length in bytes. */
static unsigned take_ordinal(const char *text, size_t *length)
{
    static const char *const ordinals[] = {"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám"};
    struct strbuf lower = {0};
    unsigned value = 0;
    text_add_lower(&lower, text, strlen(text));
    for (size_t i = 0; i < sizeof ordinals / sizeof *ordinals && value == 0; i++) {
        struct strbuf wanted = {0};
        strbuf_addf(&wanted, "thứ %s", ordinals[i]);
        *length = wanted.length;
        bool same = strncmp(strbuf_text(&lower), wanted.text, wanted.length) == 0;
        strbuf_release(&wanted);
        value = same ? (unsigned)i + 1 : 0;
    }
    strbuf_release(&lower);
    return value;
}

/* Returns the bytes of the word at the beginning of a text, or 0 if it is another word. */
static size_t word_length(const char *text, const char *word)
{
    size_t at = 0;
    for (const char *w = word; *w != '\0'; w++) {
        uint32_t character;
        size_t length = text_decode(text + at, &character);
        bool same =
            *w == ' ' ? text_is_space(character) : text_base_letter(character) == (uint32_t)*w;
        if (text[at] == '\0' || !same)
            return 0;
        at += length;
    }
    uint32_t next;
    text_decode(text + at, &next);
    return text_is_space(next) ? at : 0;
}

/* Takes «Phần II», «Nhóm 1: …» or «PHẦN THỨ NHẤT». */
static bool take_worded(const char *text, struct mark *mark)
{
    char first = (char)(*text | 0x20);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        bool same = first == *words[i].text; /* none of these letters has a diacritic */
        size_t length = same ? word_length(text, words[i].text) : 0;
        if (length == 0)
            continue;
        const char *code = skip_spaces(text + length);
        bool closed;
        unsigned ordinal = take_ordinal(code, &length);
        *mark = (struct mark){.value = ordinal, .code = code, .length = 0};
        if (ordinal == 0 && (!(take_number(code, mark) || take_roman_mark(code, mark))))
            continue;
        const char *after = code + (ordinal > 0 ? length : mark->length);
        mark->title = skip_closing(after, &closed);
        bool numeral = mark->kind != MARK_NUMBER || ordinal > 0;
        mark->kind = words[i].kind;
        mark->depth = 0;
        if (ends(closed ? mark->title : after, closed, numeral))
            return true;
    }
    return false;
}

static bool read_code(const char *text, struct mark *mark, bool loose)
{
    bool bracket = *text == '(' || *text == '[', closed;
    if (!take_code(text + bracket, mark))
        return false;
    const char *after = mark->code + mark->length;
    mark->title = skip_closing(after, &closed);
    if (bracket && *after != ')' && *after != ']')
        return false;
    mark->kind = bracket ? MARK_BRACKET : mark->kind;
    bool numeral = loose && (mark->kind == MARK_ROMAN || mark->kind == MARK_CAPITAL);
    return ends(closed ? mark->title : after, closed, numeral);
}

static bool read_bullet(const char *text, struct mark *mark)
{
    enum mark_kind kind;
    size_t length = bullet_length(text, &kind);
    *mark = (struct mark){.kind = kind, .code = text, .title = skip_spaces(text + length)};
    return length > 0 && !is_digit(*mark->title);
}

bool mark_read(const char *text, struct mark *mark)
{
    if (is_digit(*text)) /* the most frequent case */
        return read_code(text, mark, true);
    return read_bullet(text, mark) || take_worded(text, mark) || read_code(text, mark, true);
}

bool mark_read_title(const char *text, struct mark *mark)
{
    if (read_bullet(text, mark) || take_worded(text, mark))
        return *mark->title != '\0';
    return read_code(text, mark, false) && *mark->title != '\0' && mark->value < 1000;
}
