// SPDX-License-Identifier: MIT
#include "plan/agency.h"

#include "base/memory.h"
#include "base/text.h"
#include "plan/agency_key.h"
#include "plan/agency_words.h"

#include <stdlib.h>
#include <string.h>

void agency_table_release(struct agency_table *table)
{
    free(table->aliases);
    arena_release(&table->arena);
    *table = (struct agency_table){0};
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp(((const struct agency_alias *)a)->key, ((const struct agency_alias *)b)->key);
}

static const struct agency_alias *find_alias(const struct agency_table *table, const char *key)
{
    struct agency_alias wanted = {.key = key};
    const struct agency_alias *found = NULL;
    for (; table != NULL && found == NULL; table = table->base)
        if (table->count > 0)
            found = bsearch(&wanted, table->aliases, table->count, sizeof wanted, compare_keys);
    return found;
}

const char *agency_table_add(struct agency_table *table, const char *office, const char *alias)
{
    struct strbuf key = {0};
    agency_key_add(&key, alias, strlen(alias));
    const struct agency_alias *known = find_alias(table, strbuf_text(&key));
    if (known == NULL) {
        table->aliases =
            memory_grow(table->aliases, table->count, &table->capacity, sizeof *table->aliases);
        table->aliases[table->count++] = (struct agency_alias){
            .key = arena_intern(&table->arena, strbuf_text(&key), key.length),
            .office = arena_intern(&table->arena, office, strlen(office)),
        };
        qsort(table->aliases, table->count, sizeof *table->aliases, compare_keys);
    }
    strbuf_release(&key);
    return known != NULL && strcmp(known->office, office) != 0 ? known->office : NULL;
}

const char *agency_office(const struct agency_table *table, const char *name, size_t length)
{
    if (table == NULL || (table->count == 0 && table->base == NULL))
        return NULL;
    struct strbuf key = {0};
    agency_key_add(&key, name, length);
    const struct agency_alias *alias = find_alias(table, strbuf_text(&key));
    strbuf_release(&key);
    return alias != NULL ? alias->office : NULL;
}

/* ---- Where a name ends ---- */

/* Returns the length of the bullet or number at the beginning of a cell's line («- », «1. », «a)
 * »), or 0. */
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

/* Returns whether another name follows a comma or a line end, and not the rest of the same one. */
static bool is_followed_by_name(const char *text, bool collective)
{
    text = skip_space(text);
    return agency_key_begins_name(text, strcspn(text, ";,\n"), collective);
}

/* Returns the bytes of a possible divider of names, or 0: « và », « - », « / », «•», «,», «;», a
 * line end. */
static size_t divider_length(const char *at)
{
    static const char bullet[] = "•";
    static const char *const words[] = {" và ", " Và ", " VÀ ", " va ", " - ", " – ", " / "};
    size_t length = 0;
    switch (*at) {
    case ',':
    case ';':
    case '\n':
        return 1;
    case ' ': /* most spaces are followed by a letter that no divider has */
        if (strchr("vV-/\xE2", at[1]) == NULL)
            return 0;
        for (size_t i = 0; i < sizeof words / sizeof *words && length == 0; i++)
            length = strncmp(at, words[i], strlen(words[i])) == 0 ? strlen(words[i]) : 0;
        return length;
    case '\xE2':
        return strncmp(at, bullet, strlen(bullet)) == 0 ? strlen(bullet) : 0;
    default:
        return 0;
    }
}

/* Returns the next place from `at` on where a name may end. */
static const char *next_divider(const char *at)
{
    while (*at != '\0' && divider_length(at) == 0)
        at++;
    return at;
}

/* Returns whether a known office has this name, after the kind if that was written before. */
static bool is_known(const char *kind, size_t kind_length, const char *text, size_t length)
{
    struct strbuf name = {0}, key = {0};
    strbuf_add(&name, kind, kind_length);
    strbuf_addc(&name, ' ');
    strbuf_add(&name, text, length);
    agency_key_add(&key, strbuf_text(&name), name.length);
    bool is = key.length > 0 && agency_is_known(key.text);
    strbuf_release(&name);
    strbuf_release(&key);
    return is;
}

/* Returns the end of the longest known office at the beginning of a text, or NULL. */
static const char *known_end(const char *kind, size_t kind_length, const char *text)
{
    enum { PARTS_MOST = 6 };
    const char *found = NULL, *end = text;
    for (int parts = 0; parts < PARTS_MOST; parts++) {
        end = next_divider(end);
        if (is_known(kind, kind_length, text, (size_t)(end - text)))
            found = end;
        if (*end == '\0' || *end == ';')
            break;
        end += divider_length(end);
    }
    return found;
}

/*
 * Returns the length of a kind of offices at the beginning of a text, or 0 if it is another word.
 */
static size_t kind_length(const char *text)
{
    static const char *const kinds[] = {"so", "phong", "ban", "bo"};
    size_t length = strcspn(text, " :,;\n"), found = 0;
    struct strbuf word = {0};
    text_fold(&word, text, length);
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && found == 0; i++)
        found = strcmp(strbuf_text(&word), kinds[i]) == 0 ? length : 0;
    strbuf_release(&word);
    return found;
}

/*
 * «Sở Nội vụ, Tư pháp»: returns whether a matter of the same kind follows the name's end at `at`.
 */
static bool is_followed_by_matter(struct agency_walk *walk, const char *start, const char *at)
{
    size_t length = kind_length(start);
    const char *next = skip_space(at + divider_length(at));
    if (length == 0 || !is_known("", 0, start, (size_t)(at - start)))
        return false;
    const char *end = known_end(start, length, next);
    if (end == NULL || is_known("", 0, start, (size_t)(end - start)))
        return false;
    walk->kind = start;
    walk->kind_length = length;
    return true;
}

/* «Sở Nội vụ và Sở Tư pháp»: returns whether two different known offices meet at `at`. */
static bool divides_known(const char *start, const char *at)
{
    const char *next = at + divider_length(at);
    if (!is_known("", 0, start, (size_t)(at - start)))
        return false;
    const char *end = known_end("", 0, next);
    return end != NULL && !is_known("", 0, start, (size_t)(end - start));
}

/* Returns whether the name that begins at `start` ends at `at`. */
static bool is_end(struct agency_walk *walk, const char *start, const char *at)
{
    if (*at == '\0' || *at == ';')
        return true;
    if (divider_length(at) == 0)
        return false;
    bool collective =
        (*at == ',' || *at == '\n') && agency_key_is_collective(start, (size_t)(at - start));
    if (*at == ',')
        return is_followed_by_name(at + 1, collective) || is_followed_by_matter(walk, start, at);
    if (*at == '\n')
        return bullet_length(skip_space(at)) > 0 || is_followed_by_name(at, collective);
    if (at[1] == '/' || *at != ' ')
        return is_followed_by_name(at + 3, false);
    return divides_known(start, at) || is_followed_by_matter(walk, start, at);
}

/*
 * Takes the kind from «Các Sở: », or from «Các Sở » before matters. Returns where the rest begins.
 */
static const char *take_kind(struct agency_walk *walk, const char *start)
{
    static const char *const several[] = {"Các ", "các ", "CÁC ", "cac "};
    size_t before = 0;
    for (size_t i = 0; i < sizeof several / sizeof *several && before == 0; i++)
        before = strncmp(start, several[i], strlen(several[i])) == 0 ? strlen(several[i]) : 0;
    size_t length = before > 0 ? kind_length(start + before) : 0;
    if (length == 0)
        return start;
    const char *kind = start + before, *next = skip_space(kind + length);
    bool colon = *next == ':';
    next = skip_space(next + colon);
    if (*next == '\0' || (!colon && known_end(kind, length, next) == NULL))
        return start;
    walk->kind = kind;
    walk->kind_length = length;
    walk->listed = colon;
    return next;
}

/*
 * Returns the end of a matter of the kind that was written before, or NULL if another name begins.
 */
static const char *end_of_matter(const struct agency_walk *walk, const char *start)
{
    const char *end = known_end(walk->kind, walk->kind_length, start);
    if (end != NULL || !walk->listed ||
        agency_key_begins_name(start, strcspn(start, ";,\n"), false))
        return end;
    for (end = start; *end != '\0' && strchr(",;\n", *end) == NULL;)
        end++;
    return end;
}

/* ---- Walking ---- */

struct agency_walk agency_walk_of(const struct agency_table *table, const char *cell)
{
    return (struct agency_walk){.table = table, .rest = cell};
}

void agency_walk_release(struct agency_walk *walk)
{
    strbuf_release(&walk->made);
    *walk = (struct agency_walk){0};
}

static void call_office(struct agency_walk *walk)
{
    const char *office = agency_office(walk->table, walk->name, walk->length);
    walk->office = office != NULL ? office : walk->name;
    walk->office_length = office != NULL ? strlen(office) : walk->length;
}

/* Takes the bytes as a name. Returns false if they are empty. */
static bool take_name(struct agency_walk *walk, const char *start, const char *end, bool of_kind)
{
    walk->rest = end + divider_length(end);
    walk->length = (size_t)(end - start);
    walk->name = text_trim(start, &walk->length);
    while (walk->length > 0 && strchr(".,", walk->name[walk->length - 1]) != NULL)
        walk->length--;
    if (walk->length == 0)
        return false;
    if (of_kind) {
        strbuf_clear(&walk->made);
        strbuf_add(&walk->made, walk->kind, walk->kind_length);
        strbuf_addc(&walk->made, ' ');
        strbuf_add(&walk->made, walk->name, walk->length);
        walk->name = walk->made.text;
        walk->length = walk->made.length;
    }
    call_office(walk);
    return true;
}

bool agency_next(struct agency_walk *walk)
{
    while (walk->rest != NULL && *walk->rest != '\0') {
        const char *start = skip_space(walk->rest), *end = NULL;
        start = skip_space(start + bullet_length(start));
        if (walk->kind_length == 0)
            start = take_kind(walk, start);
        if (walk->kind_length > 0)
            end = end_of_matter(walk, start);
        bool of_kind = end != NULL;
        if (!of_kind) {
            walk->kind_length = 0;
            for (end = start; !is_end(walk, start, end);)
                end++;
        }
        if (take_name(walk, start, end, of_kind))
            return true;
    }
    agency_walk_release(walk);
    return false;
}

void agency_walk_add_key(struct strbuf *out, const struct agency_walk *walk)
{
    agency_key_add(out, walk->office, walk->office_length);
}

void agency_add_offices(struct strbuf *out, const struct agency_table *table, const char *cell)
{
    struct agency_walk walk = agency_walk_of(table, cell);
    for (const char *separator = ""; agency_next(&walk); separator = "; ") {
        strbuf_adds(out, separator);
        strbuf_add(out, walk.office, walk.office_length);
    }
}

void agency_add_keys(struct strbuf *out, const struct agency_table *table, const char *cell)
{
    struct agency_walk walk = agency_walk_of(table, cell);
    for (; agency_next(&walk); strbuf_addc(out, ';'))
        agency_walk_add_key(out, &walk);
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

/* Returns whether words are in a name: they begin at a word's beginning, and «sở» is not in «cơ
 * sở». */
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
    struct agency_walk walk = agency_walk_of(NULL, cell);
    while (agency_next(&walk))
        if (agency_pattern_matches_name(pattern, walk.name, walk.length)) {
            agency_walk_release(&walk);
            return true;
        }
    return false;
}

bool agency_pattern_matches(const struct agency_pattern *pattern, const char *cell)
{
    size_t *known = pointer_map_at(pattern->cells, cell);
    if (*known == POINTER_MAP_NONE)
        *known = cell_matches(pattern, cell);
    return *known != 0;
}
