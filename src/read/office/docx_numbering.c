// SPDX-License-Identifier: MIT
#include "read/office/docx_numbering.h"

#include "base/memory.h"
#include "base/message.h"
#include "base/roman.h"
#include "base/text.h"
#include "base/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SIZE = 64, BASES_MAX = 32, COUNT_MAX = 1000000 };

struct level {
    bool given;
    int start, restart; /* restart: after which level, from 1; 0 never, -1 after any above */
    bool decimal;       /* all its figures are, whatever their levels say */
    char format[24], text[NAME_SIZE], style[NAME_SIZE];
};

/* Word's abstract numbering definition: lists that share it share its counters. */
struct scheme {
    int id;
    char link[NAME_SIZE]; /* the style that defines it instead; "" for none */
    struct level levels[NUMBERING_LEVELS];
    int counts[NUMBERING_LEVELS];
    bool counting[NUMBERING_LEVELS];
};

struct list {
    int id, scheme;
    int starts[NUMBERING_LEVELS]; /* that it says itself; -1: as its scheme */
    bool started[NUMBERING_LEVELS], redefined;
};

struct style {
    char name[NAME_SIZE], base[NAME_SIZE];
    int list, level;
    const struct style *numbered; /* itself, or the one it is based on that has a number */
};

struct docx_numbering {
    struct scheme *schemes;
    size_t scheme_count, scheme_capacity;
    struct list *lists;
    size_t list_count, list_capacity;
    struct style *styles;
    size_t style_count, style_capacity;
    int level; /* the one being read */
};

static void copy(char out[NAME_SIZE], const char *text)
{
    snprintf(out, NAME_SIZE, "%s", text != NULL ? text : "");
}

/* ---- The numbering part ---- */

static struct level *current_level(struct docx_numbering *numbering)
{
    if (numbering->scheme_count == 0 || numbering->level < 0)
        return NULL;
    return &numbering->schemes[numbering->scheme_count - 1].levels[numbering->level];
}

static void start_scheme(struct xml *xml, struct docx_numbering *numbering)
{
    numbering->schemes = memory_grow(numbering->schemes, numbering->scheme_count,
                                     &numbering->scheme_capacity, sizeof *numbering->schemes);
    struct scheme *scheme = &numbering->schemes[numbering->scheme_count++];
    *scheme = (struct scheme){.id = (int)xml_number(xml, "abstractNumId", INT32_MAX, 0)};
}

static void start_list(struct xml *xml, struct docx_numbering *numbering)
{
    numbering->lists = memory_grow(numbering->lists, numbering->list_count,
                                   &numbering->list_capacity, sizeof *numbering->lists);
    struct list *list = &numbering->lists[numbering->list_count++];
    *list = (struct list){.id = (int)xml_number(xml, "numId", INT32_MAX, 0), .scheme = -1};
    for (int i = 0; i < NUMBERING_LEVELS; i++)
        list->starts[i] = -1;
}

static void read_text(struct level *level, const char *text)
{
    if (strlen(text) < sizeof level->text)
        copy(level->text, text);
    else
        snprintf(level->format, sizeof level->format, "%s", _("too long"));
}

static void read_level(struct xml *xml, struct level *level, const char *name)
{
    const char *value = xml_attribute(xml, "val");
    if (strcmp(name, "start") == 0)
        level->start = (int)xml_number(xml, "val", COUNT_MAX, 0);
    else if (strcmp(name, "lvlRestart") == 0)
        level->restart = (int)xml_number(xml, "val", NUMBERING_LEVELS, 0);
    else if (strcmp(name, "isLgl") == 0)
        level->decimal = xml_is_on(xml, "val");
    else if (strcmp(name, "numFmt") == 0)
        snprintf(level->format, sizeof level->format, "%s", value != NULL ? value : "");
    else if (strcmp(name, "lvlText") == 0)
        read_text(level, value != NULL ? value : "");
    else if (strcmp(name, "pStyle") == 0)
        copy(level->style, value);
}

static void start_level(struct xml *xml, struct docx_numbering *numbering)
{
    numbering->level = (int)xml_number(xml, "ilvl", NUMBERING_LEVELS - 1, 0);
    struct level *level = current_level(numbering);
    if (level != NULL)
        *level = (struct level){.given = true, .restart = -1, .format = "decimal"};
}

static void read_list(struct xml *xml, struct docx_numbering *numbering, const char *name)
{
    struct list *list = &numbering->lists[numbering->list_count - 1];
    if (strcmp(name, "abstractNumId") == 0)
        list->scheme = (int)xml_number(xml, "val", INT32_MAX, 0);
    else if (strcmp(name, "lvlOverride") == 0)
        numbering->level = (int)xml_number(xml, "ilvl", NUMBERING_LEVELS - 1, 0);
    else if (strcmp(name, "startOverride") == 0)
        list->starts[numbering->level] = (int)xml_number(xml, "val", COUNT_MAX, 0);
    else if (strcmp(name, "lvl") == 0)
        list->redefined = true;
}

static void start_numbering(struct xml *xml, const char *name)
{
    struct docx_numbering *numbering = xml_context(xml);
    const char *parent = xml_parent(xml);
    bool scheme = strcmp(name, "abstractNum") == 0, list = strcmp(name, "num") == 0;
    if (numbering->scheme_count + numbering->list_count == NUMBERING_LISTS_MAX) {
        xml_fail(xml, "too many lists: expected at most %d", NUMBERING_LISTS_MAX);
        return;
    }
    if (scheme)
        start_scheme(xml, numbering);
    else if (list)
        start_list(xml, numbering);
    else if (strcmp(parent, "abstractNum") == 0 && strcmp(name, "lvl") == 0)
        start_level(xml, numbering);
    else if (strcmp(parent, "abstractNum") == 0 && strcmp(name, "numStyleLink") == 0)
        copy(numbering->schemes[numbering->scheme_count - 1].link, xml_attribute(xml, "val"));
    else if (numbering->list_count > 0 &&
             (strcmp(parent, "num") == 0 || strcmp(parent, "lvlOverride") == 0))
        read_list(xml, numbering, name);
    else if (strcmp(parent, "lvl") == 0 && strcmp(xml_ancestor(xml, 2), "abstractNum") == 0)
        read_level(xml, current_level(numbering), name);
}

/* ---- The styles part ---- */

static void start_style(struct xml *xml, const char *name)
{
    struct docx_numbering *numbering = xml_context(xml);
    const char *parent = xml_parent(xml);
    if (strcmp(name, "style") == 0) {
        if (numbering->style_count == NUMBERING_STYLES_MAX) {
            xml_fail(xml, "too many styles: expected at most %d", NUMBERING_STYLES_MAX);
            return;
        }
        numbering->styles = memory_grow(numbering->styles, numbering->style_count,
                                        &numbering->style_capacity, sizeof *numbering->styles);
        struct style *style = &numbering->styles[numbering->style_count++];
        *style = (struct style){.list = -1, .level = -1};
        copy(style->name, xml_attribute(xml, "styleId"));
        return;
    }
    if (numbering->style_count == 0)
        return;
    struct style *style = &numbering->styles[numbering->style_count - 1];
    if (strcmp(name, "basedOn") == 0 && strcmp(parent, "style") == 0)
        copy(style->base, xml_attribute(xml, "val"));
    else if (strcmp(parent, "numPr") == 0 && strcmp(xml_ancestor(xml, 3), "style") == 0) {
        if (strcmp(name, "numId") == 0)
            style->list = (int)xml_number(xml, "val", INT32_MAX, 0);
        else if (strcmp(name, "ilvl") == 0)
            style->level = (int)xml_number(xml, "val", NUMBERING_LEVELS - 1, 0);
    }
}

/* ---- Finding ---- */

static int compare_names(const void *key, const void *style)
{
    return strcmp(key, ((const struct style *)style)->name);
}

static int compare_styles(const void *a, const void *b)
{
    return compare_names(((const struct style *)a)->name, b);
}

/* Schemes and lists both begin with their id. */
static int compare_ids(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;
    return (x > y) - (x < y);
}

static const struct style *find_style(const struct docx_numbering *numbering, const char *name)
{
    if (numbering->style_count == 0 || *name == '\0')
        return NULL;
    return bsearch(name, numbering->styles, numbering->style_count, sizeof *numbering->styles,
                   compare_names);
}

static struct list *find_list(const struct docx_numbering *numbering, int id)
{
    if (numbering->list_count == 0)
        return NULL;
    return bsearch(&id, numbering->lists, numbering->list_count, sizeof *numbering->lists,
                   compare_ids);
}

static struct scheme *find_scheme(const struct docx_numbering *numbering, const struct list *list)
{
    if (numbering->scheme_count == 0 || list == NULL)
        return NULL;
    return bsearch(&list->scheme, numbering->schemes, numbering->scheme_count,
                   sizeof *numbering->schemes, compare_ids);
}

/* Once all was read: puts what is looked for in order, and follows what styles are based on. */
static void arrange(struct docx_numbering *numbering)
{
    if (numbering->scheme_count > 0)
        qsort(numbering->schemes, numbering->scheme_count, sizeof *numbering->schemes, compare_ids);
    if (numbering->list_count > 0)
        qsort(numbering->lists, numbering->list_count, sizeof *numbering->lists, compare_ids);
    if (numbering->style_count > 0)
        qsort(numbering->styles, numbering->style_count, sizeof *numbering->styles, compare_styles);
    for (size_t i = 0; i < numbering->style_count; i++) {
        const struct style *style = &numbering->styles[i];
        for (int base = 0; style != NULL && style->list < 0 && base < BASES_MAX; base++)
            style = find_style(numbering, style->base);
        numbering->styles[i].numbered = style;
    }
}

struct docx_numbering *docx_numbering_read(struct zip_reader *zip,
                                           const struct relations *relations, struct error *error)
{
    static const struct xml_events lists = {.start = start_numbering};
    static const struct xml_events styles = {.start = start_style};
    const char *list = relations_by_type(relations, "numbering");
    const char *style = relations_by_type(relations, "styles");
    struct docx_numbering *numbering = memory_alloc(sizeof *numbering);
    *numbering = (struct docx_numbering){0};
    if ((list == NULL || xml_read(zip, list, &lists, numbering, error) == 0) &&
        (style == NULL || xml_read(zip, style, &styles, numbering, error) == 0)) {
        arrange(numbering);
        return numbering;
    }
    docx_numbering_free(numbering);
    return NULL;
}

void docx_numbering_free(struct docx_numbering *numbering)
{
    if (numbering == NULL)
        return;
    free(numbering->schemes);
    free(numbering->lists);
    free(numbering->styles);
    free(numbering);
}

/* ---- Counting ---- */

/* The scheme of a list, or the one that its own names by a style. */
static struct scheme *resolve_scheme(const struct docx_numbering *numbering,
                                     const struct list *list)
{
    struct scheme *scheme = find_scheme(numbering, list);
    if (scheme == NULL || *scheme->link == '\0')
        return scheme;
    const struct style *style = find_style(numbering, scheme->link);
    return style != NULL ? find_scheme(numbering, find_list(numbering, style->list)) : NULL;
}

/* Returns the numbering of the paragraph's style, or of one that it is based on. */
static struct docx_number resolve_style(const struct docx_numbering *numbering,
                                        const struct docx_number *number)
{
    struct docx_number found = *number;
    const struct style *style = find_style(numbering, number->style);
    style = style != NULL ? style->numbered : NULL;
    if (style == NULL || style->list < 0 || found.list >= 0)
        return found;
    found.list = style->list;
    if (found.level < 0)
        found.level = style->level;
    const struct scheme *scheme = resolve_scheme(numbering, find_list(numbering, found.list));
    for (int i = 0; scheme != NULL && found.level < 0 && i < NUMBERING_LEVELS; i++)
        if (strcmp(scheme->levels[i].style, style->name) == 0)
            found.level = i;
    return found;
}

static void add_letters(struct strbuf *out, int count, char first)
{
    for (int i = 0; i <= (count - 1) / 26 && i < NAME_SIZE; i++) /* after «z» comes «aa» */
        strbuf_addc(out, (char)(first + (count - 1) % 26));
}

/* Appends a count in its level's format; false for one that is not known here. */
static bool add_count(struct strbuf *out, const char *format, int count)
{
    char roman[ROMAN_SIZE];
    bool upper = strncmp(format, "upper", 5) == 0;
    if (strcmp(format, "none") == 0)
        return true;
    if (strcmp(format, "decimal") == 0 || strcmp(format, "decimalZero") == 0)
        strbuf_addf(out, format[7] != '\0' ? "%02d" : "%d", count);
    else if (strcmp(format, "upperRoman") == 0 || strcmp(format, "lowerRoman") == 0) {
        if (count < 1 || count > ROMAN_MOST)
            return false;
        roman_write(roman, (unsigned)count);
        for (const char *c = roman; *c != '\0'; c++)
            strbuf_addc(out, upper ? *c : (char)(*c - 'A' + 'a'));
    } else if (strcmp(format, "upperLetter") == 0 || strcmp(format, "lowerLetter") == 0) {
        if (count < 1)
            return false;
        add_letters(out, count, upper ? 'A' : 'a');
    } else
        return false;
    return true;
}

static bool restarts(const struct level *level, int after)
{
    return level->restart < 0 || level->restart >= after + 1;
}

static void advance(struct scheme *scheme, struct list *list, int at)
{
    bool own = list->starts[at] >= 0 && !list->started[at];
    if (own)
        scheme->counts[at] = list->starts[at];
    else if (!scheme->counting[at])
        scheme->counts[at] = scheme->levels[at].start;
    else
        scheme->counts[at]++;
    list->started[at] = scheme->counting[at] = true;
    for (int i = 0; i < at; i++)
        if (!scheme->counting[i])
            scheme->counts[i] = scheme->levels[i].start;
    for (int i = at + 1; i < NUMBERING_LEVELS; i++)
        if (restarts(&scheme->levels[i], at))
            scheme->counting[i] = false;
}

static const char *add_label(const struct scheme *scheme, int at, struct strbuf *out)
{
    const struct level *level = &scheme->levels[at];
    if (strcmp(level->format, "bullet") == 0) {
        uint32_t symbol = 0;
        if (*level->text != '\0')
            text_decode(level->text, &symbol);
        strbuf_adds(out, symbol >= 0xE000 && symbol <= 0xF8FF ? "-" : level->text);
        return NULL;
    }
    for (const char *c = level->text; *c != '\0'; c++) {
        int other = *c == '%' && c[1] >= '1' && c[1] <= '9' ? c[1] - '1' : -1;
        if (other < 0) {
            strbuf_addc(out, *c);
            continue;
        }
        c++;
        const char *format = level->decimal ? "decimal" : scheme->levels[other].format;
        if (other > at || !add_count(out, format, scheme->counts[other]))
            return format;
    }
    return NULL;
}

const char *docx_numbering_count(struct docx_numbering *numbering, const struct docx_number *number,
                                 struct strbuf *out)
{
    struct docx_number found = resolve_style(numbering, number);
    struct list *list = find_list(numbering, found.list);
    int level = found.level >= 0 && found.level < NUMBERING_LEVELS ? found.level : 0;
    if (found.list <= 0 || list == NULL) /* as Word: a list that is not there is none */
        return NULL;
    struct scheme *scheme = resolve_scheme(numbering, list);
    if (scheme == NULL || !scheme->levels[level].given)
        return "undefined";
    if (list->redefined)
        return "redefined";
    advance(scheme, list, level);
    return add_label(scheme, level, out);
}
