// SPDX-License-Identifier: MIT
#include "plan/budget.h"

#include "base/memory.h"
#include "base/money_unit.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A cell of only dashes or dots was left empty on purpose: «-», «…», «.....». */
static bool is_blank_mark(const char *text)
{
    static const char *const marks[] = {"-", "–", "—", ".", "…", "_", " "};
    while (*text != '\0') {
        size_t used = 0;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && used == 0; i++)
            used = strncmp(text, marks[i], strlen(marks[i])) == 0 ? strlen(marks[i]) : 0;
        if (used == 0)
            return false;
        text += used;
    }
    return true;
}

static bool has_letter(const char *text)
{
    while (*text != '\0') {
        uint32_t code_point;
        text += text_decode(text, &code_point);
        uint32_t letter = text_base_letter(code_point);
        if (letter >= 'a' && letter <= 'z')
            return true;
    }
    return false;
}

/* ---- Words next to a figure; all of them in lower case ---- */

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_one_of(const char *word, size_t length, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strlen(*words) == length && strncmp(*words, word, length) == 0)
            return true;
    return false;
}

/* Returns whether a figure after the word is a year, a document's number or a code. */
static bool is_numbering(const char *word, size_t length)
{
    static const char *const words[] = {
        "năm",    "số",    "quý",   "tháng", "ngày", "kỳ",   "đợt",   "điều",  "khoản", "điểm",
        "chương", "mục",   "phần",  "đoạn",  "tư",   "định", "quyết", "hoạch", "án",    "văn",
        "luật",   "lục",   "nguồn", "lần",   "khóa", "khoá", "cấp",   "loại",  "hạng",  "mã",
        "trình",  "tuyến", "nhóm",  "biểu",  "mẫu",  "bảng", "bước",  "lớp",   "tuần",  "từ",
        "đến",    "dòng",  "cột",   "qđ",    "nđ",   "nq",   "kh",    "tt",    "tm",    NULL};
    return is_one_of(word, length, words);
}

/* «khoảng 2000» is not a year. */
static bool is_estimate(const char *word, size_t length)
{
    static const char *const words[] = {"khoảng", "ước", "đa",   "thiểu", "trên", "dưới",
                                        "hơn",    "gần", "tổng", "cộng",  "kiến", NULL};
    return is_one_of(word, length, words);
}

/* Returns the word that ends before `end`; its length is 0 if there is none. */
static const char *word_before(const char *start, const char *end, size_t *length)
{
    while (end > start && end[-1] == ' ')
        end--;
    const char *word = end;
    while (word > start && is_letter(word[-1]))
        word--;
    *length = (size_t)(end - word);
    return word;
}

static bool is_year(const char *figure, const char *end)
{
    return end - figure == 4 && (strncmp(figure, "19", 2) == 0 || strncmp(figure, "20", 2) == 0);
}

/* Returns whether its neighbours show that a figure is no amount: «123/QĐ-UBND», «02 lớp», «Nguồn
 * 13». */
static bool is_explained(const char *start, const char *figure, const char *end)
{
    static const char *const links[] = {"và", "từ", "của", "trong", "cho", "do", "gồm", NULL};
    size_t length, next_length = money_word_length(end + strspn(end, " "));
    const char *word = word_before(start, figure, &length);
    bool is_joined = figure > start && (strchr("/-", figure[-1]) != NULL || is_letter(figure[-1]));
    bool counts = next_length > 0 && !is_one_of(end + strspn(end, " "), next_length, links);
    if (length > 0 && is_estimate(word, length) && !is_joined)
        return counts;
    return is_joined || *end == '/' || *end == '-' || *end == '%' || is_year(figure, end) ||
           (length > 0 && is_numbering(word, length)) || counts;
}

/* Returns whether there is an amount among the words: «khoảng 200», «dưới năm triệu đồng». */
static bool holds_amount(const char *text)
{
    static const char *const spelled[] = {"triệu đồng", "tỷ đồng", "tỉ đồng", "nghìn đồng",
                                          "ngàn đồng"};
    for (size_t i = 0; i < sizeof spelled / sizeof *spelled; i++)
        if (strstr(text, spelled[i]) != NULL)
            return true;
    for (const char *p = text; *p != '\0';) {
        size_t length = strspn(p, DIGITS);
        while (length > 0 && (p[length] == '.' || p[length] == ',') && is_digit(p[length + 1]))
            length += strspn(p + length + 1, DIGITS) + 1;
        const char *unit = p + length + strspn(p + length, " ");
        if (length > 0 && (money_unit_read(&unit) > 0 || !is_explained(text, p, p + length)))
            return true;
        p += length > 0 ? length : 1;
    }
    return false;
}

static bool names_source(const char *label)
{
    static const char *const words[] = {
        "ngân sách", "ns",        "nsnn",         "nstw",       "nsđp",
        "nst",       "nsh",       "nsx",          "nguồn",      "kinh phí",
        "kp",        "vốn",       "quỹ",          "xã hội hóa", "xã hội hoá",
        "tự chủ",    "sự nghiệp", "thường xuyên", "trung ương", "địa phương",
        "tài trợ",   "đóng góp",  "oda",          "dự toán",    "tổng"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        for (const char *p = label; (p = strstr(p, words[i])) != NULL; p++)
            if ((p == label || !is_letter(p[-1])) && !is_letter(p[strlen(words[i])]))
                return true;
    return false;
}

/* ---- An amount and its source ---- */

/*
 * Reads an amount after a label: «NSTW: 150», «ngân sách tỉnh 50 triệu». Returns 1 if the text is
 * not that, otherwise as money_parse. The label of a cell must be a source, and a figure without a
 * unit must follow a colon; `among_others` in brackets, neither is needed.
 */
static int read_labelled(const char *text, bool among_others, struct money_rules rules,
                         int64_t *vnd, struct error *error)
{
    size_t length = strcspn(text, DIGITS), word_length;
    const char *amount = text + length, *word;
    if (*amount == '\0' || length == 0)
        return 1;
    bool colon = memchr(text, ':', length) != NULL;
    char *label = memory_copy(text, length);
    label[strcspn(label, ":=")] = '\0';
    word = word_before(label, label + strlen(label), &word_length);
    bool is_label = word_length > 0 && !is_numbering(word, word_length) &&
                    strpbrk(label, "<>~+.,;()") == NULL && (among_others || names_source(label)) &&
                    (among_others || colon || has_letter(amount));
    free(label);
    if (!is_label)
        return 1;
    return money_parse(amount, rules, vnd, error);
}

/* Adds up the amounts of «NSTW 150; NSĐP 50». Returns false if there is anything else. */
static bool add_parts(const char *text, size_t length, struct money_rules rules, int64_t *sum)
{
    struct error ignored;
    bool read = true;
    *sum = 0;
    for (size_t at = 0; at < length && read;) {
        size_t end = at;
        while (end < length && text[end] != ';' && text[end] != '+' &&
               !(text[end] == ',' && text[end + 1] == ' '))
            end++;
        size_t part_length = end - at;
        const char *trimmed = text_trim(text + at, &part_length);
        char *part = memory_copy(trimmed, part_length);
        int64_t vnd;
        read = read_labelled(part, true, rules, &vnd, &ignored) == 0 && money_add(sum, vnd);
        free(part);
        at = end + 1;
    }
    return read;
}

/* Returns whether a text ends with brackets that name the amount's source: «50 (NS tỉnh)», «200
 * (NSTW 150; NSĐP 50)». */
static bool has_source(const char *text, struct money_rules rules, bool *has_parts, int64_t *sum)
{
    const char *open = strchr(text, '(');
    size_t length = strlen(text);
    if (open == NULL || text[length - 1] != ')' || strchr(open + 1, '(') != NULL ||
        strchr(open, ')') != text + length - 1)
        return false;
    char *inside = memory_copy(open + 1, (size_t)(text + length - open) - 2);
    *has_parts = strpbrk(inside, DIGITS) != NULL;
    bool is_source =
        *has_parts ? add_parts(inside, strlen(inside), rules, sum) : names_source(inside);
    free(inside);
    return is_source;
}

static int read_figure(const char *text, struct money_rules rules, int64_t *vnd,
                       struct error *error)
{
    bool has_parts = false;
    int64_t sum = 0;
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    bool sourced = has_source(lower.text, rules, &has_parts, &sum);
    strbuf_release(&lower);
    if (!sourced)
        return money_parse(text, rules, vnd, error);
    char *amount = memory_copy(text, strcspn(text, "("));
    int status = money_parse(amount, rules, vnd, error);
    free(amount);
    if (status == 0 && has_parts && sum != *vnd)
        return error_set(error, ERROR_DATA, "is not what its parts in brackets add up to");
    return status;
}

/* Reads words: an amount that is written out or follows its source, or no amount. */
static int read_words(const char *text, struct money_rules rules, struct budget *budget,
                      struct error *error)
{
    struct strbuf lower = {0};
    text_add_lower(&lower, text, strlen(text));
    int status = money_words_read(lower.text, &budget->vnd)
                     ? 0
                     : read_labelled(lower.text, false, rules, &budget->vnd, error);
    budget->kind = status == 1 ? BUDGET_UNSPECIFIED : BUDGET_AMOUNT;
    if (status == 1 && holds_amount(lower.text))
        status = error_set(error, ERROR_DATA,
                           "holds an amount among its words: expected the amount alone");
    strbuf_release(&lower);
    if (budget->kind == BUDGET_UNSPECIFIED)
        budget->vnd = 0;
    return status < 0 ? -1 : 0;
}

int budget_parse(const char *text, struct money_rules rules, struct budget *budget,
                 struct error *error)
{
    *budget = (struct budget){.kind = BUDGET_MISSING};
    if (text == NULL || is_blank_mark(text))
        return 0;
    const char *first = text + strspn(text, "+-.,~(<>= ");
    if (is_digit(*first)) {
        budget->kind = BUDGET_AMOUNT;
        return read_figure(text, rules, &budget->vnd, error);
    }
    if (has_letter(text) && *text != '#') /* «#REF!» is an error of Excel */
        return read_words(text, rules, budget, error);
    return error_set(error, ERROR_DATA, "is no amount: expected a figure, words or a blank");
}
