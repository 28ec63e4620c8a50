// SPDX-License-Identifier: MIT
#include "plan/agency.h"

#include "base/memory.h"
#include "base/text.h"
#include "plan/agency_key.h"

#include <stdlib.h>
#include <string.h>

void agency_table_release(struct agency_table *table)
{
    for (size_t i = 0; i < table->count; i++) {
        free(table->aliases[i].key);
        free(table->aliases[i].office);
    }
    free(table->aliases);
    *table = (struct agency_table){0};
}

void agency_table_add(struct agency_table *table, const char *office, const char *alias)
{
    struct strbuf key = {0};
    agency_key_add(&key, alias, strlen(alias));
    table->aliases =
        memory_grow(table->aliases, table->count, &table->capacity, sizeof *table->aliases);
    table->aliases[table->count++] = (struct agency_alias){
        .key = strbuf_detach(&key),
        .office = memory_copy(office, strlen(office)),
    };
}

const char *agency_office(const struct agency_table *table, const char *name, size_t length)
{
    struct strbuf key = {0};
    const char *office = NULL;
    if (table->count == 0)
        return NULL;
    agency_key_add(&key, name, length);
    for (size_t i = 0; i < table->count && office == NULL; i++)
        if (strcmp(table->aliases[i].key, strbuf_text(&key)) == 0)
            office = table->aliases[i].office;
    strbuf_release(&key);
    return office;
}

/* The bullet or number that a line of a cell begins with: «- », «1. », «a) »; 0 for none. */
static size_t bullet_length(const char *text)
{
    static const char *const bullets[] = {"-", "+", "*", "•", "–", "—", "·"};
    size_t length = 0;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets && length == 0; i++)
        if (strncmp(text, bullets[i], strlen(bullets[i])) == 0)
            length = strlen(bullets[i]);
    if (length > 0)
        return length;
    length = strspn(text, "0123456789");
    if (length == 0 && *text >= 'a' && *text <= 'z' && text[1] == ')')
        length = 1;
    return length > 0 && strchr(".)", text[length]) != NULL && text[length] != '\0' &&
                   strchr(" \t", text[length + 1]) != NULL
               ? length + 1
               : 0;
}

static const char *skip_space(const char *text)
{
    return text + strspn(text, " \t\r\n");
}

/* Whether another name follows a comma, or a line's end, rather than more of the same one. */
static bool is_followed_by_name(const char *text, bool collective)
{
    text = skip_space(text);
    return agency_key_begins_name(text, strcspn(text, ";,\n"), collective);
}

/* Whether the name that starts there ends here. */
static bool is_end(const char *start, const char *at)
{
    bool collective =
        (*at == ',' || *at == '\n') && agency_key_is_collective(start, (size_t)(at - start));
    switch (*at) {
    case '\0':
    case ';':
        return true;
    case ',':
        return is_followed_by_name(at + 1, collective);
    case '\n':
        return bullet_length(skip_space(at)) > 0 || is_followed_by_name(at, collective);
    default:
        return false;
    }
}

bool agency_next(const char **cell, const char **name, size_t *length)
{
    while (*cell != NULL && **cell != '\0') {
        const char *start = skip_space(*cell), *end;
        start = skip_space(start + bullet_length(start));
        for (end = start; !is_end(start, end);)
            end++;
        *cell = end + (*end != '\0');
        *length = (size_t)(end - start);
        *name = text_trim(start, length);
        while (*length > 0 && strchr(".,", (*name)[*length - 1]) != NULL)
            --*length;
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

void agency_add_keys(struct strbuf *out, const struct agency_table *table, const char *cell)
{
    const char *name;
    size_t length;
    for (; agency_next(&cell, &name, &length); strbuf_addc(out, ';')) {
        const char *office = agency_office(table, name, length);
        agency_key_add(out, office != NULL ? office : name,
                       office != NULL ? strlen(office) : length);
    }
}

void agency_pattern_init(struct agency_pattern *pattern, const struct agency_table *table,
                         const char *name)
{
    *pattern = (struct agency_pattern){.table = table};
    pattern->cells = memory_alloc(sizeof *pattern->cells);
    *pattern->cells = (struct pointer_map){0};
    pattern->office = agency_office(table, name, strlen(name));
    agency_key_add(&pattern->key, name, strlen(name));
}

void agency_pattern_release(struct agency_pattern *pattern)
{
    strbuf_release(&pattern->key);
    if (pattern->cells != NULL)
        pointer_map_release(pattern->cells);
    free(pattern->cells);
}

/* Whether words stand in a name: from a word's beginning, and «sở» not in «cơ sở». */
static bool contains_words(const char *name, const char *words)
{
    static const char other[] = "co ", department[] = "so";
    for (const char *at = strstr(name, words); at != NULL; at = strstr(at + 1, words)) {
        size_t before = (size_t)(at - name);
        bool compound = strncmp(words, department, strlen(department)) == 0 &&
                        before >= strlen(other) && strncmp(at - 3, other, strlen(other)) == 0;
        if ((before == 0 || at[-1] == ' ') && !compound)
            return true;
        if (*at == '\0')
            break;
    }
    return false;
}

bool agency_pattern_matches_name(const struct agency_pattern *pattern, const char *name,
                                 size_t length)
{
    if (pattern->office != NULL) {
        const char *office = agency_office(pattern->table, name, length);
        return office != NULL && strcmp(office, pattern->office) == 0;
    }
    struct strbuf key = {0};
    agency_key_add(&key, name, length);
    bool contains = contains_words(strbuf_text(&key), strbuf_text(&pattern->key));
    strbuf_release(&key);
    return contains;
}

static bool cell_matches(const struct agency_pattern *pattern, const char *cell)
{
    const char *name;
    size_t length;
    while (agency_next(&cell, &name, &length))
        if (agency_pattern_matches_name(pattern, name, length))
            return true;
    return false;
}

bool agency_pattern_matches(const struct agency_pattern *pattern, const char *cell)
{
    size_t *known = pointer_map_at(pattern->cells, cell);
    if (*known == POINTER_MAP_NONE)
        *known = cell_matches(pattern, cell);
    return *known != 0;
}
