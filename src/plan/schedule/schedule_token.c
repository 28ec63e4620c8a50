// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule_token.h"

#include "base/memory.h"
#include "base/roman.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c < 0x2000 && c != 0xD7 && c != 0xF7);
}

/* Months and quarters have numerals up to XII; a larger one is a word. */
static int small_roman_value(const char *word)
{
    unsigned value = roman_value(word);
    return value <= 12 ? (int)value : 0;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == '~' || c == 0xF7 ||
           c == 0x2192;
}

/* Returns whether a character is invisible: zero-width, the soft hyphen, the byte order mark. */
static bool is_invisible(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

/* Returns the letter of a Roman numeral that a letter of another script looks like, or 0. */
static char look_alike(uint32_t c)
{
    switch (c) {
    case 0x406: /* Cyrillic */
    case 0x456:
    case 0x4C0:
    case 0x399: /* Greek */
        return 'I';
    case 0x425:
    case 0x3A7:
        return 'X';
    default:
        return 0;
    }
}

/* Appends the visible text; sets the offset in `text` of each of its bytes. */
static void add_seen(struct strbuf *seen, size_t *offsets, const char *text)
{
    for (size_t at = 0; text[at] != '\0';) {
        uint32_t c;
        size_t used = text_decode(text + at, &c);
        char letter = look_alike(c);
        for (size_t i = 0; i < (letter != 0 ? 1 : used) && !is_invisible(c); i++) {
            offsets[seen->length] = at + i;
            strbuf_addc(seen, letter != 0 ? letter : text[at + i]);
        }
        at += used;
    }
    offsets[seen->length] = strlen(text);
}

/* The words that times consist of, without and with their marks. A word with other marks is another
 * word: «quỹ» is a fund, «Nam» a name. A word without marks is taken as typed without them. */
static const char *const spellings[][5] = {
    {"quy", "quý", "qúy"}, {"qui", "quí", "qúi"},
    {"thang", "tháng"},    {"nam", "năm"},
    {"ngay", "ngày"},      {"truoc", "trước"},
    {"den", "đến"},        {"toi", "tới"},
    {"het", "hết"},        {"tu", "từ"},
    {"dau", "đầu"},        {"cuoi", "cuối"},
    {"nua", "nửa"},        {"hang", "hằng", "hàng", "háng"},
    {"moi", "mỗi"},        {"tung", "từng"},
    {"ca", "cả"},          {"suot", "suốt"},
    {"cham", "chậm"},      {"nhat", "nhất"},
    {"thuong", "thường"},  {"xuyen", "xuyên"},
    {"dinh", "định"},      {"ky", "kỳ", "kì"},
    {"khi", "khi"},        {"sau", "sau"},
};

static bool is_spelt_right(const char *folded, const char *lower)
{
    if (strcmp(folded, lower) == 0)
        return true;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (strcmp(spellings[i][0], folded) != 0)
            continue;
        for (int j = 1; j < 5 && spellings[i][j] != NULL; j++)
            if (strcmp(spellings[i][j], lower) == 0)
                return true;
        return false;
    }
    return true;
}

/* Returns the value of a numeral typed with a small «l» for I («Quý ll»), or 0. */
static int numeral_of_l(const char *word)
{
    char numeral[8];
    size_t length = strlen(word);
    if (length >= sizeof numeral || strchr(word, 'l') == NULL || strspn(word, "livx") != length)
        return 0;
    for (size_t i = 0; i <= length; i++)
        numeral[i] = word[i] == 'l' ? 'i' : word[i];
    return small_roman_value(numeral);
}

/* Returns the value of a number word («ba»), or 0. «năm» is not 5 but the year. */
static int word_value(const char *lower)
{
    static const char *const words[] = {"một", "hai", "ba",  "tư",   "?",
                                        "sáu", "bảy", "tám", "chín", "mười"};
    for (int i = 0; i < 10; i++)
        if (strcmp(words[i], lower) == 0)
            return i + 1;
    return 0;
}

/* Fills the token from start to end. Returns false if it is too long. */
static bool fill(struct token *token, const char *text, size_t start, size_t end)
{
    struct strbuf folded = {0}, lower = {0};
    text_fold(&folded, text + start, end - start);
    text_add_lower(&lower, text + start, end - start);
    bool fits = folded.length > 0 && folded.length < sizeof token->text;
    *token = (struct token){.kind = TOKEN_WORD, .start = start, .end = end};
    if (fits)
        memcpy(token->text, folded.text, folded.length + 1);
    if (fits && !is_spelt_right(folded.text, lower.text))
        token->text[0] = '?'; /* equals no word of the grammar */
    int value = fits ? word_value(lower.text) : 0;
    if (fits && strcmp(folded.text, lower.text) == 0 && value == 0)
        value = numeral_of_l(folded.text);
    strbuf_release(&folded);
    strbuf_release(&lower);
    uint32_t first;
    text_decode(text + start, &first);
    if (is_digit(first)) {
        token->kind = TOKEN_NUMBER;
        token->value = end - start <= 4 ? atoi(token->text) : 0;
    } else if (is_letter(first)) {
        token->value = value > 0 ? value : small_roman_value(token->text);
    } else {
        token->kind = TOKEN_MARK;
        if (is_dash(first))
            strcpy(token->text, "-");
    }
    return fits;
}

static size_t token_end(const char *text, size_t start)
{
    uint32_t first, next;
    size_t end = start + text_decode(text + start, &first);
    bool (*same)(uint32_t) = is_digit(first) ? is_digit : is_letter;
    if (!same(first))
        return end;
    for (;;) {
        size_t used = text_decode(text + end, &next);
        if (!same(next))
            return end;
        end += used;
    }
}

static size_t split(const char *text, struct token *tokens)
{
    size_t count = 0, length = strlen(text);
    for (size_t at = 0; at < length;) {
        size_t rest = length - at;
        const char *start = text_trim(text + at, &rest);
        if (rest == 0)
            break;
        at = (size_t)(start - text);
        size_t end = token_end(text, at);
        if (count == TOKENS_MAX || !fill(&tokens[count], text, at, end))
            return 0;
        if (tokens[count].text[0] == 'q' && small_roman_value(tokens[count].text + 1) > 0)
            end = at + 1; /* «QIII» is a Q and a numeral */
        if (!fill(&tokens[count], text, at, end))
            return 0;
        count++;
        at = end;
    }
    tokens[count] = (struct token){.kind = TOKEN_END, .start = length, .end = length};
    return count;
}

/* Returns the length of words that do not change a time: «(dự kiến)», «khoảng», «100%», «17h00»,
 * «tối thiểu». «?» begins a word whose marks tell it from the grammar's: «đấu», «tối». */
static size_t noise_length(const struct token *at)
{
    static const char *const noise[] = {"thoi gian du kien",
                                        "du kien",
                                        "khoang",
                                        "phan ?au",
                                        "?oi thieu",
                                        "it nhat",
                                        "100 %",
                                        "*",
                                        "\"",
                                        "“",
                                        "”",
                                        "«",
                                        "»",
                                        "( )",
                                        NULL};
    struct cursor c = {at};
    if (cursor_take_any(&c, noise))
        return (size_t)(c.at - at);
    if (at->kind == TOKEN_NUMBER && at->value <= 24 &&
        (token_is(at + 1, "h") || token_is(at + 1, "gio")))
        return at[2].kind == TOKEN_NUMBER && at[2].end - at[2].start == 2 &&
                       at[3].kind == TOKEN_WORD
                   ? 3
                   : 2;
    return 0;
}

static void take_out(struct token *tokens, size_t *count, size_t at, size_t length)
{
    memmove(tokens + at, tokens + at + length, (*count - at - length + 1) * sizeof *tokens);
    *count -= length;
}

/* Removes noise, and brackets around the whole. */
static size_t clean(struct token *tokens, size_t count)
{
    for (size_t i = 0; i < count;) {
        size_t length = noise_length(&tokens[i]);
        take_out(tokens, &count, i, length);
        if (length == 0)
            i++;
        else if (i > 0)
            i--; /* brackets may now be empty */
    }
    size_t opened = 0;
    for (size_t i = 0; i < count; i++)
        opened += token_is(&tokens[i], "(");
    if (opened == 1 && token_is(tokens, "(") && token_is(&tokens[count - 1], ")")) {
        take_out(tokens, &count, count - 1, 1);
        take_out(tokens, &count, 0, 1);
    }
    return count;
}

size_t tokens_split(const char *text, struct token tokens[TOKENS_MAX + 1])
{
    struct strbuf seen = {0};
    size_t *offsets = memory_alloc((strlen(text) + 1) * sizeof *offsets);
    add_seen(&seen, offsets, text);
    size_t count = split(strbuf_text(&seen), tokens);
    for (size_t i = 0; i < count; i++) {
        tokens[i].start = offsets[tokens[i].start];
        tokens[i].end = offsets[tokens[i].end - 1] + 1;
    }
    strbuf_release(&seen);
    free(offsets);
    return clean(tokens, count);
}

bool token_is(const struct token *token, const char *text)
{
    return token->kind != TOKEN_END && strcmp(token->text, text) == 0;
}

bool token_is_year(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->value >= 1900 && token->value <= 2999;
}

int cursor_take_number(struct cursor *c, int limit)
{
    const struct token *start = c->at;
    int value = start->value;
    c->at++;
    if (token_is(start, "muoi") && c->at->kind == TOKEN_WORD &&
        (c->at->value == 1 || c->at->value == 2))
        value += (c->at++)->value; /* «mười một» */
    if (value >= 1 && value <= limit)
        return value;
    c->at = start;
    return 0;
}

bool cursor_take(struct cursor *c, const char *phrase)
{
    const struct token *token = c->at;
    while (*phrase != '\0') {
        size_t length = strcspn(phrase, " ");
        if (token->kind == TOKEN_END || strlen(token->text) != length ||
            strncmp(token->text, phrase, length) != 0)
            return false;
        token++;
        phrase += length + (phrase[length] == ' ');
    }
    c->at = token;
    return true;
}

bool cursor_take_any(struct cursor *c, const char *const *phrases)
{
    for (; *phrases != NULL; phrases++)
        if (cursor_take(c, *phrases))
            return true;
    return false;
}
