// SPDX-License-Identifier: MIT
#include "read/json/json_scan.h"

#include "base/memory.h"
#include "base/message.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static int peek(const struct json_scan *scan)
{
    return scan->offset < scan->length ? (unsigned char)scan->text[scan->offset] : -1;
}

static int fail(struct json_scan *scan, const char *problem)
{
    scan->problem = problem;
    return -1;
}

size_t json_scan_space(const char *text, size_t offset, size_t end)
{
    while (offset < end && (text[offset] == ' ' || text[offset] == '\n' || text[offset] == '\t' ||
                            text[offset] == '\r'))
        offset++;
    return offset;
}

static void pass_space(struct json_scan *scan)
{
    scan->offset = json_scan_space(scan->text, scan->offset, scan->length);
}

static inline void skip_space(struct json_scan *scan)
{
    if (scan->offset < scan->length && (unsigned char)scan->text[scan->offset] <= ' ')
        pass_space(scan);
}

/* Sixteen bytes at a time. */
typedef uint8_t vector __attribute__((vector_size(16)));

/* The first byte that is set, from 0; 8 if none is. */
static size_t first_set(uint64_t bytes)
{
    if (bytes == 0)
        return sizeof bytes;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (size_t)__builtin_ctzll(bytes) / 8;
#else
    return (size_t)__builtin_clzll(bytes) / 8;
#endif
}

/* Returns how many of sixteen bytes are plain characters of a string, before one that is not. */
static size_t plain_length(const char *text)
{
    vector x;
    uint64_t halves[2];
    memcpy(&x, text, sizeof x);
    vector special = (vector)(x == '"') | (vector)(x == '\\') | (vector)(x < 0x20);
    memcpy(halves, &special, sizeof halves);
    return halves[0] != 0 ? first_set(halves[0]) : sizeof halves[0] + first_set(halves[1]);
}

/* The first byte of a string from `at` on, before `end`, that may not stand for itself; else `end`.
 */
static size_t skip_plain(const char *text, size_t at, size_t end)
{
    while (end - at >= sizeof(vector)) {
        size_t plain = plain_length(text + at);
        at += plain;
        if (plain < sizeof(vector))
            return at;
    }
    while (at < end && text[at] != '"' && text[at] != '\\' && (unsigned char)text[at] >= 0x20)
        at++;
    return at;
}

/* The four digits of a \u escape, or -1. */
static int hex4(const struct json_scan *scan, size_t at)
{
    int value = 0;
    for (size_t i = at; i < at + 4; i++) {
        int c = i < scan->length ? (unsigned char)scan->text[i] : 0;
        int digit = c >= '0' && c <= '9'   ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static int scan_unicode_escape(struct json_scan *scan)
{
    int unit = hex4(scan, scan->offset + 2);
    if (unit < 0)
        return fail(scan, "expected four hexadecimal digits after \\u");
    if (unit == 0)
        return fail(scan, "a NUL character: expected text");
    if (unit >= 0xDC00 && unit <= 0xDFFF)
        return fail(scan, "half a surrogate pair: expected a whole character");
    scan->offset += 6;
    if (unit < 0xD800 || unit > 0xDBFF)
        return 0;
    int low =
        peek(scan) == '\\' && scan->offset + 1 < scan->length && scan->text[scan->offset + 1] == 'u'
            ? hex4(scan, scan->offset + 2)
            : -1;
    if (low < 0xDC00 || low > 0xDFFF)
        return fail(scan, "half a surrogate pair: expected a whole character");
    scan->offset += 6;
    return 0;
}

static int scan_escape(struct json_scan *scan)
{
    char next = scan->offset + 1 < scan->length ? scan->text[scan->offset + 1] : '\0';
    if (next == 'u')
        return scan_unicode_escape(scan);
    if (next == '\0' || strchr("\"\\/bfnrt", next) == NULL)
        return fail(scan, "an escape that JSON does not have: expected one as \\\" or \\n");
    scan->offset += 2;
    return 0;
}

static int scan_string(struct json_scan *scan)
{
    size_t start = scan->offset++;
    for (;;) {
        size_t at = skip_plain(scan->text, scan->offset, scan->length);
        scan->offset = at;
        if (at == scan->length) {
            scan->offset = start;
            return fail(scan, "a string opens here and nothing closes it: expected \"");
        }
        if (scan->text[at] == '"') {
            scan->string_end = at;
            scan->offset = at + 1;
            return 0;
        }
        if (scan->text[at] != '\\')
            return fail(scan, "a control character in a string: expected it escaped");
        scan->escaped = true;
        if (scan_escape(scan) != 0)
            return -1;
    }
}

static bool skip_digits(struct json_scan *scan)
{
    size_t start = scan->offset;
    while (peek(scan) >= '0' && peek(scan) <= '9')
        scan->offset++;
    return scan->offset > start;
}

/* Written within 99 places, and at most as many away by its exponent: no double becomes 0. */
static bool is_in_range(const char *number, size_t length)
{
    enum { PLACES = 99 };
    size_t mantissa = 0;
    while (mantissa < length && number[mantissa] != 'e' && number[mantissa] != 'E')
        mantissa++;
    int exponent = 0;
    for (size_t i = mantissa; i < length && exponent <= PLACES; i++)
        if (number[i] >= '0' && number[i] <= '9')
            exponent = exponent * 10 + (number[i] - '0');
    return mantissa <= PLACES && exponent <= PLACES;
}

enum exactness { EXACT_AS_DOUBLE, EXACT_AS_INTEGER, EXACT_AS_TEXT };

/* Returns the type that holds all of a number: a double does up to 15 digits, a 64-bit integer
 * up to its limits. */
static enum exactness exactness(const char *number, size_t length)
{
    int digits = 0;
    bool whole = true, negative = *number == '-', fits = true;
    int64_t value = 0;
    if (!is_in_range(number, length))
        return EXACT_AS_TEXT;
    for (size_t i = negative; i < length; i++) {
        if (number[i] < '0' || number[i] > '9') {
            whole = false;
            if (number[i] != '.')
                break;
            continue;
        }
        int digit = number[i] - '0';
        digits += digits > 0 || digit > 0;
        fits = fits && !__builtin_mul_overflow(value, 10, &value) &&
               !__builtin_add_overflow(value, negative ? -digit : digit, &value);
    }
    return digits <= 15 ? EXACT_AS_DOUBLE : whole && fits ? EXACT_AS_INTEGER : EXACT_AS_TEXT;
}

/* A number that was skipped, from `start` on. */
static int note_number(struct json_scan *scan, size_t start)
{
    size_t length = scan->offset - start;
    enum exactness needed = exactness(scan->text + start, length);
    if (needed == EXACT_AS_TEXT) {
        scan->offset = start;
        return fail(scan, "more digits than a number keeps: expected them in a string");
    }
    if (needed == EXACT_AS_INTEGER && scan->lists) {
        scan->wides =
            memory_grow(scan->wides, scan->wide_count, &scan->wide_capacity, sizeof *scan->wides);
        scan->wides[scan->wide_count++] = (struct json_wide){scan->values, start, length};
    }
    return 0;
}

static int scan_number(struct json_scan *scan)
{
    size_t first = scan->offset;
    if (peek(scan) == '-')
        scan->offset++;
    bool zero = peek(scan) == '0';
    size_t start = scan->offset;
    if (!skip_digits(scan) || (zero && scan->offset > start + 1))
        return fail(scan, "expected a number as JSON writes it, without leading zeros");
    if (peek(scan) == '.') {
        scan->offset++;
        if (!skip_digits(scan))
            return fail(scan, "expected digits after the decimal point");
    }
    if (peek(scan) == 'e' || peek(scan) == 'E') {
        scan->offset++;
        if (peek(scan) == '+' || peek(scan) == '-')
            scan->offset++;
        if (!skip_digits(scan))
            return fail(scan, "expected digits in the exponent");
    }
    return note_number(scan, first);
}

static int scan_word(struct json_scan *scan)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < 3; i++) {
        size_t length = strlen(words[i]);
        if (scan->length - scan->offset >= length &&
            memcmp(scan->text + scan->offset, words[i], length) == 0) {
            scan->offset += length;
            return 0;
        }
    }
    return fail(scan, "expected a JSON value");
}

static int scan_any(struct json_scan *scan, int depth);

static int scan_key(struct json_scan *scan, struct json_member *member)
{
    skip_space(scan);
    if (peek(scan) != '"')
        return fail(scan, "expected a key in double quotes");
    member->key = scan->offset + 1;
    if (scan_string(scan) != 0)
        return -1;
    member->key_length = scan->string_end - member->key;
    skip_space(scan);
    if (peek(scan) != ':')
        return fail(scan, "expected ':' after a key");
    scan->offset++;
    return 0;
}

/* A member of an object, listed if the object is the outermost value. */
static int scan_member(struct json_scan *scan, int depth)
{
    struct json_member member;
    if (scan_key(scan, &member) != 0)
        return -1;
    skip_space(scan);
    member.is_string = peek(scan) == '"';
    member.value = scan->offset;
    if (scan_any(scan, depth + 1) != 0)
        return -1;
    if (!scan->lists || depth != scan->depth)
        return 0;
    member.end = scan->offset;
    member.text_length = member.is_string ? scan->string_end - member.value - 1 : 0;
    scan->members =
        memory_grow(scan->members, scan->member_count, &scan->member_capacity, sizeof member);
    scan->members[scan->member_count++] = member;
    return 0;
}

/* An array or object, from its opening bracket. */
static int scan_members(struct json_scan *scan, int depth)
{
    bool object = peek(scan) == '{';
    int close = object ? '}' : ']';
    if (depth == JSON_DEPTH_MAX)
        return fail(scan, "nested too deep for a plan");
    if (object && scan->lists) {
        scan->objects = memory_grow(scan->objects, scan->object_count, &scan->object_capacity,
                                    sizeof *scan->objects);
        scan->objects[scan->object_count++] = scan->offset;
    }
    scan->offset++;
    skip_space(scan);
    if (peek(scan) == close) {
        scan->offset++;
        return 0;
    }
    for (;;) {
        if ((object ? scan_member(scan, depth) : scan_any(scan, depth + 1)) != 0)
            return -1;
        int c = peek(scan);
        if (c != close && c != ',')
            return fail(scan, object ? N_("expected ',' or '}'") : N_("expected ',' or ']'"));
        scan->offset++;
        if (c == close)
            return 0;
    }
}

static int scan_any(struct json_scan *scan, int depth)
{
    skip_space(scan);
    if (++scan->values == scan->wanted)
        scan->found = scan->offset;
    int c = peek(scan), status;
    if (c == '{' || c == '[')
        status = scan_members(scan, depth);
    else if (c == '"')
        status = scan_string(scan);
    else if (c == '-' || (c >= '0' && c <= '9'))
        status = scan_number(scan);
    else
        status = scan_word(scan);
    if (status == 0)
        skip_space(scan);
    return status;
}

int json_scan_value(struct json_scan *scan)
{
    return scan_any(scan, scan->depth);
}

void json_scan_begin(struct json_scan *scan, const char *text, size_t length)
{
    scan->text = text;
    scan->length = length;
    scan->offset = scan->values = scan->wanted = 0;
    scan->object_count = scan->wide_count = scan->member_count = 0;
    scan->problem = NULL;
    scan->escaped = false;
}

void json_scan_release(struct json_scan *scan)
{
    free(scan->objects);
    free(scan->wides);
    free(scan->members);
    *scan = (struct json_scan){0};
}
