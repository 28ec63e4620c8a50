// SPDX-License-Identifier: MIT
#include "read/table/outline_words.h"

#include "base/strbuf.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Returns whether the folded text begins with one of the phrases, each a whole word or ending
 * with a space or a stop. */
static bool begins(const char *text, const char *const *phrases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(phrases[i]);
        if (strncmp(text, phrases[i], length) != 0)
            continue;
        char next = text[length], last = phrases[i][length - 1];
        bool letter = (next >= 'a' && next <= 'z') || (next >= '0' && next <= '9');
        if (!letter || last == ' ' || last == '.')
            return true;
    }
    return false;
}

#define BEGINS(text, phrases) begins(text, phrases, sizeof(phrases) / sizeof *(phrases))

/* The first bytes folded are enough. */
char *outline_fold(const char *text)
{
    struct strbuf folded = {0};
    text_fold(&folded, text, strlen(text));
    return strbuf_detach(&folded);
}

/* «Tổng», «Cộng» alone, or before a bracket, a colon or the numeral of a section. */
static bool is_bare_total(const char *folded)
{
    size_t length = strncmp(folded, "tong", 4) == 0 || strncmp(folded, "cong", 4) == 0 ? 4 : 0;
    const char *rest = folded + length + strspn(folded + length, " :(");
    size_t code = strspn(rest, "ivxlcdm0123456789a+-,");
    return length > 0 &&
           (*rest == '\0' || rest[code] == '\0' || rest[code] == ')' || rest[code] == ' ' ||
            rest[code] == ':') &&
           (*rest == '\0' || code > 0);
}

bool outline_is_total(const char *text)
{
    static const char *const phrases[] = {
        "tong cong",   "tong so",   "tong kinh phi", "tong du toan",  "tong nhu cau",
        "tong chi",    "tong muc",  "tong tien",     "tong gia tri",  "cong muc",
        "cong phan",   "cong nhom", "cong chung",    "cong tien",     "cong linh vuc",
        "cong chuong", "cong cac",  "cong toan bo",  "cong kinh phi", "tong phan",
    };
    char *folded = outline_fold(text);
    bool total = BEGINS(folded, phrases) || is_bare_total(folded);
    free(folded);
    return total;
}

bool outline_is_goal(const char *text)
{
    static const char *const phrases[] = {"muc tieu", "chi tieu", "yeu cau"};
    char *folded = outline_fold(text);
    bool goal = BEGINS(folded, phrases);
    free(folded);
    return goal;
}

bool outline_closes(const char *cell, bool titled)
{
    static const char *const always[] = {"noi nhan", "tm.", "t/m", "kt.", "tl.", "tuq."};
    static const char *const signers[] = {
        "giam doc",    "chu tich",     "pho chu tich",    "pho giam doc",      "nguoi lap",
        "thu truong",  "truong phong", "chanh van phong", "bo truong",         "cuc truong",
        "hieu truong", "nguoi ky",     "xac nhan cua",    "thu truong don vi", "tong giam doc",
    };
    char *folded = outline_fold(cell);
    bool date = strstr(folded, "ngay ") != NULL && strstr(folded, " thang ") != NULL &&
                strstr(folded, " nam ") != NULL && strchr(folded, ',') != NULL;
    bool closes = BEGINS(folded, always) || (!titled && (date || BEGINS(folded, signers)));
    free(folded);
    return closes;
}

bool outline_is_in_capitals(const char *text)
{
    bool any = false;
    while (*text != '\0') {
        uint32_t character;
        text += text_decode(text, &character);
        uint32_t base = text_base_letter(character);
        bool letter = base >= 'a' && base <= 'z';
        if (letter && text_lower(character) == character)
            return false;
        any |= letter;
    }
    return any;
}
