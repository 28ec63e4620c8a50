// SPDX-License-Identifier: MIT
/* Reads amounts that are written out, as on documents after «bằng chữ». */
#include "base/money.h"
#include "base/money_unit.h"

#include <string.h>

/*
 * A number that is being read. The words for thousand, million and billion close the group before.
 */
struct number {
    int64_t total; /* of closed billions */
    int64_t below; /* what follows the billions */
    int64_t group; /* up to 999, still open */
    int64_t digit; /* the last one read, -1 for none */
    int64_t scale; /* the last unit that closed a group */
    bool any;
};

static int find_digit(const char *word, size_t length)
{
    static const struct {
        const char *word;
        int digit;
    } digits[] = {{"không", 0}, {"một", 1}, {"mốt", 1}, {"hai", 2}, {"ba", 3},
                  {"bốn", 4},   {"tư", 4},  {"năm", 5}, {"lăm", 5}, {"nhăm", 5},
                  {"sáu", 6},   {"bảy", 7}, {"bẩy", 7}, {"tám", 8}, {"chín", 9}};
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (strlen(digits[i].word) == length && strncmp(digits[i].word, word, length) == 0)
            return digits[i].digit;
    return -1;
}

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && strncmp(text, word, length) == 0;
}

/* Takes digits, tens and hundreds. Returns false for any other word, or one in a wrong place. */
static bool take_small(struct number *number, const char *word, size_t length)
{
    int digit = find_digit(word, length);
    int64_t *group = &number->group;
    if (digit >= 0) {
        if (number->digit >= 0 || *group % 10 != 0)
            return false;
        number->digit = digit;
        number->any = true;
    } else if (is_word(word, length, "mười")) {
        if (number->digit >= 0 || *group % 100 != 0)
            return false;
        *group += 10;
        number->any = true;
    } else if (is_word(word, length, "mươi") || is_word(word, length, "trăm")) {
        int64_t unit = is_word(word, length, "trăm") ? 100 : 10;
        if (number->digit < 0 || *group % (unit * 10) != 0 || (unit == 100 && *group != 0))
            return false;
        *group += number->digit * unit;
        number->digit = -1;
    } else {
        return is_word(word, length, "linh") || is_word(word, length, "lẻ");
    }
    return true;
}

static void close_digit(struct number *number)
{
    number->group += number->digit > 0 ? number->digit : 0;
    number->digit = -1;
}

/* Takes «nghìn», «triệu» or «tỷ». Returns false if it cannot stand here. */
static bool take_unit(struct number *number, int64_t unit)
{
    close_digit(number);
    int64_t said = number->below + number->group;
    bool fits = unit == MONEY_BILLION ? said > 0 && number->total == 0
                                      : number->group > 0 && unit < number->scale;
    if (unit == MONEY_BILLION) {
        number->total = said;
        number->below = 0;
    } else {
        number->below += number->group * unit;
    }
    number->scale = unit;
    number->group = 0;
    return fits;
}

static bool finish(struct number *number, int64_t *vnd)
{
    close_digit(number);
    *vnd = 0;
    int64_t whole;
    if (__builtin_mul_overflow(number->total, MONEY_BILLION, &whole))
        return false;
    return number->any && money_add(vnd, whole) && money_add(vnd, number->below + number->group);
}

static int64_t find_scale(const char *word, size_t length)
{
    if (is_word(word, length, "nghìn") || is_word(word, length, "ngàn"))
        return MONEY_THOUSAND;
    if (is_word(word, length, "triệu"))
        return MONEY_MILLION;
    return is_word(word, length, "tỷ") || is_word(word, length, "tỉ") ? MONEY_BILLION : 0;
}

/* «đồng» or «đồng chẵn.» ends an amount. */
static bool ends_amount(const char *text)
{
    static const char dong[] = "đồng", even[] = "chẵn";
    if (strncmp(text, dong, strlen(dong)) != 0)
        return false;
    text += strlen(dong);
    text += strspn(text, " ");
    text += strncmp(text, even, strlen(even)) == 0 ? strlen(even) : 0;
    return strspn(text, " .") == strlen(text);
}

bool money_words_read(const char *text, int64_t *vnd)
{
    struct number number = {.digit = -1, .scale = MONEY_BILLION};
    bool has_unit = false;
    while (*text != '\0' && !ends_amount(text)) {
        size_t length = money_word_length(text);
        int64_t scale = find_scale(text, length);
        if (length == 0 ||
            !(scale > 0 ? take_unit(&number, scale) : take_small(&number, text, length)))
            return false;
        has_unit |= scale > 0;
        text += length;
        text += strspn(text, " ");
    }
    return (has_unit || *text != '\0') && finish(&number, vnd);
}
