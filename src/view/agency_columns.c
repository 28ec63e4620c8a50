// SPDX-License-Identifier: MIT
#include "base/message.h"
#include "view/agency_view.h"

#include <string.h>

static struct value get_name(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct agency_count *)row)->name);
}

static struct value get_names(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_text(((const struct agency_count *)row)->names);
}

/* People read its other names alone. */
static struct value show_names(const void *row, struct strbuf *scratch)
{
    const struct agency_count *office = row;
    const char *names = office->names;
    for (size_t length; *names != '\0'; names += length + (names[length] != '\0' ? 2 : 0)) {
        const char *end = strstr(names, "; ");
        length = end != NULL ? (size_t)(end - names) : strlen(names);
        if (length == strlen(office->name) && strncmp(names, office->name, length) == 0)
            continue;
        strbuf_separate(scratch, "; ");
        strbuf_add(scratch, names, length);
    }
    return scratch->length > 0 ? value_text(scratch->text) : value_none();
}

static struct value get_leads(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_integer((int64_t)((const struct agency_count *)row)->leads);
}

static struct value get_coordinates(const void *row, struct strbuf *scratch)
{
    (void)scratch;
    return value_integer((int64_t)((const struct agency_count *)row)->coordinates);
}

static const struct column columns[] = {
    {"name", N_("Agency"), N_("what it is called"), get_name, .weight = 4},
    {"names", N_("Also called"), N_("all its names in the plans, joined by «; »"), get_names,
     .weight = 4, .show = show_names},
    {"leads", N_("Leads"), N_("how many tasks it leads, jointly or alone"), get_leads,
     .right = true},
    {"coordinates", N_("Coordinates"), N_("how many tasks it coordinates"), get_coordinates,
     .right = true},
};

const struct column_table agency_columns = COLUMN_TABLE(columns, "name,leads,coordinates,names");
