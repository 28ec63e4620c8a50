// SPDX-License-Identifier: MIT
#include "plan/schedule/schedule_token.h"

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

/* Of a month or a quarter; a numeral beyond them is a word. */
static int small_roman_value(const char *word)
{
    unsigned value = roman_value(word);
    return value <= 12 ? (int)value : 0;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == '~';
}

/*
 * The words that times are made of, bare and with their marks. A word typed with other marks is
 * another word: «quỹ» is a fund, «Nam» a name. Bare ones are taken as typed without marks.
 */
static const char *const spellings[][4] = {
    {"quy", "quý", "qúy"}, {"qui", "quí", "qúi"},
    {"thang", "tháng"},    {"nam", "năm"},
    {"ngay", "ngày"},      {"truoc", "trước"},
    {"den", "đến"},        {"toi", "tới"},
    {"het", "hết"},        {"tu", "từ"},
    {"dau", "đầu"},        {"cuoi", "cuối"},
    {"nua", "nửa"},        {"hang", "hằng", "hàng"},
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
        for (int j = 1; j < 4 && spellings[i][j] != NULL; j++)
            if (strcmp(spellings[i][j], lower) == 0)
                return true;
        return false;
    }
    return true;
}

/* Fills the token that spans start to end; false where it is too long. */
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
        token->text[0] = '?'; /* like no word of the grammar */
    strbuf_release(&folded);
    strbuf_release(&lower);
    uint32_t first;
    text_decode(text + start, &first);
    if (is_digit(first)) {
        token->kind = TOKEN_NUMBER;
        token->value = end - start <= 4 ? atoi(token->text) : 0;
    } else if (is_letter(first)) {
        token->value = small_roman_value(token->text);
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

size_t tokens_split(const char *text, struct token tokens[TOKENS_MAX + 1])
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

bool token_is(const struct token *token, const char *text)
{
    return token->kind != TOKEN_END && strcmp(token->text, text) == 0;
}

bool token_is_year(const struct token *token)
{
    return token->kind == TOKEN_NUMBER && token->value >= 1900 && token->value <= 2999;
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
