// SPDX-License-Identifier: MIT
#include "write/line_count.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void line_counts_release(struct line_counts *counts)
{
    for (size_t i = 0; i < LINE_COUNT_SLOTS; i++)
        free(counts->slots[i].text);
}

/* FNV-1a. */
static size_t slot_of(const char *text, unsigned width)
{
    uint32_t hash = 2166136261 ^ width;
    for (; *text != '\0'; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619;
    return (hash ^ hash >> 16) % LINE_COUNT_SLOTS;
}

static unsigned count_lines(const char *text, unsigned width)
{
    struct strbuf wrapped = {0};
    unsigned lines = 1;
    text_add_wrapped(&wrapped, text, width);
    for (const char *p = strbuf_text(&wrapped); *p != '\0'; p++)
        lines += *p == '\n';
    strbuf_release(&wrapped);
    return lines;
}

unsigned line_count(struct line_counts *counts, const char *text, unsigned width)
{
    struct line_count *slot = &counts->slots[slot_of(text, width)];
    if (slot->text != NULL && slot->width == width && strcmp(slot->text, text) == 0)
        return slot->lines;
    free(slot->text);
    *slot = (struct line_count){memory_copy(text, strlen(text)), width, count_lines(text, width)};
    return slot->lines;
}
