// SPDX-License-Identifier: MIT
#include "plan/check/check_rule.h"

#include "base/pointer_map.h"
#include "base/text.h"

#include <string.h>

/* The first task with each key. */
struct firsts {
    struct arena arena;
    struct pointer_map tasks;
};

/* Returns the first task with the key, which is this one if the key is new. */
static size_t find_first(struct firsts *firsts, const struct strbuf *key, size_t task)
{
    const char *interned = arena_intern(&firsts->arena, key->text, key->length);
    size_t *first = pointer_map_at(&firsts->tasks, interned);
    if (*first == POINTER_MAP_NONE)
        *first = task;
    return *first;
}

static size_t first_of_id(struct firsts *firsts, const struct task *task, size_t index)
{
    struct strbuf key = {0};
    strbuf_addf(&key, "%u.", task->section->value);
    text_add_lower(&key, task->number, strlen(task->number));
    size_t first = find_first(firsts, &key, index);
    strbuf_release(&key);
    return first;
}

/* Sub-items are distinguished by their parents: many tasks have a «Dự thảo». */
static size_t first_of_title(struct firsts *firsts, const struct task *task,
                             const struct task *parent, size_t index)
{
    const char *title = task->text[TASK_TITLE];
    struct strbuf key = {0};
    if (title == NULL)
        return index;
    strbuf_addf(&key, ":%u:%p:", task->section->value, (const void *)parent);
    text_fold(&key, title, strlen(title));
    size_t first = find_first(firsts, &key, index);
    strbuf_release(&key);
    return first;
}

static void report(struct check *check, size_t index, size_t by_id, size_t by_title)
{
    const struct task *task = check->plan->tasks[index];
    const struct task *first = check->plan->tasks[by_id != index ? by_id : by_title];
    struct finding other = at_task(first, by_id != index ? TASK_FIELDS : TASK_TITLE);
    struct strbuf location = {0};
    char quoted[TEXT_QUOTE_SIZE];
    check_add_location(&location, &other.location);
    if (by_id != index)
        check_add(check, at_task(task, TASK_FIELDS), "%s.%s a second time: it stands in %s too",
                  task->section->code, task->number, location.text);
    else
        check_add(check, at_task(task, TASK_TITLE), "the title of %s.%s in %s again: «%s»",
                  first->section->code, first->number, location.text,
                  text_quote(quoted, task->text[TASK_TITLE], strlen(task->text[TASK_TITLE])));
    strbuf_release(&location);
}

void check_duplicate(struct check *check)
{
    struct firsts firsts = {0};
    for (size_t i = 0; i < check->plan->task_count; i++) {
        const struct task *task = check->plan->tasks[i];
        size_t by_id = first_of_id(&firsts, task, i);
        size_t by_title = first_of_title(&firsts, task, check->parents[i], i);
        if (by_id != i || by_title != i)
            report(check, i, by_id, by_title);
    }
    pointer_map_release(&firsts.tasks);
    arena_release(&firsts.arena);
}
