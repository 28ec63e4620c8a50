// SPDX-License-Identifier: MIT
#include "plan/summary/agency_list.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* One spelling of an office's name, and the next one of the same office or SIZE_MAX. */
struct spelling {
    const char *text;
    size_t tasks, next;
};

/* An office, found by its key: its list of spellings, and its name in the table or NULL. */
struct office {
    const char *called;
    size_t first, last;
    size_t leads, coordinates;
};

/* The offices that a cell names, each once: a range of `named`. */
struct cell {
    size_t first, count;
};

struct counting {
    const struct agency_table *table;
    struct arena arena;
    struct pointer_map by_key, by_cell;
    struct office *offices;
    size_t office_count, office_capacity;
    struct spelling *spellings;
    size_t spelling_count, spelling_capacity;
    struct cell *cells;
    size_t cell_count, cell_capacity;
    struct {
        size_t office, spelling;
    } * named;
    size_t named_count, named_capacity;
};

static size_t find_office(struct counting *c, const struct agency_walk *walk)
{
    struct strbuf key = {0};
    agency_walk_add_key(&key, walk);
    size_t *index =
        pointer_map_at(&c->by_key, arena_intern(&c->arena, strbuf_text(&key), key.length));
    strbuf_release(&key);
    if (*index == POINTER_MAP_NONE) {
        bool renamed = walk->office != walk->name;
        *index = c->office_count;
        c->offices =
            memory_grow(c->offices, c->office_count, &c->office_capacity, sizeof *c->offices);
        c->offices[c->office_count++] = (struct office){
            .called = renamed ? arena_intern(&c->arena, walk->office, walk->office_length) : NULL,
            .first = SIZE_MAX,
        };
    }
    return *index;
}

/* Makes white space within a name one space. */
static const char *spell(struct counting *c, const char *name, size_t length)
{
    struct strbuf text = {0};
    for (size_t i = 0; i < length; i++) {
        bool space = strchr(" \t\r\n", name[i]) != NULL;
        if (!space)
            strbuf_addc(&text, name[i]);
        else if (text.length > 0 && text.text[text.length - 1] != ' ')
            strbuf_addc(&text, ' ');
    }
    const char *kept = arena_intern(&c->arena, strbuf_text(&text), text.length);
    strbuf_release(&text);
    return kept;
}

static size_t find_spelling(struct counting *c, struct office *office, const char *text)
{
    for (size_t i = office->first; i != SIZE_MAX; i = c->spellings[i].next)
        if (c->spellings[i].text == text)
            return i;
    c->spellings =
        memory_grow(c->spellings, c->spelling_count, &c->spelling_capacity, sizeof *c->spellings);
    c->spellings[c->spelling_count] = (struct spelling){.text = text, .next = SIZE_MAX};
    if (office->first == SIZE_MAX)
        office->first = c->spelling_count;
    else
        c->spellings[office->last].next = c->spelling_count;
    office->last = c->spelling_count;
    return c->spelling_count++;
}

static void read_cell(struct counting *c, struct cell *cell, const char *text)
{
    struct agency_walk walk = agency_walk_of(c->table, text);
    *cell = (struct cell){.first = c->named_count};
    while (agency_next(&walk)) {
        size_t office = find_office(c, &walk);
        size_t spelling = find_spelling(c, &c->offices[office], spell(c, walk.name, walk.length));
        bool twice = false;
        for (size_t i = cell->first; i < c->named_count; i++)
            twice |= c->named[i].office == office;
        if (twice)
            continue;
        c->named = memory_grow(c->named, c->named_count, &c->named_capacity, sizeof *c->named);
        c->named[c->named_count].office = office;
        c->named[c->named_count++].spelling = spelling;
        cell->count++;
    }
}

static void count_cell(struct counting *c, const char *text, bool leads)
{
    if (text == NULL)
        return;
    size_t *index = pointer_map_at(&c->by_cell, text);
    if (*index == POINTER_MAP_NONE) {
        *index = c->cell_count;
        c->cells = memory_grow(c->cells, c->cell_count, &c->cell_capacity, sizeof *c->cells);
        read_cell(c, &c->cells[c->cell_count++], text);
    }
    const struct cell *cell = &c->cells[*index];
    for (size_t i = cell->first; i < cell->first + cell->count; i++) {
        struct office *office = &c->offices[c->named[i].office];
        c->spellings[c->named[i].spelling].tasks++;
        office->leads += leads;
        office->coordinates += !leads;
    }
}

/* Returns whether a spelling is longer than another or, if equally long, used by more tasks. */
static bool is_better(const struct spelling *a, const struct spelling *b)
{
    size_t x = text_count(a->text, strlen(a->text)), y = text_count(b->text, strlen(b->text));
    return x != y ? x > y : a->tasks > b->tasks;
}

static void add_office(struct agency_list *list, const struct counting *c,
                       const struct office *office)
{
    struct strbuf names = {0};
    const struct spelling *best = &c->spellings[office->first];
    for (size_t i = office->first; i != SIZE_MAX; i = c->spellings[i].next) {
        strbuf_separate(&names, "; ");
        strbuf_adds(&names, c->spellings[i].text);
        if (is_better(&c->spellings[i], best))
            best = &c->spellings[i];
    }
    const char *name = office->called != NULL ? office->called : best->text;
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (struct agency_count){
        .name = arena_copy(&list->arena, name, strlen(name)),
        .names = arena_copy(&list->arena, names.text, names.length),
        .leads = office->leads,
        .coordinates = office->coordinates,
    };
    strbuf_release(&names);
}

static size_t rank(const struct agency_count *item, bool leads)
{
    return leads ? item->leads : item->coordinates;
}

/* A stable sort keeps the order of the plans; there are few offices. */
static void sort(struct agency_list *list)
{
    for (size_t i = 1; i < list->count; i++) {
        struct agency_count item = list->items[i];
        size_t at = i;
        for (; at > 0; at--) {
            const struct agency_count *before = &list->items[at - 1];
            bool by_leads = before->leads != item.leads;
            if (rank(before, by_leads) >= rank(&item, by_leads))
                break;
            list->items[at] = *before;
        }
        list->items[at] = item;
    }
}

void agency_list_run(struct agency_list *list, struct plan *const *plans, size_t count,
                     const struct agency_table *table)
{
    struct counting c = {.table = table};
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < plans[i]->task_count; j++) {
            count_cell(&c, plans[i]->tasks[j]->text[TASK_LEAD], true);
            count_cell(&c, plans[i]->tasks[j]->text[TASK_COORDINATING], false);
        }
    for (size_t i = 0; i < c.office_count; i++)
        add_office(list, &c, &c.offices[i]);
    sort(list);
    pointer_map_release(&c.by_key);
    pointer_map_release(&c.by_cell);
    arena_release(&c.arena);
    free(c.offices);
    free(c.spellings);
    free(c.cells);
    free(c.named);
}

void agency_list_release(struct agency_list *list)
{
    free(list->items);
    arena_release(&list->arena);
    *list = (struct agency_list){0};
}
