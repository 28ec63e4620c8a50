// SPDX-License-Identifier: MIT
#include "plan/task_id.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* «/2» at the end of an id: its value, 0 where it is not a number from 1. */
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
    char code[ROMAN_SIZE];
    size_t code_length = strcspn(local, ".");
    if (local[code_length] == '\0' || code_length >= sizeof code)
        return false;
    memcpy(code, local, code_length);
    code[code_length] = '\0';
    id->section = section_value(code);
    id->number = local + code_length + 1;
    id->number_length = strcspn(id->number, "/");
    bool milestone = id->number[id->number_length] == '/';
    if (milestone)
        id->milestone = milestone_value(id->number + id->number_length + 1);
    return id->section > 0 && id->number_length > 0 && (!milestone || id->milestone > 0);
}

bool task_number_is_valid(const char *text)
{
    size_t digits = 0;
    while (text[digits] >= '0' && text[digits] <= '9')
        digits++;
    if (text[digits] == '\0' && *text > '0')
        return true;
    if (digits == 0 || strspn(text, "0.") == strlen(text))
        return false;
    for (size_t part = strspn(text, "0123456789"); text[part] != '\0';) {
        if (text[part] != '.')
            return false;
        text += part + 1;
        part = strspn(text, "0123456789");
        uint32_t letter;
        if (part == 0 && text_base_letter((text_decode(text, &letter), letter)) >= 'a')
            part = text_decode(text, &letter);
        if (part == 0)
            return false;
    }
    return true;
}

bool task_id_names_plan(const struct task_id *id, const struct plan *plan)
{
    return id->plan == NULL ||
           (strncmp(plan->id, id->plan, id->plan_length) == 0 && plan->id[id->plan_length] == '\0');
}

bool task_id_names(const struct task_id *id, const struct task *task)
{
    return task->section->value == id->section &&
           strncasecmp(task->number, id->number, id->number_length) == 0 &&
           task->number[id->number_length] == '\0' && task_id_names_plan(id, task->section->plan);
}

void task_add_milestone_id(struct strbuf *out, const struct task *task, bool with_plan,
                           unsigned milestone)
{
    if (with_plan)
        strbuf_addf(out, "%s:", task->section->plan->id);
    strbuf_addf(out, "%s.%s", task->section->code, task->number);
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
        strbuf_addf(out, ". %s", title);
}

/* «3.2» for III.2 however it is written: what two ids of one task share. */
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

/* A plan of so few tasks is looked through. */
enum { FEW = 64 };

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
    const char *key = key_of(index, id->section, id->number, id->number_length);
    size_t number = *pointer_map_at(&index->numbers, key);
    return number != POINTER_MAP_NONE ? plan->tasks[number] : NULL;
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
