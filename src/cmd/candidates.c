// SPDX-License-Identifier: MIT
#include "cmd/candidates.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

void candidates_release(struct candidates *list)
{
    free(list->items);
    arena_release(&list->arena);
    *list = (struct candidates){0};
}

bool candidate_is_safe(const char *text)
{
    uint32_t code_point;
    if (text_invalid_offset(text, strlen(text)) < strlen(text))
        return false;
    for (; *text != '\0'; text += text_decode(text, &code_point))
        if (text_decode(text, &code_point) > 0 && text_is_unsafe(code_point))
            return false;
    return true;
}

void candidates_add(struct candidates *list, const char *value, const char *description)
{
    struct strbuf printable = {0};
    if (*value == '\0' || !candidate_is_safe(value) ||
        arena_find(&list->arena, value, strlen(value)) != NULL)
        return;
    text_add_printable(&printable, description != NULL ? description : "", false);
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = (struct candidate){
        .value = arena_intern(&list->arena, value, strlen(value)),
        .description = arena_copy(&list->arena, strbuf_text(&printable), printable.length),
    };
    strbuf_release(&printable);
}

void candidates_add_words(struct candidates *list, const char *const *words)
{
    for (; *words != NULL; words++)
        candidates_add(list, *words, NULL);
}

void candidates_remove(struct candidates *list, const char *value)
{
    size_t kept = 0;
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].value, value) != 0)
            list->items[kept++] = list->items[i];
    list->count = kept;
}

/* The ways in which a value can match the typed text, the strictest first. */
enum likeness { LIKE_BEGINNING, LIKE_FOLDED, LIKE_PART, LIKE_NOTHING };

static enum likeness find_likeness(const char *value, const char *typed, const char *folded)
{
    struct strbuf form = {0};
    if (strncmp(value, typed, strlen(typed)) == 0)
        return LIKE_BEGINNING;
    if (*folded == '\0')
        return LIKE_NOTHING;
    text_fold(&form, value, strlen(value));
    const char *found = strstr(strbuf_text(&form), folded);
    enum likeness likeness = found == NULL        ? LIKE_NOTHING
                             : found == form.text ? LIKE_FOLDED
                                                  : LIKE_PART;
    strbuf_release(&form);
    return likeness;
}

void candidates_write(const struct candidates *list, const char *before, const char *typed,
                      bool anywhere, FILE *out)
{
    struct strbuf folded = {0};
    if (!candidate_is_safe(before) || !candidate_is_safe(typed))
        return;
    text_fold(&folded, typed, strlen(typed));
    enum likeness *likeness = memory_alloc((list->count + 1) * sizeof *likeness);
    enum likeness best = anywhere ? LIKE_PART : LIKE_FOLDED;
    for (size_t i = 0; i < list->count; i++) {
        likeness[i] = find_likeness(list->items[i].value, typed, strbuf_text(&folded));
        best = likeness[i] < best ? likeness[i] : best;
    }
    for (size_t i = 0; i < list->count; i++) {
        const struct candidate *candidate = &list->items[i];
        if (likeness[i] == best)
            fprintf(out, "%s%s%s%s\n", before, candidate->value,
                    *candidate->description != '\0' ? "\t" : "", candidate->description);
    }
    free(likeness);
    strbuf_release(&folded);
}
