// SPDX-License-Identifier: MIT
#include "base/catalogue.h"

#include "base/conversions.h"
#include "base/text.h"

#include <string.h>

enum { NUMBER = sizeof(uint32_t), ENTRY = 2 * NUMBER, HEADER = 7 * NUMBER };
static const uint32_t magic = 0x950412de;

struct entry {
    const char *text; /* ends in NUL; a plural's forms have NULs between them */
    size_t length;
};

static uint32_t number_at(const struct catalogue *catalogue, size_t offset)
{
    uint32_t number;
    memcpy(&number, catalogue->bytes + offset, sizeof number);
    return catalogue->swapped ? __builtin_bswap32(number) : number;
}

static bool has_table(const struct catalogue *catalogue, uint32_t offset)
{
    return offset <= catalogue->length && catalogue->count <= (catalogue->length - offset) / ENTRY;
}

/* Returns an entry of a table, or an empty one if it does not lie in the file whole. */
static struct entry entry_at(const struct catalogue *catalogue, uint32_t table, size_t index)
{
    size_t at = table + index * ENTRY;
    size_t length = number_at(catalogue, at), offset = number_at(catalogue, at + NUMBER);
    if (offset >= catalogue->length || length >= catalogue->length - offset ||
        catalogue->bytes[offset + length] != '\0')
        return (struct entry){"", 0};
    return (struct entry){catalogue->bytes + offset, length};
}

/* A plural's entry is found by its singular, which comes first. */
static struct entry find_entry(const struct catalogue *catalogue, const char *english)
{
    for (size_t first = 0, end = catalogue->count; first < end;) {
        size_t middle = first + (end - first) / 2;
        int order = strcmp(english, entry_at(catalogue, catalogue->originals, middle).text);
        if (order == 0)
            return entry_at(catalogue, catalogue->translations, middle);
        if (order < 0)
            end = middle;
        else
            first = middle + 1;
    }
    return (struct entry){"", 0};
}

static const char *form_of(struct entry entry, size_t form)
{
    const char *text = entry.text, *end = entry.text + entry.length;
    for (; form > 0 && text + strlen(text) < end; form--)
        text += strlen(text) + 1;
    return form == 0 ? text : entry.text;
}

static bool is_safe(const char *text)
{
    size_t length = strlen(text);
    if (text_invalid_offset(text, length) < length)
        return false;
    for (size_t i = 0; i < length;) {
        uint32_t letter;
        i += text_decode(text + i, &letter);
        if (letter != '\n' && text_is_unsafe(letter))
            return false;
    }
    return true;
}

const char *catalogue_find(const struct catalogue *catalogue, const char *english, size_t number)
{
    struct entry entry = find_entry(catalogue, english);
    const char *text = entry.text;
    if (strlen(text) < entry.length)
        text = form_of(entry, plural_form(catalogue->plural, number));
    if (*text == '\0')
        return NULL;
    return catalogue->trusted || (conversions_agree(english, text) && is_safe(text)) ? text : NULL;
}

int catalogue_open(struct catalogue *catalogue, const char *bytes, size_t length,
                   struct error *error)
{
    *catalogue = (struct catalogue){.bytes = bytes, .length = length};
    uint32_t first = length >= HEADER ? number_at(catalogue, 0) : 0;
    catalogue->swapped = first == __builtin_bswap32(magic);
    if (first != magic && !catalogue->swapped)
        return error_set(error, ERROR_DATA, "is no catalogue of messages: expected a .mo file");
    uint32_t revision = number_at(catalogue, NUMBER);
    if (revision >> 16 > 1)
        return error_set(error, ERROR_DATA, "is a catalogue of a revision that is not known: %u",
                         revision >> 16);
    catalogue->count = number_at(catalogue, 2 * NUMBER);
    catalogue->originals = number_at(catalogue, 3 * NUMBER);
    catalogue->translations = number_at(catalogue, 4 * NUMBER);
    if (!has_table(catalogue, catalogue->originals) ||
        !has_table(catalogue, catalogue->translations))
        return error_set(error, ERROR_DATA, "is a catalogue of messages that is cut off");
    const char *header = find_entry(catalogue, "").text;
    if (strstr(header, "charset=UTF-8") == NULL && strstr(header, "charset=utf-8") == NULL)
        return error_set(error, ERROR_DATA, "is a catalogue of messages that are not in UTF-8");
    catalogue->plural = plural_of_header(header);
    return 0;
}
