// SPDX-License-Identifier: MIT
#include "plan/office.h"

#include <string.h>

static const struct {
    const char *name;
    size_t offset; /* of the text in struct office */
} fields[] = {
    {"name", offsetof(struct office, name)},
    {"superior", offsetof(struct office, superior)},
    {"place", offsetof(struct office, place)},
    {"position", offsetof(struct office, position)},
    {"signer", offsetof(struct office, signer)},
    {"addressee", offsetof(struct office, addressee)},
    {"recipients", offsetof(struct office, recipients)},
    {"symbol", offsetof(struct office, symbol)},
};
const char *const office_names[] = {"name",      "superior",   "place",  "position", "signer",
                                    "addressee", "recipients", "symbol", NULL};
_Static_assert(sizeof fields / sizeof *fields == sizeof office_names / sizeof *office_names - 1,
               "each field has its name");

static const char **field_at(struct office *office, size_t i)
{
    return (const char **)((char *)office + fields[i].offset);
}

const char **office_field(struct office *office, const char *name)
{
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i].name, name) == 0)
            return field_at(office, i);
    return NULL;
}

void office_fill(struct office *office, const struct office *from)
{
    struct office other = *from;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (*field_at(office, i) == NULL)
            *field_at(office, i) = *field_at(&other, i);
}

void office_lines_add(struct strbuf *out, const struct office *office)
{
    struct office copy = *office;
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (*field_at(&copy, i) != NULL)
            strbuf_addf(out, "%s=%s\n", fields[i].name, *field_at(&copy, i));
}

void office_lines_read(struct office *office, const char *lines, struct arena *arena)
{
    struct strbuf line = {0};
    while (strbuf_take_line(&line, &lines)) {
        size_t length = strcspn(line.text, "=");
        for (size_t i = 0; i < sizeof fields / sizeof *fields && line.text[length] == '='; i++)
            if (strlen(fields[i].name) == length && strncmp(fields[i].name, line.text, length) == 0)
                *field_at(office, i) =
                    arena_copy(arena, line.text + length + 1, line.length - length - 1);
    }
    strbuf_release(&line);
}
