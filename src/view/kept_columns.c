// SPDX-License-Identifier: MIT
#include "view/kept_columns.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static bool has_heading(const struct kept_columns *columns, const char *heading)
{
    bool has = false;
    for (size_t i = 0; i < columns->count && !has; i++)
        has = strcmp(columns->items[i].kept, heading) == 0;
    return has;
}

static void add(struct kept_columns *columns, const char *heading)
{
    struct strbuf printable = {0};
    text_add_printable(&printable, heading, false);
    columns->items =
        memory_grow(columns->items, columns->count, &columns->capacity, sizeof *columns->items);
    columns->items[columns->count++] = (struct column){
        .name = heading,
        .heading = arena_intern(&columns->arena, strbuf_text(&printable), printable.length),
        .help = "",
        .kept = heading,
        .weight = 2,
    };
    strbuf_release(&printable);
}

void kept_columns_add(struct kept_columns *columns, struct plan *const *plans, size_t plan_count)
{
    for (size_t p = 0; p < plan_count; p++)
        for (size_t i = 0; i < plans[p]->extra_count; i++)
            if (!has_heading(columns, plans[p]->extra_names[i]))
                add(columns, plans[p]->extra_names[i]);
}

void kept_columns_release(struct kept_columns *columns)
{
    free(columns->items);
    arena_release(&columns->arena);
    *columns = (struct kept_columns){0};
}

void kept_columns_write(struct json *json, const struct task *task)
{
    const struct plan *plan = task->section->plan;
    if (plan->extra_count == 0)
        return;
    json_object(json, "columns");
    for (size_t i = 0; i < task->extra->count; i++)
        if (task->extra->cells[i] != NULL)
            json_value(json, plan->extra_names[i], value_text(task->extra->cells[i]));
    json_end(json);
}
