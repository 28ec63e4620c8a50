// SPDX-License-Identifier: MIT
#include "read/table/csv_line.h"

#include <stdbool.h>
#include <string.h>

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Ends a cell in quotes, whose first quote is before `at`, and takes doubled ones for one. Returns
 * what follows its last quote; NULL if nothing plain does. */
static char *end_quoted(char *at, const char *end, char delimiter)
{
    char *out = at;
    for (;;) {
        char *quote = memchr(at, '"', (size_t)(end - at));
        if (quote == NULL)
            return NULL;
        bool doubled = quote + 1 < end && quote[1] == '"';
        size_t kept = (size_t)(quote - at) + doubled;
        if (out != at)
            memmove(out, at, kept);
        out += kept;
        at = quote + 1 + doubled;
        if (doubled)
            continue;
        if (at < end && *at != delimiter)
            return NULL;
        *out = '\0';
        return at;
    }
}

/* Ends a cell without quotes, which begins at *cell, and moves that behind its blanks. Returns what
 * follows; NULL if a quote stands in it. */
static char *end_bare(char **cell, char *end, char delimiter, bool quotes)
{
    char *next = memchr(*cell, delimiter, (size_t)(end - *cell));
    next = next != NULL ? next : end;
    if (quotes && memchr(*cell, '"', (size_t)(next - *cell)) != NULL)
        return NULL;
    char *last = next;
    while (*cell < last && is_blank(**cell))
        ++*cell;
    while (*cell < last && is_blank(last[-1]))
        last--;
    *last = '\0';
    return next;
}

size_t csv_line_split(const char *line, size_t length, char delimiter, char *text,
                      const char *cells[CSV_LINE_CELLS_MAX])
{
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        length--;
    bool quotes = memchr(line, '"', length) != NULL;
    char *cell = memcpy(text, line, length), *end = text + length, *next;
    for (size_t count = 0; count < CSV_LINE_CELLS_MAX; cell = next + 1) {
        bool quoted = cell < end && *cell == '"';
        cell += quoted;
        next = quoted ? end_quoted(cell, end, delimiter) : end_bare(&cell, end, delimiter, quotes);
        if (next == NULL)
            return 0;
        cells[count++] = cell;
        if (next == end) /* a line of one blank cell may be no row */
            return count > 1 || *cell != '\0' ? count : 0;
    }
    return 0;
}
