// SPDX-License-Identifier: MIT
#include "read/table/heading.h"

#include "base/text.h"

#include <string.h>

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_in_word(uint32_t code_point)
{
    uint32_t base = text_base_letter(code_point);
    return (base >= 'a' && base <= 'z') || is_digit(code_point);
}

static const char *text_of(const struct heading *heading, size_t at)
{
    return heading->text.text + heading->words[at].marked;
}

static bool is_word(const struct heading *heading, size_t at, const char *word)
{
    return at < heading->count && strlen(word) == heading->words[at].marked_length &&
           strncmp(text_of(heading, at), word, strlen(word)) == 0;
}

static int year_of(const struct heading *heading, size_t at)
{
    const struct heading_word *word = &heading->words[at];
    int year = 0;
    for (size_t i = 0; i < 4 && word->marked_length == 4; i++) {
        unsigned char digit = (unsigned char)text_of(heading, at)[i];
        year = is_digit(digit) ? year * 10 + digit - '0' : -1000000;
    }
    return year >= 1900 && year <= 2999 ? year : 0;
}

static void add_code_point(struct heading *heading, const char *text, size_t length)
{
    struct heading_word *word = &heading->words[heading->count - 1];
    size_t marked = heading->text.length, folded = heading->folded.length;
    text_add_lower(&heading->text, text, length);
    text_fold(&heading->folded, text, length);
    word->marked_length += heading->text.length - marked;
    word->folded_length += heading->folded.length - folded;
    heading->is_bare &= heading->text.length - marked == heading->folded.length - folded;
}

static void begin_word(struct heading *heading, unsigned segment)
{
    heading->words[heading->count++] = (struct heading_word){
        .marked = heading->text.length, .folded = heading->folded.length, .segment = segment};
}

/* Returns whether a separator divides a heading: not «đ/c», not a hyphen within words, not a
 * full stop. */
static bool divides(const struct heading *heading, const char *start, const char *at, uint32_t c)
{
    bool spaced = at > start && at[-1] == ' ';
    if (c == '-' || c == 0x2013)
        return spaced;
    if (c == '/' && heading->count > 0 && !spaced)
        return heading->words[heading->count - 1].folded_length > 1;
    return c < 0x80 && strchr(",;:/+&|()[]{}\\", (int)c) != NULL;
}

/* The segment being split off, and whether one of its words was begun. */
struct splitting {
    unsigned segment, depth;
    bool in_word;
};

static void split_off(struct heading *heading, struct splitting *splitting, const char *start,
                      const char *at, size_t length, uint32_t c)
{
    bool alone = c == '%' || c == '#';
    if ((alone || is_in_word(c)) && (heading->count < HEADING_WORDS || splitting->in_word)) {
        if (!splitting->in_word || alone)
            begin_word(heading, splitting->segment);
        if (splitting->depth > 0)
            heading->bracketed |= 1U << splitting->segment;
        add_code_point(heading, at, length);
        splitting->in_word = !alone && heading->count < HEADING_WORDS;
        return;
    }
    splitting->in_word = false;
    splitting->depth += c == '(' || c == '[';
    splitting->depth -= (c == ')' || c == ']') && splitting->depth > 0;
    bool any =
        heading->count > 0 && heading->words[heading->count - 1].segment == splitting->segment;
    if (any && splitting->segment < 31 && divides(heading, start, at, c))
        splitting->segment++;
}

/* «và» divides as a comma does; figures and years say nothing of a role. */
static void drop_words(struct heading *heading)
{
    size_t kept = 0;
    unsigned segment = 0, before = 0;
    for (size_t i = 0; i < heading->count; i++) {
        struct heading_word word = heading->words[i];
        int year = year_of(heading, i);
        bool of_year =
            is_word(heading, i, "năm") && i + 1 < heading->count && year_of(heading, i + 1) > 0;
        if (year > 0)
            heading->year = heading->year == 0 || heading->year == year ? year : -1;
        segment += word.segment != before;
        before = word.segment;
        bool link = (is_word(heading, i, "và") && (i == 0 || !is_word(heading, i - 1, "họ"))) ||
                    is_word(heading, i, "hoặc");
        if (link && kept > 0 && heading->words[kept - 1].segment == segment && segment < 31) {
            segment++;
            continue;
        }
        if (link || of_year || is_digit((unsigned char)*text_of(heading, i)))
            continue;
        heading->words[kept] = word;
        heading->words[kept++].segment = segment;
    }
    heading->count = kept;
    heading->year = heading->year > 0 ? heading->year : 0;
}

void heading_init(struct heading *heading, const char *text)
{
    struct splitting splitting = {0};
    *heading = (struct heading){.is_bare = true};
    struct strbuf spaced = {0};
    for (const char *p = text; *p != '\0';) { /* white space of any kind is one space here */
        uint32_t c;
        size_t length = text_decode(p, &c);
        strbuf_add(&spaced, text_is_space(c) ? " " : p, text_is_space(c) ? 1 : length);
        p += length;
    }
    const char *start = strbuf_text(&spaced);
    for (const char *p = start; *p != '\0';) {
        uint32_t c;
        size_t length = text_decode(p, &c);
        split_off(heading, &splitting, start, p, length, c);
        p += length;
    }
    strbuf_adds(&heading->text, "");
    strbuf_adds(&heading->folded, "");
    drop_words(heading);
    strbuf_release(&spaced);
}

void heading_release(struct heading *heading)
{
    strbuf_release(&heading->text);
    strbuf_release(&heading->folded);
}
