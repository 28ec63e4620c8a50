// SPDX-License-Identifier: MIT
#include "fuzz.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <string.h>
#include <unicase.h>
#include <unistr.h>

char *fuzz_bytes(const uint8_t *data, size_t size)
{
    char *bytes = memory_alloc(size + 1);
    if (size > 0)
        memcpy(bytes, data, size);
    bytes[size] = '\0';
    return bytes;
}

struct source fuzz_source(const uint8_t *data, size_t size)
{
    char *bytes = fuzz_bytes(data, size);
    return (struct source){.path = "fuzz.csv", .text = bytes, .length = size, .owned = bytes};
}

char *fuzz_cell(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    if (size == 0 || memchr(data, '\0', size) != NULL || text_invalid_offset(text, size) < size)
        return NULL;
    char *bytes = fuzz_bytes(data, size);
    struct strbuf cell = {0};
    const char *start = text_trim(bytes, &size);
    text_add_nfc(&cell, start, size);
    free(bytes);
    if (cell.length > 0)
        return strbuf_detach(&cell);
    strbuf_release(&cell);
    return NULL;
}

char *fuzz_upper(const char *text)
{
    struct strbuf upper = {0};
    while (*text != '\0') {
        uint32_t small;
        uint8_t bytes[6];
        text += text_decode(text, &small);
        uint32_t large = uc_toupper(small);
        bool pair = small < 0x2000 && large < 0x2000 && uc_tolower(large) == small;
        int used = u8_uctomb(bytes, pair ? large : small, sizeof bytes);
        MUST(used > 0);
        strbuf_add(&upper, (const char *)bytes, (size_t)used);
    }
    return strbuf_detach(&upper);
}

char *fuzz_replace(const char *text, const char *from, const char *to)
{
    struct strbuf out = {0};
    for (const char *at; (at = strstr(text, from)) != NULL; text = at + strlen(from)) {
        strbuf_add(&out, text, (size_t)(at - text));
        strbuf_adds(&out, to);
    }
    strbuf_adds(&out, text);
    return strbuf_detach(&out);
}
