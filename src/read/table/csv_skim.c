// SPDX-License-Identifier: MIT
#include "read/table/csv_skim.h"

#include <string.h>

enum { CELLS_MAX = 64 };

struct cells {
    const char *starts[CELLS_MAX + 1]; /* the last one: behind the delimiter that is not there */
    size_t count;
};

/* The end of the cell that starts here, a delimiter or the line's; NULL where that is not plain. */
static const char *cell_end(const char *at, const char *end, char delimiter, bool quotes)
{
    if (at == end || *at != '"') {
        const char *next = memchr(at, delimiter, (size_t)(end - at));
        next = next != NULL ? next : end;
        return quotes && memchr(at, '"', (size_t)(next - at)) != NULL ? NULL : next;
    }
    for (at++; (at = memchr(at, '"', (size_t)(end - at))) != NULL; at += 2)
        if (at + 1 == end || at[1] == delimiter)
            return at + 1;
        else if (at[1] != '"')
            return NULL;
    return NULL;
}

static bool find_cells(struct cells *cells, const char *line, const char *end, char delimiter)
{
    bool quotes = memchr(line, '"', (size_t)(end - line)) != NULL;
    cells->count = 0;
    for (const char *at = line; cells->count < CELLS_MAX;) {
        cells->starts[cells->count++] = at;
        at = cell_end(at, end, delimiter, quotes);
        if (at == NULL)
            return false;
        cells->starts[cells->count] = ++at;
        if (at > end)
            return true;
    }
    return false;
}

static size_t cell_length(const struct cells *cells, size_t index)
{
    return (size_t)(cells->starts[index + 1] - cells->starts[index]) - 1;
}

/* Whether the cell says something for certain: no white space begins with another byte. */
static bool is_plainly_full(const char *cell, size_t length)
{
    bool quoted = length > 0 && *cell == '"';
    unsigned char first = length > quoted ? (unsigned char)cell[quoted] : ' ';
    return first > ' ' && first != '"' && first != 0xC2 && first != 0xE2 && first != 0xE3;
}

static const bool *skipped_columns(const struct table_use *use, const struct cells *cells)
{
    if (use->is_used == NULL || use->column >= cells->count)
        return use->skip;
    const char *cell = cells->starts[use->column];
    size_t length = cell_length(cells, use->column);
    return *cell == '"' || use->is_used(use->context, cell, length) ? use->skip : use->skip_unused;
}

bool csv_skim(const struct table_use *use, char delimiter, const char *line, size_t length,
              struct strbuf *out)
{
    const char *behind = line + length, *end = behind;
    struct cells cells;
    while (end > line && (end[-1] == '\n' || end[-1] == '\r'))
        end--;
    if (end == line || !find_cells(&cells, line, end, delimiter))
        return false;
    const bool *skip = skipped_columns(use, &cells);
    const char *kept = line; /* from here on nothing was left out */
    strbuf_clear(out);
    for (size_t i = 0; i < cells.count && i < use->count; i++) {
        const char *cell = cells.starts[i];
        if (!skip[i] || !is_plainly_full(cell, cell_length(&cells, i)))
            continue;
        strbuf_add(out, kept, (size_t)(cell - kept));
        strbuf_addc(out, *TABLE_SKIPPED);
        kept = cell + cell_length(&cells, i);
    }
    strbuf_add(out, kept, (size_t)(behind - kept));
    return true;
}
