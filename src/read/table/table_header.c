// SPDX-License-Identifier: MIT
#include "read/table/table_header.h"

#include "base/memory.h"
#include "base/money.h"
#include "base/strbuf.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The header must stand within this many rows: a preamble is short. */
enum { HEADER_ROWS = 100 };

bool table_cell_is_blank(const char *cell)
{
    return *cell == '\0' || text_is_blank(cell, strlen(cell));
}

/* Maps the headings to keys; true where they make a header. */
static bool map(struct table_header *header, const struct column_names *names)
{
    int *column_of = header->column_of;
    for (int key = 0; key < COLUMN_COMPUTED; key++)
        column_of[key] = -1;
    for (size_t i = 0; i < header->width; i++) {
        int key = column_names_find(names, header->headings[i]);
        if (key >= 0 && key < COLUMN_COMPUTED && column_of[key] < 0)
            column_of[key] = (int)i;
    }
    bool title = column_of[COLUMN_TITLE] >= 0, number = column_of[COLUMN_NUMBER] >= 0;
    bool section = column_of[COLUMN_SECTION] >= 0, id = column_of[COLUMN_ID] >= 0;
    int budget = column_of[COLUMN_BUDGET];
    header->official = number && !section && !id;
    header->unit = budget >= 0 ? money_unit_find(header->headings[budget]) : 0;
    return title && (number || id);
}

void table_header_release(struct table_header *header)
{
    for (size_t i = 0; i < header->width; i++)
        free(header->headings[i]);
    free(header->headings);
    *header = (struct table_header){0};
}

static char *trimmed(const char *cell)
{
    size_t length = strlen(cell);
    struct strbuf text = {0};
    cell = text_trim(cell, &length);
    text_add_nfc(&text, cell, length);
    return strbuf_detach(&text);
}

struct search {
    struct table_header *header;
    const struct column_names *names;
    size_t rows;
};

static int try_row(void *context, const struct table_row *row)
{
    struct search *search = context;
    struct table_header *header = search->header;
    if (row->apart)
        return 0;
    header->width = row->count;
    header->headings = memory_alloc(row->count * sizeof *header->headings);
    for (size_t i = 0; i < row->count; i++)
        header->headings[i] = trimmed(row->cells[i]);
    if (map(header, search->names)) {
        header->line = row->line;
        header->offset = row->offset;
        return 1;
    }
    table_header_release(header);
    return ++search->rows == HEADER_ROWS ? 2 : 0;
}

bool table_header_find(struct table_header *header, const struct table *table,
                       const struct column_names *names)
{
    struct search search = {.header = header, .names = names};
    struct error_list ignored = {0};
    *header = (struct table_header){0};
    return table->read(table, try_row, &search, &ignored) == 1;
}

static const char *cell_at(const struct table_row *row, int column)
{
    return column >= 0 && (size_t)column < row->count ? row->cells[column] : "";
}

bool table_header_join(struct table_header *header, const struct table_row *row,
                       const struct column_names *names)
{
    bool known = false;
    if (!table_cell_is_blank(cell_at(row, header->column_of[COLUMN_NUMBER])) ||
        !table_cell_is_blank(cell_at(row, header->column_of[COLUMN_TITLE])))
        return false;
    for (size_t i = 0; i < row->count && i < header->width; i++)
        known |= column_names_find(names, row->cells[i]) >= 0;
    if (!known)
        return false;
    for (size_t i = 0; i < row->count && i < header->width; i++) {
        if (table_cell_is_blank(row->cells[i]))
            continue;
        bool named = column_names_find(names, row->cells[i]) >= 0;
        struct strbuf joined = {0};
        if (!named && *header->headings[i] != '\0')
            strbuf_addf(&joined, "%s ", header->headings[i]);
        char *second = trimmed(row->cells[i]);
        strbuf_adds(&joined, second);
        free(second);
        free(header->headings[i]);
        header->headings[i] = strbuf_detach(&joined);
    }
    return map(header, names);
}

bool table_header_repeats(const struct table_header *header, const struct table_row *row,
                          const struct column_names *names)
{
    bool any = false;
    for (size_t i = 0; i < row->count; i++) {
        if (table_cell_is_blank(row->cells[i]))
            continue;
        int key = column_names_find(names, row->cells[i]);
        if (i >= header->width || column_names_find(names, header->headings[i]) != key ||
            (key < 0 && text_compare(row->cells[i], header->headings[i]) != 0))
            return false;
        any |= key >= 0;
    }
    return any;
}

bool table_header_numbers(const struct table_header *header, const struct table_row *row)
{
    size_t numbered = 0;
    for (size_t i = 0; i < row->count; i++) {
        char bare[24], bracketed[24];
        snprintf(bare, sizeof bare, "%zu", i + 1);
        snprintf(bracketed, sizeof bracketed, "(%zu)", i + 1);
        char *cell = trimmed(row->cells[i]);
        bool same = strcmp(cell, bare) == 0 || strcmp(cell, bracketed) == 0;
        bool blank = *cell == '\0';
        free(cell);
        if (!same && !blank)
            return false;
        numbered += same;
    }
    return numbered > 2 && numbered + 1 >= header->width;
}

int table_header_twice(const struct table_header *header, const struct column_names *names,
                       int *key)
{
    column_set seen = 0;
    for (size_t i = 0; i < header->width; i++) {
        *key = column_names_find(names, header->headings[i]);
        if (*key >= 0 && (seen >> *key & 1) != 0)
            return (int)i;
        seen |= *key >= 0 ? COLUMN_BIT(*key) : 0;
    }
    return -1;
}
