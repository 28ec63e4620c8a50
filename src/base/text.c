// SPDX-License-Identifier: MIT
#include "base/text.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/*
 * The base letters of the Latin blocks, which include all of Vietnamese; '.' if there is none.
 */
static const char latin_1[] = "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
                              "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiii...jjkk.llllll."
                              "...nnnnnn...oooooo..rrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";
static const char latin_additional[] =
    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
    "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......";

/* Sixteen bytes at a time: every processor has vectors of this size. */
typedef uint8_t vector __attribute__((vector_size(16)));
enum { STEP = sizeof(vector), BEFORE = 3 };

static vector load(const char *bytes)
{
    vector loaded;
    memcpy(&loaded, bytes, sizeof loaded);
    return loaded;
}

/*
 * Returns a non-zero byte for each of sixteen bytes that may be wrong. The bytes before it tell
 * where a sequence must continue (RFC 3629, section 4). Sequences of four bytes and first bytes
 * that restrict the next one are left to a closer look: Vietnamese has none.
 */
static vector doubtful_bytes(const char *at)
{
    vector x = load(at), one = load(at - 1), two = load(at - 2);
    vector goes_on = (vector)((x & 0xC0) == 0x80);
    vector should = (vector)(one >= 0xC2) | (vector)(two >= 0xE0);
    vector rare = (vector)((x & 0xFE) == 0xC0) | (vector)(x == 0xE0) | (vector)(x >= 0xED);
    return (goes_on ^ should) | rare;
}

static bool has_any(vector bytes)
{
    uint64_t halves[2];
    memcpy(halves, &bytes, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/* Returns whether a text of at most 32 bytes is valid at first sight. It is padded with zeros. */
static bool is_short_plain(const char *text, size_t length)
{
    char padded[STEP + 3 * STEP] = {0};
    memcpy(padded + STEP, text, length);
    vector doubt = {0};
    for (size_t i = 0; i < 3; i++)
        doubt |= doubtful_bytes(padded + STEP + i * STEP);
    return !has_any(doubt);
}

/* Does the same from `start` on, if a sequence begins after at least three other bytes. */
static bool is_long_plain(const char *text, size_t start, size_t length)
{
    vector doubt = {0};
    for (; length - start >= STEP; start += STEP)
        doubt |= doubtful_bytes(text + start);
    size_t last = start;
    for (size_t i = 1; i <= BEFORE; i++) /* the sequence that the rest may belong to */
        if (((unsigned char)text[start - i] & 0xC0) != 0x80) {
            last = start - i;
            break;
        }
    return !has_any(doubt) && is_short_plain(text + last, length - last);
}

/* Works in blocks, so that only a doubtful block is checked closely. */
size_t text_invalid_offset(const char *text, size_t length)
{
    enum { BLOCK = 4096, FIRST = 32 };
    for (size_t start = 0, end; start < length; start = end) {
        size_t most = start > 0 ? BLOCK : FIRST;
        end = length - start > most ? start + most : length;
        for (size_t i = 0; i < BEFORE && end < length && ((unsigned char)text[end] & 0xC0) == 0x80;
             i++)
            end--;
        size_t size = end - start;
        bool plain = size <= FIRST ? is_short_plain(text + start, size)
                                   : start > 0 && is_long_plain(text, start, end);
        if (plain)
            continue;
        const uint8_t *bad = u8_check((const uint8_t *)text + start, size);
        if (bad != NULL)
            return (size_t)(bad - (const uint8_t *)text);
    }
    return length;
}

/* A byte of a vector counts up to 255 only. */
size_t text_count_byte(const char *text, size_t length, char wanted)
{
    size_t count = 0, i = 0;
    while (length - i >= STEP) {
        vector found = {0};
        uint8_t bytes[STEP];
        for (int n = 0; n < UINT8_MAX && length - i >= STEP; n++, i += STEP)
            found -= (vector)(load(text + i) == (uint8_t)wanted);
        memcpy(bytes, &found, sizeof bytes);
        for (size_t j = 0; j < STEP; j++)
            count += bytes[j];
    }
    for (; i < length; i++)
        count += text[i] == wanted;
    return count;
}

size_t text_decode(const char *text, uint32_t *code_point)
{
    const unsigned char *bytes = (const unsigned char *)text;
    if (bytes[0] < 0x80) {
        *code_point = bytes[0];
        return 1;
    }
    ucs4_t decoded;
    int used = u8_strmbtouc(&decoded, bytes);
    *code_point = used > 0 ? decoded : 0xFFFD;
    return used > 0 ? (size_t)used : 1;
}

size_t text_count(const char *text, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

bool text_is_space(uint32_t code_point)
{
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == 0xA0 ||
           (code_point >= 0x2000 && code_point <= 0x200A) || code_point == 0x202F ||
           code_point == 0x3000;
}

static size_t last_start(const char *text, size_t length)
{
    size_t start = length - 1;
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
        start--;
    return start;
}

static bool is_visible_ascii(char c)
{
    return c > ' ' && c < 0x7F;
}

const char *text_trim(const char *text, size_t *length)
{
    uint32_t code_point;
    if (*length > 0 && is_visible_ascii(text[0]) && is_visible_ascii(text[*length - 1]))
        return text;
    while (*length > 0) {
        size_t used = text_decode(text, &code_point);
        if (!text_is_space(code_point) || used > *length)
            break;
        text += used;
        *length -= used;
    }
    while (*length > 0) {
        size_t start = last_start(text, *length);
        text_decode(text + start, &code_point);
        if (!text_is_space(code_point))
            break;
        *length = start;
    }
    return text;
}

size_t text_encode(char *bytes, uint32_t code_point)
{
    int used = u8_uctomb((uint8_t *)bytes, code_point, 4);
    return used > 0 ? (size_t)used : 0;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Returns the comma after the list's first item, or the end of the list. */
static const char *item_end(const char *list)
{
    bool compares = strpbrk(list, "<>=") != NULL;
    const char *end = list + strcspn(list, ",");
    while (compares && *end != '\0' && end > list && is_digit(end[-1]) && is_digit(end[1]))
        end += 1 + strcspn(end + 1, ",");
    return end;
}

char *text_take_item(const char **list)
{
    if (*list == NULL)
        return NULL;
    const char *end = item_end(*list);
    size_t length = (size_t)(end - *list);
    const char *start = text_trim(*list, &length);
    *list = *end != '\0' ? end + 1 : NULL;
    return memory_copy(start, length);
}

/* White space outside ASCII begins with one of these bytes. */
bool text_is_blank(const char *text, size_t length)
{
    unsigned char first = length > 0 ? (unsigned char)text[0] : ' ';
    if (first > ' ' && first != 0xC2 && first != 0xE2 && first != 0xE3)
        return false;
    text_trim(text, &length);
    return length == 0;
}

/* Only characters from U+0300 on, outside Latin Extended Additional, can change. */
bool text_may_change_by_nfc(const char *text, size_t length)
{
    vector found = {0};
    size_t i = 0;
    for (; length - i > STEP; i += STEP) {
        vector x = load(text + i), next = load(text + i + 1);
        vector additional = (vector)(x == 0xE1) & (vector)(next >= 0xB8) & (vector)(next <= 0xBB);
        found |= (vector)(x >= 0xCC) & ~additional;
    }
    for (; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        unsigned char next = i + 1 < length ? (unsigned char)text[i + 1] : 0;
        if (byte >= 0xCC && !(byte == 0xE1 && next >= 0xB8 && next <= 0xBB))
            return true;
    }
    return has_any(found);
}

void text_add_nfc(struct strbuf *out, const char *text, size_t length)
{
    size_t composed_length;
    uint8_t *composed = NULL;
    if (text_may_change_by_nfc(text, length))
        composed = u8_normalize(UNINORM_NFC, (const uint8_t *)text, length, NULL, &composed_length);
    if (composed != NULL)
        strbuf_add(out, (const char *)composed, composed_length);
    else
        strbuf_add(out, text, length);
    free(composed);
}

uint32_t text_lower(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point >= 'A' && code_point <= 'Z' ? code_point + 0x20 : code_point;
    return uc_tolower(code_point);
}

static uint32_t decomposed_letter(uint32_t code_point)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    while (uc_canonical_decomposition(code_point, parts) > 0)
        code_point = parts[0];
    return uc_combining_class(code_point) != 0 ? 0 : text_lower(code_point);
}

uint32_t text_base_letter(uint32_t code_point)
{
    char letter = '.';
    if (code_point < 0x80)
        return text_lower(code_point);
    if (code_point >= 0xC0 && code_point < 0x180)
        letter = latin_1[code_point - 0xC0];
    else if (code_point >= 0x1E00 && code_point < 0x1F00)
        letter = latin_additional[code_point - 0x1E00];
    else if (code_point == 0x1A0 || code_point == 0x1A1)
        letter = 'o';
    else if (code_point == 0x1AF || code_point == 0x1B0)
        letter = 'u';
    return letter != '.' ? (uint32_t)letter : decomposed_letter(code_point);
}

static void add_code_point(struct strbuf *out, uint32_t code_point)
{
    char bytes[4];
    strbuf_add(out, bytes, text_encode(bytes, code_point));
}

static void add_mapped(struct strbuf *out, const char *text, size_t length,
                       uint32_t (*map)(uint32_t))
{
    const char *end = text + length;
    size_t start = out->length;
    bool space = false;
    while (text < end) {
        uint32_t code_point;
        text += text_decode(text, &code_point);
        if (text_is_space(code_point)) {
            space = true;
            continue;
        }
        uint32_t letter = map(code_point);
        if (letter == 0)
            continue;
        if (space && out->length > start)
            strbuf_addc(out, ' ');
        space = false;
        add_code_point(out, letter);
    }
}

void text_fold(struct strbuf *out, const char *text, size_t length)
{
    add_mapped(out, text, length, text_base_letter);
}

void text_add_lower(struct strbuf *out, const char *text, size_t length)
{
    add_mapped(out, text, length, text_lower);
}

int text_compare(const char *a, const char *b)
{
    struct strbuf x = {0}, y = {0};
    text_fold(&x, a, strlen(a));
    text_fold(&y, b, strlen(b));
    int order = strcmp(strbuf_text(&x), strbuf_text(&y));
    strbuf_release(&x);
    strbuf_release(&y);
    return order;
}

static const char *skip_spaces(const char *text)
{
    uint32_t code_point;
    for (;;) {
        size_t used = text_decode(text, &code_point);
        if (!text_is_space(code_point))
            return text;
        text += used;
    }
}

static bool starts_with(const char *text, const char *needle)
{
    while (*needle != '\0') {
        uint32_t wanted, there;
        size_t needle_used = text_decode(needle, &wanted), text_used = text_decode(text, &there);
        if (text_is_space(wanted)) {
            if (!text_is_space(there))
                return false;
            needle = skip_spaces(needle);
            text = skip_spaces(text);
            continue;
        }
        uint32_t letter = wanted < 0x80 ? text_base_letter(there) : text_lower(there);
        if (letter != text_lower(wanted))
            return false;
        needle += needle_used;
        text += text_used;
    }
    return true;
}

bool text_contains(const char *text, const char *needle)
{
    for (;;) {
        if (starts_with(text, needle))
            return true;
        if (*text == '\0')
            return false;
        uint32_t code_point;
        text += text_decode(text, &code_point);
    }
}

bool text_is_unsafe(uint32_t code_point)
{
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) ||
           (code_point > 0x7F &&
            (uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_Cf) ||
             code_point == 0x2028 || code_point == 0x2029 || code_point == 0x115F ||
             code_point == 0x1160 || code_point == 0x2800 || code_point == 0x3164 ||
             code_point == 0xFFA0 /* fillers, which look empty */ ||
             (code_point & 0xFFFE) == 0xFFFE || (code_point >= 0xFDD0 && code_point <= 0xFDEF)));
}

void text_add_path(struct strbuf *out, const char *path)
{
    size_t length = strlen(path);
    for (size_t i = 0; i < length;) {
        size_t valid = text_invalid_offset(path + i, length - i);
        strbuf_add(out, path + i, valid);
        i += valid;
        if (i < length)
            strbuf_addf(out, "%%%02X", (unsigned char)path[i++]);
    }
}
