// SPDX-License-Identifier: MIT
#include "plan/query/task_list.h"

#include "base/memory.h"
#include "base/suggest.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void task_list_release(struct task_list *list)
{
    free(list->items);
    *list = (struct task_list){0};
}

void task_list_add(struct task_list *list, const struct task *task)
{
    list->items = memory_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = task;
}

/* Tasks with the same number stay in the document's order. */
static int compare(const void *a, const void *b)
{
    const struct task *x = *(const struct task *const *)a, *y = *(const struct task *const *)b;
    int order = task_compare(x, y);
    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

void task_list_sort(struct task_list *list, size_t first)
{
    for (size_t i = first + 1; i < list->count; i++) {
        if (compare(&list->items[i - 1], &list->items[i]) <= 0)
            continue;
        qsort(list->items + first, list->count - first, sizeof *list->items, compare);
        return;
    }
}

void task_list_select(struct task_list *list, const struct query *query,
                      const struct query_scope *scope)
{
    for (size_t p = 0; p < scope->plan_count; p++) {
        const struct plan *plan = scope->plans[p];
        size_t first = list->count;
        for (size_t i = 0; i < plan->task_count; i++)
            if (query_matches(query, plan->tasks[i], scope->progress))
                task_list_add(list, plan->tasks[i]);
        task_list_sort(list, first);
    }
}

/* Suggests only tasks of the plan that the id names, or of the only plan: among thousands, none is
 * near. */
static int no_such_task(const char *id, const struct task_id *parsed,
                        const struct query_scope *scope, struct error *error)
{
    struct strbuf words = {0};
    const char **list = NULL;
    size_t count = 0, capacity = 0, *starts = NULL, start_capacity = 0;
    for (size_t p = 0; p < scope->plan_count; p++)
        for (size_t i = 0; i < scope->plans[p]->task_count; i++) {
            if (scope->plan_count > 1 && !task_id_names_plan(parsed, scope->plans[p]))
                break;
            starts = memory_grow(starts, count, &start_capacity, sizeof *starts);
            starts[count++] = words.length;
            task_add_id(&words, scope->plans[p]->tasks[i], scope->plan_count > 1);
            strbuf_addc(&words, '\0');
        }
    for (size_t i = 0; i <= count; i++) {
        list = memory_grow(list, i, &capacity, sizeof *list);
        list[i] = i < count ? words.text + starts[i] : NULL;
    }
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (section_value(id) > 0 && strchr(id, '.') == NULL) {
        error_set(error, ERROR_USAGE, "no task «%s»: expected SECTION.NUMBER",
                  text_quote(quoted, id, strlen(id)));
        error_settle(error, SETTLED_BY_SECTION);
        snprintf(error->settling[0], sizeof error->settling[0], "%s", id);
    } else
        error_set(error, ERROR_USAGE, "no task «%s»%s", text_quote(quoted, id, strlen(id)),
                  suggest(hint, id, list));
    free(list);
    free(starts);
    strbuf_release(&words);
    return -1;
}

/*
 * Returns whether the id names a plan that does not exist; if so, the error suggests the nearest.
 */
static bool is_of_no_plan(const struct task_id *id, const struct query_scope *scope,
                          struct error *error)
{
    if (id->plan == NULL)
        return false;
    const char **ids = memory_alloc((scope->plan_count + 1) * sizeof *ids);
    bool known = false;
    for (size_t p = 0; p < scope->plan_count; p++) {
        ids[p] = scope->plans[p]->id;
        known |= task_id_names_plan(id, scope->plans[p]);
    }
    ids[scope->plan_count] = NULL;
    char *name = memory_copy(id->plan, id->plan_length);
    char hint[SUGGESTION_SIZE], quoted[TEXT_QUOTE_SIZE];
    if (!known)
        error_set(error, ERROR_USAGE, "no plan «%s»%s", text_quote(quoted, name, id->plan_length),
                  suggest(hint, name, ids));
    free(name);
    free((void *)ids);
    return !known;
}

int task_list_find(struct task_list *list, const char *id, const struct query_scope *scope,
                   struct error *error)
{
    struct task_id parsed;
    size_t before = list->count;
    bool known = task_id_parse(id, &parsed) && parsed.milestone == 0;
    for (size_t p = 0; p < scope->plan_count && known; p++)
        for (size_t i = 0; i < scope->plans[p]->task_count; i++) {
            if (!task_id_names_plan(&parsed, scope->plans[p]))
                break;
            if (task_id_names(&parsed, scope->plans[p]->tasks[i]))
                task_list_add(list, scope->plans[p]->tasks[i]);
        }
    if (list->count > before)
        return 0;
    return is_of_no_plan(&parsed, scope, error) ? -1 : no_such_task(id, &parsed, scope, error);
}
