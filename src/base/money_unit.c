// SPDX-License-Identifier: MIT
#include "base/money_unit.h"

#include "base/money.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <string.h>

struct unit_word {
    const char *word;
    int64_t unit;
    bool is_whole; /* «trđ» includes «đồng» */
};

/* A word without marks is listed only if nothing else is written that way. */
static const struct unit_word unit_words[] = {
    {"tỷ", MONEY_BILLION, false},
    {"tỉ", MONEY_BILLION, false},
    {"billion", MONEY_BILLION, false},
    {"triệu", MONEY_MILLION, false},
    {"trieu", MONEY_MILLION, false},
    {"trđ", MONEY_MILLION, true},
    {"trđồng", MONEY_MILLION, true},
    {"tr", MONEY_MILLION, false},
    {"million", MONEY_MILLION, false},
    {"nghìn", MONEY_THOUSAND, false},
    {"nghin", MONEY_THOUSAND, false},
    {"ngàn", MONEY_THOUSAND, false},
    {"ngđ", MONEY_THOUSAND, true},
    {"nđ", MONEY_THOUSAND, true},
    {"thousand", MONEY_THOUSAND, false},
    {"đồng", MONEY_VND, false},
    {"dong", MONEY_VND, false},
    {"vnđ", MONEY_VND, true},
    {"vnd", MONEY_VND, true},
    {"đ", MONEY_VND, false},
    {"₫", MONEY_VND, true},
};

static const char *skip_spaces(const char *text)
{
    return text + strspn(text, " ");
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t money_word_length(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]) && strncmp(text + length, "–", 3) != 0 &&
           strncmp(text + length, "—", 3) != 0)
        length++;
    return length;
}

static bool is_word(const char *text, const char *word)
{
    size_t length = strlen(word);
    return strncmp(text, word, length) == 0 && money_word_length(text) == length;
}

static const struct unit_word *find_word(const char *text)
{
    size_t length = money_word_length(text);
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++)
        if (strlen(unit_words[i].word) == length && strncmp(unit_words[i].word, text, length) == 0)
            return &unit_words[i];
    return NULL;
}

/* Reads the multiplier of a unit («trăm triệu», «nghìn tỷ») and moves *text to the unit's word. */
static int64_t read_multiplier(const char **text)
{
    const char *next = skip_spaces(*text + money_word_length(*text));
    const struct unit_word *first = find_word(*text), *unit = find_word(next);
    int64_t factor = 1;
    if (unit == NULL || unit->unit == MONEY_VND)
        return 1;
    if (first != NULL && first->unit == MONEY_THOUSAND && unit->unit == MONEY_BILLION)
        factor = 1000;
    else if (is_word(*text, "trăm"))
        factor = 100;
    else if (is_word(*text, "chục"))
        factor = 10;
    if (factor > 1)
        *text = next;
    return factor;
}

/* Moves past a unit's word and its «đồng» («tr.đ», «triệu đồng»). Returns whether there is a
 * «đồng». */
static bool pass_unit(const struct unit_word *unit, const char **text)
{
    const char *p = *text + strlen(unit->word);
    p += *p == '.';
    const char *next = skip_spaces(p);
    const struct unit_word *dong =
        unit->is_whole || unit->unit == MONEY_VND ? NULL : find_word(next);
    *text = p;
    if (dong == NULL || dong->unit != MONEY_VND)
        return unit->is_whole;
    p = next + strlen(dong->word);
    *text = p + (*p == '.');
    return true;
}

static int64_t read_unit(const char **text, bool *names_dong)
{
    const char *p = *text;
    bool thousand = strncmp(p, "ng.", 3) == 0 && find_word(skip_spaces(p + 3)) != NULL;
    static const struct unit_word short_thousand = {"ng", MONEY_THOUSAND, false};
    int64_t factor = read_multiplier(&p);
    const struct unit_word *unit = thousand ? &short_thousand : find_word(p);
    if (unit == NULL)
        return 0;
    *names_dong = pass_unit(unit, &p);
    *text = p;
    return factor * unit->unit;
}

int64_t money_unit_read(const char **text)
{
    bool names_dong;
    return read_unit(text, &names_dong);
}

/* ---- Units in headings ---- */

/* Reads a power of a thousand («1.000», «1 000 000») and moves *text past it. Returns 1 if there is
 * no figure, 0 if it is another one. */
static int64_t read_factor(const char **text)
{
    const char *p = *text;
    int64_t factor = 1;
    size_t zeros = 0;
    if (!is_digit(*p))
        return 1;
    bool one = *p++ == '1';
    for (; *p == '0' || ((*p == '.' || *p == ',' || *p == ' ') && p[1] == '0'); p++)
        if (*p == '0' && ++zeros <= 9)
            factor *= 10;
    one &= !is_digit(*p) && (zeros == 3 || zeros == 6 || zeros == 9);
    *text = skip_spaces(p + strspn(p, "0123456789.,"));
    return one ? factor : 0;
}

static int64_t multiply(int64_t factor, int64_t unit)
{
    return factor > 0 && factor <= MONEY_UNIT_MAX / unit ? factor * unit : MONEY_UNIT_WRONG;
}

/* Skips words that may introduce a unit. */
static const char *skip_introduction(const char *text)
{
    static const char *const words[] = {"đơn vị tính", "đơn vị", "đvt",  "đv",      "đvtt",
                                        "tính",        "bằng",   "theo", "là",      "x",
                                        "×",           "unit",   "in",   "dự kiến", NULL};
    for (size_t i = 0; words[i] != NULL; i++) {
        size_t length = strlen(words[i]);
        if (strncmp(text, words[i], length) == 0 && !is_letter(text[length])) {
            text = skip_spaces(text + length);
            i = (size_t)-1;
        }
    }
    return text;
}

static bool is_end(const char *text)
{
    static const char *const countries[] = {"việt nam", "vn", "viet nam"};
    text = skip_spaces(text);
    for (size_t i = 0; i < sizeof countries / sizeof *countries; i++)
        if (strncmp(text, countries[i], strlen(countries[i])) == 0)
            text += strlen(countries[i]);
    return strspn(text, " .*") == strlen(text);
}

/*
 * Reads a part of a heading that is only a unit: «ĐVT: 1.000 đ». Returns 0 if it is anything else.
 */
static int64_t read_alone(const char *part)
{
    const char *p = skip_introduction(skip_spaces(part));
    int64_t factor = read_factor(&p), unit = money_unit_read(&p);
    if (unit == 0 || !is_end(p))
        return 0;
    return multiply(factor, unit);
}

/* Reads the figure before a unit, unless it is a year, which belongs to the words before it. */
static int64_t factor_before(const char *start, const char *at)
{
    const char *end = at;
    while (end > start && end[-1] == ' ')
        end--;
    const char *p = end;
    while (p > start && (is_digit(p[-1]) || p[-1] == '.' || p[-1] == ','))
        p--;
    bool year = end - p == 4 && (strncmp(p, "19", 2) == 0 || strncmp(p, "20", 2) == 0);
    return year || !is_digit(*p) ? 1 : read_factor(&p);
}

/* Finds a unit among words («kinh phí triệu đồng»); only one that includes «đồng» counts. */
static int64_t read_among_words(const char *part)
{
    for (const char *p = part; *p != '\0';) {
        const char *unit_end = p;
        bool names_dong = false;
        int64_t unit = is_letter(*p) ? read_unit(&unit_end, &names_dong) : 0;
        if (unit > 0 && names_dong && !is_letter(*unit_end)) {
            int64_t factor = factor_before(part, p);
            return multiply(factor, unit);
        }
        size_t length = money_word_length(p);
        p += length > 0 ? length : 1;
    }
    return 0;
}

static bool names_foreign(const char *text)
{
    static const char *const currencies[] = {"usd", "eur", "jpy", "cny", "gbp", "euro", "đô la"};
    for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
        for (const char *p = text; (p = strstr(p, currencies[i])) != NULL; p++)
            if ((p == text || !is_letter(p[-1])) && !is_letter(p[strlen(currencies[i])]))
                return true;
    return strchr(text, '$') != NULL;
}

/* A part of a heading ends at a bracket, a colon, a dash between spaces, or a comma that is not in
 * a figure. */
static size_t part_length(const char *text)
{
    for (size_t i = 0;; i++) {
        bool comma = text[i] == ',' && !(i > 0 && is_digit(text[i - 1]) && is_digit(text[i + 1]));
        bool dash = text[i] == ' ' &&
                    (strncmp(text + i + 1, "- ", 2) == 0 || strncmp(text + i + 1, "– ", 4) == 0);
        if (text[i] == '\0' || strchr("()[]{}:;/|\\", text[i]) != NULL || comma || dash)
            return i;
    }
}

static const char *next_part(const char *text)
{
    static const char *const dashes[] = {" - ", " – "};
    for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
        if (strncmp(text, dashes[i], strlen(dashes[i])) == 0)
            return text + strlen(dashes[i]);
    return text + (*text != '\0');
}

int64_t money_unit_find(const char *text)
{
    struct strbuf lower = {0}, part = {0};
    text_add_lower(&lower, text, strlen(text));
    int64_t found = names_foreign(strbuf_text(&lower)) ? MONEY_UNIT_WRONG : 0;
    for (const char *p = strbuf_text(&lower); *p != '\0' && found != MONEY_UNIT_WRONG;) {
        size_t length = part_length(p);
        strbuf_clear(&part);
        strbuf_add(&part, p, length);
        if (p[length] == '/' && strcmp(part.text, "đ") == 0 && is_letter(p[length + 1])) {
            p += length + 1 + money_word_length(p + length + 1); /* «đ/c», «đ/v» are no money */
            continue;
        }
        int64_t unit = read_alone(part.text);
        unit = unit != 0 ? unit : read_among_words(part.text);
        if (unit != 0)
            found = found == 0 || found == unit ? unit : MONEY_UNIT_WRONG;
        p = next_part(p + length);
    }
    strbuf_release(&part);
    strbuf_release(&lower);
    return found;
}
