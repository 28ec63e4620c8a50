// SPDX-License-Identifier: MIT
#include "read/due_year.h"

#include "base/memory.h"

#include <stdlib.h>

void due_years_release(struct due_years *years)
{
    pointer_map_release(&years->index);
    free(years->items);
    *years = (struct due_years){0};
}

static struct date due_in(const char *text, int year)
{
    struct arena arena = {0};
    struct schedule schedule = schedule_parse(&arena, text, year);
    struct date due = schedule_due(&schedule);
    arena_release(&arena);
    return due;
}

static const struct due_year *read_wording(struct due_years *years, const char *text)
{
    size_t *index = pointer_map_at(&years->index, text);
    if (*index == POINTER_MAP_NONE) {
        *index = years->count;
        years->items =
            memory_grow(years->items, years->count, &years->capacity, sizeof *years->items);
        years->items[years->count++] = (struct due_year){
            .before = due_in(text, years->year - 1),
            .in = due_in(text, years->year),
            .after = due_in(text, years->year + 1),
        };
    }
    return &years->items[*index];
}

/* Tasks whose due date this year tells, and not one beside it, less those it contradicts. */
static long votes_for(struct due_years *years, const struct built_plan *built, int year)
{
    long votes = 0;
    if (years->year != year)
        due_years_release(years);
    years->year = year;
    for (size_t i = 0; i < built->due_count; i++) {
        struct date due = built->dues[i];
        if (!date_is_set(due))
            continue;
        const struct due_year *by_wording =
            read_wording(years, built->plan->tasks[i]->text[TASK_SCHEDULE]);
        if (date_compare(by_wording->in, due) != 0)
            votes--;
        else if (date_compare(by_wording->before, due) != 0 &&
                 date_compare(by_wording->after, due) != 0)
            votes++;
    }
    return votes;
}

/* Due dates that were extended are of no help: the year is the one that most of the others tell. */
int due_year_find(struct due_years *years, const struct built_plan *built)
{
    enum { MOST = 4 };
    int tried[MOST], found = 0;
    size_t count = 0;
    for (size_t i = 0; i < built->due_count && count < MOST; i++) {
        int year = built->dues[i].year;
        bool known = year == 0;
        for (size_t j = 0; j < count; j++)
            known |= tried[j] == year;
        if (known)
            continue;
        tried[count++] = year;
        if (votes_for(years, built, year) > 0) /* more than half: no other has as many */
            found = year;
    }
    return found;
}
