// SPDX-License-Identifier: MIT
#include "base/message.h"

#include "base/embed.h"

#include <stdint.h>
#include <string.h>

EMBED(embedded_messages, MESSAGES_FILE);

static enum lang language = LANG_EN;

void message_use(enum lang lang)
{
    language = lang;
}

/* A catalogue as msgfmt writes it, in this machine's byte order (GNU gettext manual, 10.3). */
struct catalogue {
    uint32_t magic, revision, count;
    uint32_t originals, translations; /* offsets of tables of lengths and offsets */
};

static const char *text_at(uint32_t table, uint32_t index)
{
    uint32_t entry[2];
    memcpy(entry, embedded_messages_start + table + index * sizeof entry, sizeof entry);
    return embedded_messages_start + entry[1];
}

const char *message(const char *english)
{
    struct catalogue catalogue;
    if (language != LANG_VI || english == NULL || *english == '\0')
        return english;
    memcpy(&catalogue, embedded_messages_start, sizeof catalogue);
    uint32_t low = 0, high = catalogue.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(english, text_at(catalogue.originals, middle));
        if (order == 0)
            return text_at(catalogue.translations, middle);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return english;
}

/* Vietnamese has one form for every number; a plural's entry is found by its singular. */
const char *message_plural(const char *one, const char *many, size_t count)
{
    const char *translated = message(one);
    return translated != one ? translated : count == 1 ? one : many;
}
