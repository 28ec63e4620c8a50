// SPDX-License-Identifier: MIT
#include "plan/task_id.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns the value of «/2» at the end of an id, or 0 if it is not a number from 1 on. */
static unsigned milestone_value(const char *digits)
{
    size_t length = strspn(digits, "0123456789");
    if (length == 0 || length > 4 || digits[length] != '\0' || *digits == '0')
        return 0;
    return (unsigned)atoi(digits);
}

bool task_id_parse(const char *text, struct task_id *id)
{
    *id = (struct task_id){0};
    const char *colon = strrchr(text, ':'), *local = colon != NULL ? colon + 1 : text;
    if (colon != NULL) {
        id->plan = text;
        id->plan_length = (size_t)(colon - text);
    }
    id->path = local;
    id->length = strcspn(local, "/");
    bool milestone = local[id->length] == '/';
    if (milestone)
        id->milestone = milestone_value(local + id->length + 1);
    return id->length > 0 && (!milestone || id->milestone > 0);
}

/* A part is «2», «NV-01» or «3+»: letters and digits, with signs in or after them. */
static bool is_part(const char *text, size_t length)
{
    bool any = false;
    for (size_t at = 0; at < length;) {
        uint32_t character;
        at += text_decode(text + at, &character);
        uint32_t base = text_base_letter(character);
        bool letter = (base >= 'a' && base <= 'z') || (base >= '0' && base <= '9');
        if (!letter && (!any || strchr("+-_", (int)character) == NULL))
            return false;
        any |= letter;
    }
    return any;
}

bool task_number_is_valid(const char *text)
{
    for (;; text++) {
        size_t length = strcspn(text, ".");
        if (!is_part(text, length))
            return false;
        text += length;
        if (*text == '\0')
            return true;
    }
}

bool task_id_names_plan(const struct task_id *id, const struct plan *plan)
{
    return id->plan == NULL ||
           (strncmp(plan->id, id->plan, id->plan_length) == 0 && plan->id[id->plan_length] == '\0');
}

/* Returns the bytes of a path's first `parts` parts, without the dot after them; 0 if it has no
 * more parts than that. */
static size_t section_length(const struct task_id *id, size_t parts)
{
    size_t length = 0;
    for (; parts > 0; parts--) {
        const char *dot = memchr(id->path + length, '.', id->length - length);
        if (dot == NULL)
            return 0;
        length = (size_t)(dot - id->path) + 1;
    }
    return length > 0 ? length - 1 : 0;
}

/* Returns the value of the section at the beginning of a path. */
static unsigned path_value(const struct task_id *id, size_t length)
{
    char code[4 * ROMAN_SIZE];
    if (length >= sizeof code)
        return 0;
    memcpy(code, id->path, length);
    code[length] = '\0';
    return section_value(code);
}

static size_t count_parts(const char *code)
{
    size_t parts = *code != '\0';
    for (; *code != '\0'; code++)
        parts += *code == '.';
    return parts;
}

bool task_id_names(const struct task_id *id, const struct task *task)
{
    const struct section *section = task->section;
    size_t length = section_length(id, count_parts(section->code));
    size_t skip = *section->code != '\0' ? length + 1 : 0;
    if ((length == 0) != (*section->code == '\0'))
        return false;
    bool same =
        length == 0 || path_value(id, length) == section->value ||
        (strncasecmp(id->path, section->code, length) == 0 && section->code[length] == '\0');
    return same && strncasecmp(task->number, id->path + skip, id->length - skip) == 0 &&
           task->number[id->length - skip] == '\0' && task_id_names_plan(id, section->plan);
}

void task_add_milestone_id(struct strbuf *out, const struct task *task, bool with_plan,
                           unsigned milestone)
{
    if (with_plan)
        strbuf_addf(out, "%s:", task->section->plan->id);
    if (*task->section->code != '\0')
        strbuf_addf(out, "%s.", task->section->code);
    if (*task->number == '\0' && out->length > 0) /* the row of a section itself */
        out->text[--out->length] = '\0';
    strbuf_adds(out, task->number);
    if (milestone > 0)
        strbuf_addf(out, "/%u", milestone);
}

void task_add_id(struct strbuf *out, const struct task *task, bool with_plan)
{
    task_add_milestone_id(out, task, with_plan, 0);
}

void section_add_name(struct strbuf *out, const char *code, const char *title)
{
    strbuf_adds(out, code);
    if (title != NULL)
        strbuf_addf(out, *code != '\0' ? ". %s" : "%s", title);
}

/* Returns the key that all spellings of an id share: «3.2» for III.2. */
static const char *key_of(struct task_index *index, unsigned section, const char *number,
                          size_t length)
{
    char small[64];
    struct strbuf large = {0};
    int used = snprintf(small, sizeof small, "%u.%.*s", section, (int)length, number);
    char *key = small;
    if (used < 0 || (size_t)used >= sizeof small) {
        strbuf_addf(&large, "%u.%.*s", section, (int)length, number);
        key = large.text;
    }
    for (char *c = key; *c != '\0'; c++)
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c | 0x20);
    const char *interned = arena_intern(&index->keys, key, strlen(key));
    strbuf_release(&large);
    return interned;
}

/* A plan with at most FEW tasks is searched; a section's code has at most PARTS_MOST parts. */
enum { FEW = 64, PARTS_MOST = 4 };

void task_index_init(struct task_index *index, const struct plan *plan)
{
    *index = (struct task_index){0};
    for (size_t i = 0; i < plan->task_count && plan->task_count > FEW; i++) {
        const struct task *task = plan->tasks[i];
        size_t *number =
            pointer_map_at(&index->numbers,
                           key_of(index, task->section->value, task->number, strlen(task->number)));
        if (*number == POINTER_MAP_NONE)
            *number = i;
    }
}

void task_index_release(struct task_index *index)
{
    arena_release(&index->keys);
    pointer_map_release(&index->numbers);
    pointer_map_release(&index->texts);
    free(index->found);
}

const struct task *task_index_find(struct task_index *index, const struct plan *plan,
                                   const struct task_id *id)
{
    struct task_id local = *id;
    local.plan = NULL;
    for (size_t i = 0; i < plan->task_count && plan->task_count <= FEW; i++)
        if (task_id_names(&local, plan->tasks[i]))
            return plan->tasks[i];
    if (plan->task_count <= FEW)
        return NULL;
    for (size_t parts = 0; parts <= PARTS_MOST; parts++) {
        size_t length = section_length(id, parts), skip = parts > 0 ? length + 1 : 0;
        if (parts > 0 && length == 0)
            break;
        const char *key = key_of(index, path_value(id, length), id->path + skip, id->length - skip);
        size_t number = *pointer_map_at(&index->numbers, key);
        if (number != POINTER_MAP_NONE && task_id_names(&local, plan->tasks[number]))
            return plan->tasks[number];
    }
    return NULL;
}

struct task_reference task_index_read(struct task_index *index, const struct plan *plan,
                                      const char *text)
{
    struct task_id id;
    size_t *number = pointer_map_at(&index->texts, text);
    if (*number != POINTER_MAP_NONE)
        return index->found[*number];
    struct task_reference found = {0};
    if (task_id_parse(text, &id))
        found = (struct task_reference){task_index_find(index, plan, &id), id.milestone};
    *number = index->found_count++;
    index->found = memory_grow(index->found, *number, &index->found_capacity, sizeof *index->found);
    return index->found[*number] = found;
}
