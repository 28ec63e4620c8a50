// SPDX-License-Identifier: MIT
/* The grammar of schedules. */
#include "properties.h"

#include "base/text.h"

#include <string.h>
#include <uninorm.h>

/* Written otherwise, the words say the same; frees `text`. */
static void property_reads_as(struct arena *arena, const struct schedule *schedule, char *text,
                              int year)
{
    struct schedule other = schedule_parse(arena, text, year);
    property_same_schedule(schedule, &other);
    free(text);
}

static void property_year(const char *text, int year)
{
    struct arena arena = {0};
    struct schedule schedule = schedule_parse(&arena, text, year);
    property_schedule(&schedule, year);
    struct date start = schedule_start(&schedule), due = schedule_due(&schedule);
    MUST(!date_is_set(start) || date_compare(start, due) <= 0);
    property_reads_as(&arena, &schedule, fuzz_replace(text, "\t", "  "), year);
    property_reads_as(&arena, &schedule, fuzz_replace(text, " ", " \xC2\xA0\n"), year);
    property_reads_as(&arena, &schedule, fuzz_replace(text, "-", "–"), year);
    property_reads_as(&arena, &schedule, fuzz_upper(text), year);
    arena_release(&arena);
}

/* A cell typed with its marks apart is the same cell. */
static void property_decomposed(const char *cell)
{
    size_t length;
    uint8_t *decomposed =
        u8_normalize(UNINORM_NFD, (const uint8_t *)cell, strlen(cell), NULL, &length);
    MUST(decomposed != NULL);
    char *again = fuzz_cell(decomposed, length);
    MUST(again != NULL && strcmp(again, cell) == 0);
    free(again);
    free(decomposed);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int years[] = {0, 2021, 2024};
    char *cell = fuzz_cell(data, size);
    if (cell == NULL)
        return 0;
    property_decomposed(cell);
    for (size_t i = 0; i < sizeof years / sizeof *years; i++)
        property_year(cell, years[i]);
    free(cell);
    return 0;
}
