// SPDX-License-Identifier: MIT
#include "plan/agency.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void agency_table_release(struct agency_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->aliases[i].folded);
        free(table->aliases[i].office);
    }
    free(table->aliases);
    *table = (struct agency_table){0};
}

void agency_table_add(struct agency_table *table, const char *office, const char *alias)
{
    struct strbuf folded = {0};
    text_fold(&folded, alias, strlen(alias));
    table->aliases =
        memory_grow(table->aliases, table->count, &table->capacity, sizeof *table->aliases);
    table->aliases[table->count++] = (struct agency_alias){
        .folded = strbuf_detach(&folded),
        .office = memory_copy(office, strlen(office)),
    };
}

const char *agency_office(const struct agency_table *table, const char *name, size_t length)
{
    struct strbuf folded = {0};
    text_fold(&folded, name, length);
    const char *office = NULL;
    for (size_t i = 0; i < table->count && office == NULL; i++)
        if (strcmp(table->aliases[i].folded, strbuf_text(&folded)) == 0)
            office = table->aliases[i].office;
    strbuf_release(&folded);
    return office;
}

bool agency_next(const char **cell, const char **name, size_t *length)
{
    while (*cell != NULL && **cell != '\0') {
        *length = strcspn(*cell, ";,");
        const char *start = *cell;
        *cell += *length + (start[*length] != '\0');
        *name = text_trim(start, length);
        if (*length > 0)
            return true;
    }
    return false;
}

void agency_add_offices(struct strbuf *out, const struct agency_table *table, const char *cell)
{
    const char *name, *separator = "";
    size_t length;
    while (agency_next(&cell, &name, &length)) {
        const char *office = agency_office(table, name, length);
        strbuf_adds(out, separator);
        strbuf_add(out, office != NULL ? office : name, office != NULL ? strlen(office) : length);
        separator = "; ";
    }
}

void agency_pattern_init(struct agency_pattern *pattern, const struct agency_table *table,
                         const char *name)
{
    *pattern = (struct agency_pattern){.table = table};
    pattern->office = agency_office(table, name, strlen(name));
    text_fold(&pattern->folded, name, strlen(name));
}

void agency_pattern_release(struct agency_pattern *pattern)
{
    strbuf_release(&pattern->folded);
}

static bool name_matches(const struct agency_pattern *pattern, const char *name, size_t length)
{
    if (pattern->office != NULL) {
        const char *office = agency_office(pattern->table, name, length);
        return office != NULL && strcmp(office, pattern->office) == 0;
    }
    struct strbuf folded = {0};
    text_fold(&folded, name, length);
    bool contains = strstr(strbuf_text(&folded), strbuf_text(&pattern->folded)) != NULL;
    strbuf_release(&folded);
    return contains;
}

bool agency_pattern_matches(const struct agency_pattern *pattern, const char *cell)
{
    const char *name;
    size_t length;
    while (agency_next(&cell, &name, &length))
        if (name_matches(pattern, name, length))
            return true;
    return false;
}
