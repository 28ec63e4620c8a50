// SPDX-License-Identifier: MIT
#include "read/column_names.h"

#include "base/memory.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "read/builtin.h"
#include "read/table/csv_table.h"

#include <stdlib.h>
#include <string.h>

struct column_name {
    char *folded;
    int key;
};

struct column_names {
    struct column_name *items;
    size_t count, capacity;
};

/* Letters and figures only, folded, without what stands in parentheses. */
static void add_folded(struct strbuf *out, const char *heading)
{
    struct strbuf folded = {0};
    text_fold(&folded, heading, strlen(heading));
    int depth = 0;
    for (const char *p = strbuf_text(&folded); *p != '\0'; p++) {
        depth += *p == '(';
        if (depth == 0 && ((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_'))
            strbuf_addc(out, *p);
        depth -= *p == ')' && depth > 0;
    }
    strbuf_release(&folded);
}

static void add(struct column_names *names, const char *name, int key)
{
    struct strbuf folded = {0};
    add_folded(&folded, name);
    names->items = memory_grow(names->items, names->count, &names->capacity, sizeof *names->items);
    names->items[names->count++] = (struct column_name){strbuf_detach(&folded), key};
}

static int add_row(void *context, const struct table_row *row)
{
    for (size_t key = 0; key < task_columns.count && row->count == 2; key++)
        if (strcmp(row->cells[0], task_columns.items[key].name) == 0)
            add(context, row->cells[1], (int)key);
    return 0;
}

struct column_names *column_names_new(void)
{
    struct column_names *names = memory_alloc(sizeof *names);
    *names = (struct column_names){0};
    for (size_t key = 0; key < task_columns.count; key++)
        add(names, task_columns.items[key].name, (int)key);
    struct source source = builtin_columns();
    struct csv_table csv = csv_table_of(&source, ',');
    struct error_list errors = {0};
    csv.table.read(&csv.table, add_row, names, &errors);
    return names;
}

void column_names_free(struct column_names *names)
{
    if (names == NULL)
        return;
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i].folded);
    free(names->items);
    free(names);
}

int column_names_find(const struct column_names *names, const char *heading)
{
    struct strbuf folded = {0};
    add_folded(&folded, heading);
    int key = -1;
    for (size_t i = 0; i < names->count && key < 0 && folded.length > 0; i++)
        if (strcmp(names->items[i].folded, folded.text) == 0)
            key = names->items[i].key;
    strbuf_release(&folded);
    return key;
}
