// SPDX-License-Identifier: MIT
#include "plan/agency_key.h"

#include "base/text.h"
#include "plan/agency_words.h"

#include <string.h>

static void add_word(struct strbuf *out, const char *word, size_t length)
{
    if (length == 0 || (length == 2 && strncmp(word, "va", 2) == 0))
        return;
    if (out->length > 0 && out->text[out->length - 1] != ' ')
        strbuf_addc(out, ' ');
    strbuf_add(out, word, length);
}

/* Adds the pieces of a chunk, which are separated by dashes and full stops. */
static void add_pieces(struct strbuf *out, const char *chunk, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t size = 0;
        while (i + size < length && !agency_is_mark(chunk[i + size]))
            size++;
        const char *words = agency_words_of(BRIEF_PART, chunk + i, size);
        add_word(out, words != NULL ? words : chunk + i, words != NULL ? strlen(words) : size);
        i += size + 1;
    }
}

/* Adds the kind that a name begins with («p.noi»). Returns its length in the chunk, or 0. */
static size_t add_kind(struct strbuf *out, const char *chunk, size_t length)
{
    size_t size = 0;
    while (size < length && chunk[size] != '.')
        size++;
    const char *words = agency_words_of(BRIEF_KIND, chunk, size);
    if (words == NULL)
        return 0;
    add_word(out, words, strlen(words));
    return size + (size < length);
}

static bool is_department(const struct strbuf *key)
{
    const char *text = strbuf_text(key);
    return strcmp(text, "so") == 0 || strcmp(text, "phong") == 0 || strcmp(text, "bo") == 0;
}

/* A chunk between two spaces is one abbreviation («tt&tt», «ld-tb&xh») or several pieces. */
static void add_chunk(struct strbuf *out, const char *chunk, size_t length, bool last)
{
    size_t kind = out->length == 0 ? add_kind(out, chunk, length) : 0;
    const char *words = NULL;
    if (last && is_department(out))
        words = agency_words_of(BRIEF_MATTER, chunk + kind, length - kind);
    if (words == NULL)
        words = agency_words_of(BRIEF_PART, chunk + kind, length - kind);
    if (words != NULL)
        add_word(out, words, strlen(words));
    else
        add_pieces(out, chunk + kind, length - kind);
}

/* Shortens «Ủy ban Mặt trận Tổ quốc Việt Nam xã» to «Mặt trận Tổ quốc xã», which means the same. */
static void add_without(struct strbuf *out, const char *key)
{
    static const char front[] = "mat tran to quoc", before[] = "ui ban ", behind[] = " viet nam";
    const char *at = strstr(key, front);
    if (at == NULL) {
        strbuf_adds(out, key);
        return;
    }
    size_t length = (size_t)(at - key), own = strlen(before);
    if (length >= own && strncmp(at - own, before, own) == 0)
        length -= own;
    strbuf_add(out, key, length);
    strbuf_adds(out, front);
    at += strlen(front);
    strbuf_adds(out, strncmp(at, behind, strlen(behind)) == 0 ? at + strlen(behind) : at);
}

/* Finds an abbreviation that is spread over several words after its kind: «LĐ, TB và XH». */
static const char *find_written_out(const char *text)
{
    enum { BRIEF_MOST = 16 };
    struct strbuf brief = {0};
    for (size_t size; *text != '\0' && brief.length < BRIEF_MOST;
         text += size + (text[size] != '\0')) {
        size = strcspn(text, " ");
        if (size != 2 || strncmp(text, "va", 2) != 0)
            strbuf_add(&brief, text, size);
    }
    const char *words =
        *text == '\0' ? agency_words_of(BRIEF_PART, strbuf_text(&brief), brief.length) : NULL;
    strbuf_release(&brief);
    return words;
}

void agency_key_add(struct strbuf *out, const char *name, size_t length)
{
    struct strbuf plain = {0}, key = {0};
    agency_add_plain(&plain, name, length);
    const char *text = strbuf_text(&plain), *written_out = NULL;
    for (size_t i = 0; i < plain.length && written_out == NULL;) {
        size_t size = strcspn(text + i, " ");
        add_chunk(&key, text + i, size, text[i + size] == '\0');
        i += size + (text[i + size] != '\0');
        written_out = is_department(&key) && strchr(text + i, ' ') != NULL
                          ? find_written_out(text + i)
                          : NULL;
    }
    if (written_out != NULL)
        add_word(&key, written_out, strlen(written_out));
    add_without(out, strbuf_text(&key));
    strbuf_release(&key);
    strbuf_release(&plain);
}

static bool is_capital(const char *text)
{
    uint32_t c;
    text_decode(text, &c);
    return text_lower(c) != c;
}

/* A name may be all capitals: «SNV», «UBND». */
static bool is_all_capitals(const char *text, size_t length)
{
    size_t count = 0;
    text = text_trim(text, &length);
    length -= length > 0 && text[length - 1] == '.';
    while (count < length && text[count] >= 'A' && text[count] <= 'Z')
        count++;
    return count >= 3 && count == length;
}

bool agency_key_is_collective(const char *name, size_t length)
{
    struct strbuf plain = {0};
    agency_add_plain(&plain, name, length);
    bool is = strncmp(strbuf_text(&plain), "cac ", 4) == 0 ||
              strstr(strbuf_text(&plain), " cac ") != NULL;
    strbuf_release(&plain);
    return is;
}

bool agency_key_begins_name(const char *text, size_t length, bool within)
{
    struct strbuf plain = {0};
    bool whole;
    agency_add_plain(&plain, text, length);
    const char *words = strbuf_text(&plain);
    bool begins = agency_words_begin(words, &whole);
    bool loose = !within && agency_words_are_common(words);
    size_t word = strcspn(text, " .\n");
    if (begins && !is_capital(text) && strncmp(words, "cac ", 4) != 0)
        begins = word + 1 < length && is_capital(text + word + 1);
    strbuf_release(&plain);
    return begins || whole || loose || is_all_capitals(text, length);
}
