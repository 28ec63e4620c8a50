// SPDX-License-Identifier: MIT
#include "plan/plan_year.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* A folded word, a number, or another character. */
struct token {
    enum { TOKEN_WORD, TOKEN_NUMBER, TOKEN_MARK } kind;
    const char *text;
    size_t length;
    bool spaced; /* after white space */
};

struct tokens {
    struct token *items;
    size_t count, capacity;
};

static bool is_letter(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void split(struct tokens *tokens, const char *text)
{
    bool spaced = false;
    while (*text != '\0') {
        struct token token = {.kind = TOKEN_MARK, .text = text, .spaced = spaced};
        uint32_t code_point;
        token.length = text_decode(text, &code_point);
        spaced = *text == ' ';
        if (is_letter(*text) || is_digit(*text)) {
            bool (*belongs)(char) = is_letter(*text) ? is_letter : is_digit;
            token.kind = is_letter(*text) ? TOKEN_WORD : TOKEN_NUMBER;
            while (belongs(text[token.length]))
                token.length++;
        }
        text += token.length;
        if (spaced)
            continue;
        tokens->items = memory_grow(tokens->items, tokens->count, &tokens->capacity, sizeof token);
        tokens->items[tokens->count++] = token;
    }
}

static const struct token *token_at(const struct tokens *tokens, size_t index)
{
    static const struct token none = {.kind = TOKEN_MARK, .text = ""};
    return index < tokens->count ? &tokens->items[index] : &none; /* or before the first */
}

static bool is_word(const struct token *token, const char *word)
{
    return token->kind == TOKEN_WORD && strlen(word) == token->length &&
           strncmp(token->text, word, token->length) == 0;
}

static bool is_one_of(const struct token *token, const char *const *words)
{
    for (; *words != NULL; words++)
        if (is_word(token, *words))
            return true;
    return false;
}

/* Returns whether the two words («ke hoach») end at a token. */
static bool is_pair(const struct tokens *tokens, size_t index, const char *first,
                    const char *second)
{
    return is_word(token_at(tokens, index), second) && is_word(token_at(tokens, index - 1), first);
}

static bool is_dash(const struct token *token)
{
    return token->kind == TOKEN_MARK &&
           (*token->text == '-' || strncmp(token->text, "–", 3) == 0 ||
            strncmp(token->text, "—", 3) == 0 || strncmp(token->text, "÷", 2) == 0);
}

static bool is_mark(const struct token *token, char mark)
{
    return token->kind == TOKEN_MARK && *token->text == mark;
}

static int year_of(const struct token *token)
{
    int year = token->kind == TOKEN_NUMBER && token->length == 4 ? atoi(token->text) : 0;
    return year >= 1900 && year <= 2999 ? year : 0;
}

/* ---- Numbers of four digits ---- */

/* Returns the last token before `at` other than «năm», «hết năm», «cuối năm». */
static size_t skip_year_words(const struct tokens *tokens, size_t at)
{
    static const char *const words[] = {"nam", "het", "cuoi", "giua", "cac", NULL};
    do
        at--;
    while (is_one_of(token_at(tokens, at), words));
    return at;
}

/* «2021-2025», «2024, 2025», «2021 đến năm 2025», «2023/2024» are periods. */
static bool is_in_period(const struct tokens *tokens, size_t at)
{
    static const char *const links[] = {"va", "den", "toi", NULL};
    const struct token *next = token_at(tokens, at + 1), *before = token_at(tokens, at - 1);
    bool links_on =
        is_dash(next) || is_mark(next, '/') || is_mark(next, ',') || is_one_of(next, links);
    size_t after = at + 2;
    while (is_word(token_at(tokens, after), "het") ||
           (is_word(token_at(tokens, after), "nam") && !is_word(next, "va") && !is_mark(next, ',')))
        after++;
    bool goes_on = links_on && token_at(tokens, after)->kind == TOKEN_NUMBER;
    bool links_back =
        is_dash(before) || is_mark(before, '/') || is_mark(before, ',') || is_word(before, "va");
    return goes_on || (links_back && year_of(token_at(tokens, at - 2)) > 0);
}

/* «giai đoạn 2021», «năm học 2023», «đến năm 2030», «tầm nhìn 2045» are horizons. */
static bool is_horizon(const struct tokens *tokens, size_t at)
{
    static const char *const limits[] = {"den", "toi", "truoc", "sau", "tu", "qua", NULL};
    static const char *const pairs[][2] = {{"giai", "doan"},  {"nhiem", "ky"},  {"thoi", "ky"},
                                           {"nam", "hoc"},    {"nien", "khoa"}, {"tam", "nhin"},
                                           {"dinh", "huong"}, {"nien", "hoc"}};
    size_t before = skip_year_words(tokens, at);
    before -= is_mark(token_at(tokens, before), ':') ? 1 : 0;
    if (is_one_of(token_at(tokens, before), limits))
        return true;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (is_pair(tokens, before, pairs[i][0], pairs[i][1]))
            return true;
    return false;
}

/* A number may be part of another one: «Số 2024/KH», «30/2020/NĐ-CP», «20-12-2023», «KH-2024». */
static bool is_in_number(const struct tokens *tokens, size_t at)
{
    const struct token *before = token_at(tokens, at - 1), *next = token_at(tokens, at + 1);
    const struct token *second = token_at(tokens, at - 2), *third = token_at(tokens, at - 3);
    bool slash = is_mark(next, '/') && !token_at(tokens, at + 2)->spaced;
    bool joined = (is_mark(before, '/') || is_dash(before) || is_mark(before, '.')) &&
                  !token_at(tokens, at)->spaced && !before->spaced && second->kind != TOKEN_MARK;
    bool of_period = is_mark(before, '/') && (is_word(third, "thang") || is_word(third, "quy"));
    return slash || (joined && !of_period) || is_word(before, "so");
}

/* «ngày 20 tháng 12 năm 2023» is a date, even with «…» in it; «tháng 6 năm 2024» alone may be a
 * plan's. */
static bool is_date(const struct tokens *tokens, size_t at, bool follows_plan)
{
    size_t month = at - 1;
    month -= is_word(token_at(tokens, month), "nam") ? 1 : 0;
    while (month < tokens->count && token_at(tokens, month)->kind != TOKEN_WORD)
        month--;
    if (!is_word(token_at(tokens, month), "thang"))
        return false;
    size_t day = month - 1;
    while (day < tokens->count && token_at(tokens, day)->kind != TOKEN_WORD)
        day--;
    return is_word(token_at(tokens, day), "ngay") || !follows_plan;
}

/* «năm 2024» and «năm ngân sách: 2024» name a year. */
static bool is_named(const struct tokens *tokens, size_t at)
{
    static const char *const pairs[][2] = {{"ngan", "sach"}, {"tai", "chinh"}, {"ke", "hoach"},
                                           {"thuc", "hien"}, {"bao", "cao"},   {"cong", "tac"}};
    size_t before = at - 1;
    before -= is_mark(token_at(tokens, before), ':') ? 1 : 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (is_pair(tokens, before, pairs[i][0], pairs[i][1]))
            before -= 2;
    return is_word(token_at(tokens, before), "nam");
}

/* «Kế hoạch CCHC 2024 của …»: a bare number may be a year if it counts nothing. */
static bool stands_alone(const struct tokens *tokens, size_t at)
{
    static const char *const links[] = {"cua", "tren", "tai", "va", "theo", "do", NULL};
    const struct token *before = token_at(tokens, at - 1), *next = token_at(tokens, at + 1);
    return (before->kind == TOKEN_WORD || is_mark(before, '/') || is_mark(before, '(')) &&
           (next->kind == TOKEN_MARK || is_one_of(next, links));
}

/* ---- The subject of a year ---- */

enum strength { NO_YEAR, OF_THE_PAST, OF_ANYTHING, OF_THE_PLAN };

/* The nearest words before it decide: the year of a law or of a shortcoming is not the plan's. */
static enum strength find_subject(const struct tokens *tokens, size_t at)
{
    static const struct {
        const char *first, *second;
        enum strength says;
    } subjects[] = {
        {"ke", "hoach", OF_ANYTHING},     {"nhiem", "vu", OF_ANYTHING},
        {"cong", "tac", OF_ANYTHING},     {"chuong", "trinh", OF_ANYTHING},
        {"phuong", "huong", OF_ANYTHING}, {"du", "toan", OF_ANYTHING},
        {"ket", "qua", OF_THE_PAST},      {"tong", "ket", OF_THE_PAST},
        {"so", "ket", OF_THE_PAST},       {"ton", "tai", NO_YEAR},
        {"han", "che", NO_YEAR},          {"nghi", "dinh", NO_YEAR},
        {"thong", "tu", NO_YEAR},         {"nghi", "quyet", NO_YEAR},
        {"quyet", "dinh", NO_YEAR},       {"hien", "phap", NO_YEAR},
        {"phap", "lenh", NO_YEAR},        {"chi", "thi", NO_YEAR},
    };
    for (size_t i = at - 1; i < tokens->count; i--) {
        if (is_word(token_at(tokens, i), "luat") && !is_word(token_at(tokens, i - 1), "phap"))
            return NO_YEAR;
        for (size_t j = 0; j < sizeof subjects / sizeof *subjects; j++)
            if (is_pair(tokens, i, subjects[j].first, subjects[j].second))
                return subjects[j].says;
    }
    return OF_ANYTHING;
}

/* The words before a number: «kế hoạch», or another word in a plan's name. */
struct context {
    bool is_plan, is_work;
};

static void note_context(struct context *context, const struct tokens *tokens, size_t at)
{
    context->is_plan |= is_pair(tokens, at, "ke", "hoach");
    context->is_work |= context->is_plan || is_pair(tokens, at, "cong", "tac") ||
                        is_pair(tokens, at, "chuong", "trinh") ||
                        is_pair(tokens, at, "nhiem", "vu") || is_word(token_at(tokens, at), "cchc");
}

static enum strength judge(const struct tokens *tokens, size_t at, struct context context)
{
    if (year_of(token_at(tokens, at)) == 0 || is_in_period(tokens, at) || is_horizon(tokens, at) ||
        is_in_number(tokens, at) || is_date(tokens, at, context.is_work))
        return NO_YEAR;
    if (!is_named(tokens, at) && !(context.is_work && stands_alone(tokens, at)))
        return NO_YEAR;
    enum strength strength = find_subject(tokens, at);
    return strength == OF_ANYTHING && context.is_plan ? OF_THE_PLAN : strength;
}

static int find_year(const struct tokens *tokens)
{
    int found = 0;
    enum strength best = OF_THE_PAST;
    struct context context = {0};
    bool differ = false;
    for (size_t i = 0; i < tokens->count; i++) {
        note_context(&context, tokens, i);
        enum strength strength = judge(tokens, i, context);
        int year = year_of(token_at(tokens, i));
        if (strength <= OF_THE_PAST || strength < best)
            continue;
        differ = strength == best && (differ || year != found);
        found = year;
        best = strength;
    }
    return differ ? 0 : found;
}

int plan_year_find(const char *text)
{
    struct strbuf folded = {0};
    struct tokens tokens = {0};
    text_fold(&folded, text, strlen(text));
    split(&tokens, strbuf_text(&folded));
    int found = is_pair(&tokens, 1, "can", "cu") ? 0 : find_year(&tokens);
    free(tokens.items);
    strbuf_release(&folded);
    return found;
}
