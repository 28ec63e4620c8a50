// SPDX-License-Identifier: MIT
#include "base/embedded_rows.h"

#include <string.h>

const char *embedded_rows_start(const char *table)
{
    table += strcspn(table, "\n");
    return table + (*table == '\n');
}

bool embedded_rows_next(const char **rest, struct embedded_cell *cells, size_t count)
{
    const char *at = *rest;
    if (*at == '\0')
        return false;
    for (size_t i = 0; i < count; i++) {
        bool quoted = *at == '"';
        at += quoted;
        cells[i] = (struct embedded_cell){at, strcspn(at, quoted ? "\"\n" : ",\n")};
        at += cells[i].length;
        at += quoted && *at == '"';
        at += *at == ',';
    }
    at += strcspn(at, "\n");
    *rest = at + (*at == '\n');
    return true;
}

bool embedded_cell_is(const struct embedded_cell *cell, const char *word)
{
    return strlen(word) == cell->length && strncmp(word, cell->text, cell->length) == 0;
}
